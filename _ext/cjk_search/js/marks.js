/*
 * Marks, on a page that was found, the words that it was found by.
 *
 * Sphinx's own sphinx_highlight.js marks what stands within one text node, misses the last nodes of a
 * paragraph once it has marked the first, and goes into formulas and navigation.
 */
(() => {
  "use strict";

  const { INLINE, rangesOf } = CjkSearch;
  const KEY = "cjk_search_words";
  const MOST = 1000;
  // Text that is not read as such, or that would no longer work with an element inside.
  const LEFT_ALONE =
    "script, style, button, select, textarea, svg, nav, math, .math, .katex, .headerlink, .nohighlight";

  /** Leave words for the page that is opened next. */
  const rememberWords = (words) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(words));
    } catch {
      // Storage may be switched off; nothing is marked then.
    }
  };

  /** Return the text nodes of an element by block, without those to be left alone. */
  const blocksIn = (element) => {
    const blocks = [[]];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) blocks.at(-1).push(node);
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const isApart = !INLINE.has(node.tagName) || node.matches(LEFT_ALONE);
      if (isApart) blocks.push([]);
      if (!node.matches(LEFT_ALONE)) node.childNodes.forEach(walk);
      if (isApart) blocks.push([]);
    };
    walk(element);
    return blocks.filter((nodes) => nodes.length);
  };

  /** Put a part of a text node into an element of the class that themes give a colour to. */
  const wrap = (node, start, end) => {
    const part = node.splitText(start);
    part.splitText(end - start);
    const span = document.createElement("span");
    span.className = "highlighted";
    part.replaceWith(span);
    span.append(part);
  };

  /** Mark the words in a block, from its end, so that the places before stay where they are. */
  const markBlock = (nodes, words) => {
    const ranges = rangesOf(nodes.map((node) => node.data).join(""), words).reverse();
    const starts = [];
    nodes.reduce((sum, node) => (starts.push(sum), sum + node.data.length), 0);
    for (const [start, end] of ranges)
      for (let i = nodes.length - 1; i >= 0; i -= 1) {
        const from = Math.max(start - starts[i], 0);
        const to = Math.min(end - starts[i], nodes[i].data.length);
        if (from < to) wrap(nodes[i], from, to);
      }
    return ranges.length;
  };

  /** Mark the words in the text of the page that is open. */
  const markPage = (words) => {
    let left = MOST;
    for (const nodes of blocksIn(document.querySelector('[role="main"]') ?? document.body))
      if (left > 0) left -= markBlock(nodes, words);
  };

  Object.assign(CjkSearch, { rememberWords, markPage });
})();
