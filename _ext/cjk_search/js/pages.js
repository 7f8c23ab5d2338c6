/*
 * Reads the pages of hits: whether they have the words literally, where, and what their <meta> tells.
 */
(() => {
  "use strict";

  const { CJK, WORD, compact, isLetter } = CjkSearch;

  // ---------- Addresses ----------

  const quoted = (docname) => docname.split("/").map(encodeURIComponent).join("/");

  /** Return the address of a page, seen from the page that is open. */
  const addressOf = (docname, suffix = DOCUMENTATION_OPTIONS.LINK_SUFFIX) => {
    const root = document.documentElement.dataset.content_root ?? "./";
    if (DOCUMENTATION_OPTIONS.BUILDER !== "dirhtml") return root + quoted(docname) + suffix;
    return root + `${quoted(docname)}/`.replace(/(^|\/)index\/$/, "$1");
  };

  // ---------- Text ----------

  // What readers do not see as text of the article, or what is not in the index.
  const LEFT_OUT = "script, style, nav, .no-search, .headerlink, .linenos, .eqno, .copybtn";
  const HEADING = /^H[1-6]$/;
  // Everything else ends a block: words do not go on across it.
  const INLINE = new Set(
    ("A ABBR B BDI BDO BR CITE CODE DATA DEL DFN EM I INS KBD MARK "
      + "Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR").split(" "),
  );
  // No reader sees a space where a source line ends between characters that have none between them.
  const WIDE = `[${CJK}\u3000-\u303f\uff00-\uffef]`;
  const WIDE_BREAK = new RegExp(`(?<=${WIDE})[ \\t]*\\n\\s*(?=${WIDE})`, "gu");

  /** Return the source of a formula, be it an annotation of KaTeX's or what waits for MathJax. */
  const sourceOf = (formula) => {
    const annotation = formula.querySelector('annotation[encoding="application/x-tex"]');
    if (annotation) return annotation.textContent.trim();
    if (formula.children.length) return "";
    return formula.textContent.replace(/^\s*(\\[([]|\$\$)|(\\[)\]]|\$\$)\s*$/g, "");
  };

  const group = (text) => ([...text].length > 1 ? `(${text})` : text);

  /** Put an index or exponent to the name of a function before the space that follows it. */
  const attach = (base, script) => base.trimEnd() + script + (base.endsWith(" ") ? " " : "");

  const LEAVES = new Set(["mi", "mn", "mo", "ms", "mtext"]);
  // Formulas that go in a line: what is not here does not.
  const LINEAR = {
    mfrac: ([above, below]) => `${group(above)}/${group(below)}`,
    msqrt: (parts) => `√${group(parts.join(""))}`,
    msub: ([base, sub]) => attach(base, `_${group(sub)}`),
    msup: ([base, sup]) => attach(base, `^${group(sup)}`),
    msubsup: ([base, sub, sup]) => attach(base, `_${group(sub)}^${group(sup)}`),
    mspace: () => " ",
    math: (parts) => parts.join(""),
    mrow: (parts) => parts.join(""),
    mstyle: (parts) => parts.join(""),
  };

  /** Return MathML as text in a line, or null if it needs more. */
  const linear = (node) => {
    const tag = node.localName;
    // Invisible operators: the one of a function parts it from what it is applied to.
    if (LEAVES.has(tag)) return node.textContent.replaceAll("\u2061", " ").replace(/[\u2062-\u2064]/g, "");
    if (tag === "semantics") return linear(node.firstElementChild);
    const parts = Array.from(node.children, linear);
    return Object.hasOwn(LINEAR, tag) && !parts.includes(null) ? LINEAR[tag](parts) : null;
  };

  /**
   * Put text in the place of each formula: what is there is meant for eyes, ears and clipboards.
   * The source, which is what the index has, is kept beside it.
   */
  const showFormulas = (content) => {
    for (const formula of content.querySelectorAll(".math, .katex, math")) {
      if (!content.contains(formula)) continue;
      const math = formula.matches("math") ? formula : formula.querySelector("math");
      const source = sourceOf(formula);
      formula.replaceChildren((math && linear(math)) ?? source);
      formula.setAttribute("data-source", source);
    }
  };

  /**
   * Return the texts of the blocks of a page, as shown and as compared, each with its element's name, the row
   * of a table and the section that it is in.
   */
  const blocksOf = (content) => {
    const blocks = [];
    let section = null;
    let text = "";
    let source = "";
    const clean = (raw) => raw.trim().replace(WIDE_BREAK, "");
    const add = (shown, compared = shown) => {
      text += shown;
      source += compared;
    };
    const close = (node, tag) => {
      const row = node.closest("tr");
      if (clean(text)) blocks.push({ text: clean(text), literal: compact(clean(source)), tag, row, section });
      text = source = "";
    };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) add(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const tag = node.tagName;
      const outer = section;
      if (tag === "BR") add("\n");
      if (!INLINE.has(tag)) close(node, "");
      if (HEADING.test(tag)) section = { id: node.parentElement.id, title: node.textContent.trim(), tag };
      if (node.hasAttribute("data-source")) add(node.textContent, node.getAttribute("data-source"));
      else node.childNodes.forEach(walk);
      if (!INLINE.has(tag)) close(node, tag);
      if (tag === "SECTION") section = outer;
    };
    walk(content);
    return blocks;
  };

  /** Read a page from its HTML. */
  const parsePage = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const content = page.querySelector('[role="main"]') ?? page.createElement("div");
    const meta = (property) => page.querySelector(`meta[property="${property}"]`)?.content.trim() ?? "";
    const date = (property) => /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(meta(property))?.[0] ?? "";
    content.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
    showFormulas(content);
    return {
      blocks: blocksOf(content),
      category: meta("article:section"),
      published: date("article:published_time"),
      modified: date("article:modified_time"),
    };
  };

  // ---------- Loading ----------

  const pages = new Map();

  /** Tell whether pages can be read: not from a folder on disk, nor if the project wants no summaries. */
  const areReadable = () => location.protocol !== "file:" && DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY !== false;

  const fetchPage = async (docname) => {
    const response = await fetch(addressOf(docname, DOCUMENTATION_OPTIONS.FILE_SUFFIX));
    if (!response.ok) throw new Error(response.statusText);
    return parsePage(await response.text());
  };

  /** Return the page of a docname, or null if it cannot be read; each is fetched once. */
  const loadPage = async (docname) => {
    if (!areReadable()) return null;
    if (!pages.has(docname)) pages.set(docname, fetchPage(docname));
    try {
      return await pages.get(docname);
    } catch {
      pages.delete(docname);
      return null;
    }
  };

  // ---------- Words in texts ----------

  /** Tell whether a page has every word literally, each within one block. */
  const hasWords = (page, words) =>
    words.every((word) => page.blocks.some((block) => block.literal.includes(word.literal)));

  const PIECES = new RegExp(`[${WORD}]+|[^${WORD}]`, "gu");
  const MOST_PIECES = 100;

  /** Return the longest parts of words that stand in some of the literals, so that a reader sees what is near. */
  const partsIn = (literals, words) => {
    const has = (part) => literals.some((literal) => literal.includes(part));
    const parts = new Set();
    for (const { literal } of words) {
      const pieces = (literal.match(PIECES) ?? []).slice(0, MOST_PIECES);
      for (let start = 0, end = 0; start < pieces.length; start = Math.max(end, start + 1)) {
        end = start;
        while (end < pieces.length && has(pieces.slice(start, end + 1).join(""))) end += 1;
        const part = pieces.slice(start, end).join("").trim();
        // One character of a longer word is everywhere.
        if (part.length > 1 || part === literal) parts.add(part);
      }
    }
    return Array.from(parts, (literal) => ({ typed: literal, literal }));
  };

  /** Return the index in a text of the character that became the one at a position of compact(text). */
  const originalIndex = (text, position) => {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compact(text.slice(0, middle)).length > position) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  };

  /** Return where words stand in a text, as [start, end] of the text itself, sorted and without overlaps. */
  const rangesOf = (text, words) => {
    const literal = compact(text);
    const found = [];
    for (const { literal: word } of words)
      for (let at = literal.indexOf(word); at >= 0; at = literal.indexOf(word, at + word.length))
        found.push([at, at + word.length]);
    found.sort((left, right) => left[0] - right[0] || right[1] - left[1]);
    const apart = [];
    for (const range of found) if (!apart.length || range[0] >= apart.at(-1)[1]) apart.push(range);
    return apart.map(([start, end]) => [originalIndex(text, start), originalIndex(text, end - 1) + 1]);
  };

  /** Return a text in pieces, [text, whether it is one of the words]. */
  const markWords = (text, words) => {
    const pieces = [];
    let done = 0;
    for (const [start, end] of rangesOf(text, words)) {
      const after = end + /^\p{M}*/u.exec(text.slice(end))[0].length;
      pieces.push([text.slice(done, start), false], [text.slice(start, after), true]);
      done = after;
    }
    pieces.push([text.slice(done), false]);
    return pieces.filter(([piece]) => piece);
  };

  // ---------- Snippets ----------

  const BEFORE = 40;
  const LENGTH = 140;
  const MOST_RANGES = 50;

  /** Tell whether a text must not be cut at an index: within a word or a character. */
  const isWithin = (text, index) =>
    (isLetter(text[index - 1]) && isLetter(text[index])) || /[\p{M}\u200d\udc00-\udfff]/u.test(text[index]);

  /** Return where in a text most of the words stand close together. */
  const bestIndex = (text, words) => {
    const ranges = rangesOf(text, words).slice(0, MOST_RANGES);
    const wordsFrom = (start) => {
      const near = ranges.filter(([from, to]) => from >= start && to <= start + LENGTH - BEFORE);
      return new Set(near.map(([from, to]) => compact(text.slice(from, to)))).size;
    };
    const counts = ranges.map(([start]) => wordsFrom(start));
    return ranges[counts.indexOf(Math.max(...counts))]?.[0] ?? 0;
  };

  /** Return the part of a text around an index, from the beginning of a sentence if one is near. */
  const excerpt = (text, index) => {
    let start = Math.max(0, index - BEFORE);
    if (start > 0) start += /^.*[。！？；]/su.exec(text.slice(start, index))?.[0].length ?? 0;
    while (start > 0 && start < index && isWithin(text, start)) start += 1;
    let end = Math.min(text.length, start + LENGTH);
    while (end < text.length && end > index + 1 && isWithin(text, end)) end -= 1;
    const shown = text.slice(start, end).trim();
    const head = start > 0 ? `…${shown.replace(/^[.,;:!?，。；：！？、]+/u, "")}` : shown;
    return end < text.length ? `${head}…` : head;
  };

  /** Return the text of a block; a cell of a table is told by its row. */
  const contextOf = (block, { blocks }) => {
    const cells = block.row ? blocks.filter(({ row }) => row === block.row) : [block];
    return cells.map(({ text }) => text).join(" · ");
  };

  /** Return the place of a page that shows most of the words: its text, in pieces, and its heading. */
  const snippetOf = (page, asked) => {
    const bodies = page.blocks.filter((block) => !HEADING.test(block.tag));
    if (bodies.length === 0) return null;
    const literals = bodies.map((block) => block.literal);
    const words = hasWords(page, asked) ? asked : partsIn(literals, asked);
    const shown = (block) => words.filter((word) => block.literal.includes(word.literal)).length;
    // Prose before code, where both have as many.
    const merit = (block) => shown(block) + (block.tag === "PRE" ? 0 : 0.5);
    const best = bodies.reduce((found, block) => (merit(block) > merit(found) ? block : found));
    const { id, title, tag } = best.section ?? {};
    const place = shown(best) && id && tag !== "H1" ? { anchor: `#${encodeURIComponent(id)}`, title } : null;
    const text = contextOf(best, page);
    return { pieces: markWords(excerpt(text, bestIndex(text, words)), words), place };
  };

  Object.assign(CjkSearch, { INLINE, addressOf, parsePage, loadPage, hasWords });
  Object.assign(CjkSearch, { partsIn, rangesOf, markWords, snippetOf });
})();
