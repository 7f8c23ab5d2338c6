/*
 * Finds and ranks pages over Sphinx's index.
 *
 * Takes the place of private functions of searchtools.js. Where Sphinx no longer has them, nothing is
 * replaced and the search goes on with splitQuery() alone.
 */
(() => {
  "use strict";

  const { CJK, WORD, IGNORED, NUMBER, cut, runs, pairsOf, wordTerms, dottedPairs, split } = CjkSearch;

  // ---------- Words as typed ----------

  const QUOTED_OR_BARE = /["“”]([^"“”]+)["“”]|(\S+)/gu;
  const AROUND = "[\\s.,;:!?'\"()\\[\\]{}<>。，、；：！？…—～·「」『』《》〈〉【】（）［］｛｝‘’]+";
  const TRIMMED = new RegExp(`^${AROUND}|${AROUND}$`, "gu");
  const CJK_BREAK = new RegExp(`(?<=[${CJK}])\\n(?=[${CJK}])`, "gu");
  const CJK_GAP = new RegExp(`(?<=[${CJK}])[ \\n](?=[^${CJK}])|(?<=[^${CJK}])[ \\n](?=[${CJK}])`, "gu");

  /**
   * Return a text as it is compared with the words of a query: case, width, dashes and quotes are folded,
   * a line break within CJK and a space between CJK and another script count as nothing.
   * The result never gets shorter when the text gets longer; originalIndex() relies on that.
   */
  const compact = (text) =>
    text
      .replace(IGNORED, "")
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll("ς", "σ")
      .replace(/[‐-―−]/g, "-")
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/\s+/g, (gap) => (gap.includes("\n") ? "\n" : " "))
      .replace(CJK_BREAK, "")
      .replace(CJK_GAP, "")
      .replaceAll("\n", " ")
      .trimEnd();

  const trim = (text) => text.replace(TRIMMED, "");

  /** Return the words of a query, each `typed` and `literal`, which is how it is looked for in a text. */
  const parseWords = (query) => {
    const given = Array.from(query.matchAll(QUOTED_OR_BARE), ([, quoted, bare]) => quoted ?? bare);
    // Punctuation around a word is not meant, unless there is nothing else.
    const trimmed = given.map(trim).filter((typed) => typed);
    const words = new Map();
    for (const typed of trimmed.length ? trimmed : given) {
      const literal = compact(typed);
      if (literal) words.set(literal, { typed, literal });
    }
    return [...words.values()];
  };

  const LETTER = new RegExp(`[${WORD}]`, "u");
  const isLetter = (character) => character !== undefined && LETTER.test(character);

  /** Tell whether a word stands in a text of compact() by itself: `nn` does not in `rnn`. */
  const standsIn = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      const runsOn = isLetter(word[0]) && isLetter(text[at - 1]);
      const goesOn = isLetter(word.at(-1)) && isLetter(text[end]);
      if (!runsOn && !goesOn) return true;
    }
    return false;
  };

  // ---------- Terms of a query ----------

  /** Return the fewest terms that imply all terms of words joined by dots. */
  const chainUnits = (chain) => {
    const words = chain.split(".");
    const pairs = dottedPairs(words);
    const paired = new Set(pairs.flatMap((pair) => pair.split(".")));
    const alone = words.filter((word) => !paired.has(word));
    // A word implies its parts, unless it is too odd to be a term itself.
    const unitsOfWord = (word) => (wordTerms(word)[0] === cut(word) ? [cut(word)] : wordTerms(word));
    return [...pairs, ...alone.flatMap(unitsOfWord)];
  };

  /** Return the terms that a page must have, each with its kind: pair, character or word. */
  const unitsOf = (words) => {
    const units = new Map();
    for (const run of words.flatMap((word) => runs(word.typed))) {
      const terms = run.cjk ? pairsOf(run.text) : chainUnits(run.text);
      const kind = run.cjk ? ([...run.text].length === 1 ? "character" : "pair") : "word";
      for (const term of terms) units.set(term, kind);
    }
    return units;
  };

  /** Strip the regular endings of English, until none is left: trains, trained, training → train. */
  const base = (word) => {
    const stripped = word
      .replace(/ies$/, "y")
      .replace(/(ss|[xz]|ch|sh)es$/, "$1")
      .replace(/([^aious])s$/, "$1")
      .replace(/(.*[aeiouy].+)(?:ing|ed)$/, "$1")
      .replace(/([bdfgmnprt])\1$/, "$1")
      .replace(/(..)e$/, "$1");
    return stripped === word ? word : base(stripped);
  };

  // ---------- The index ----------

  const documents = (posting) => (typeof posting === "number" ? [posting] : posting);

  /** Return a function that computes a value once. */
  const once = (compute) => {
    let value;
    return () => (value ??= compute());
  };

  /** Count the terms of each page of an index that was not packed. */
  const countTerms = (index) => {
    const lengths = new Float64Array(index.docnames.length);
    for (const table of [index.terms, index.titleterms])
      for (const posting of Object.values(table)) for (const page of documents(posting)) lengths[page] += 1;
    return lengths;
  };

  /** Return what the length of each page does to its rank: a term in a short page counts for more. */
  const normsOf = (index) => {
    const lengths = index.lengths ?? countTerms(index);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
    // BM25 with every term once (k1 = 1.2, b = 0.4).
    return lengths.map((length) => 2.2 / (1 + 1.2 * (0.6 + (0.4 * length) / mean)));
  };

  /** Return terms as text to be scanned, those that begin with a CJK character or the others. */
  const keysOf = (index, isCjk) => {
    const keys = [...Object.keys(index.terms), ...Object.keys(index.titleterms)];
    return `\n${keys.filter((key) => key.charCodeAt(0) >= 0x3000 === isCjk).join("\n")}\n`;
  };

  /** Return the titles and headings by page; how they are compared is made out when it is asked for. */
  const titlesOf = (index) => {
    const titles = index.docnames.map(() => []);
    for (const [title, places] of Object.entries(index.alltitles)) {
      const literal = once(() => compact(trim(title)));
      for (const [page, anchor] of places) titles[page].push({ anchor, title, literal });
    }
    return titles;
  };

  /** Prepare an index for queries; what not every query needs, when one needs it. */
  const prepare = (index) => ({
    size: index.docnames.length,
    pages: new Map(index.docnames.map((docname, page) => [docname, page])),
    norms: normsOf(index),
    titles: titlesOf(index),
    lowerTitles: Object.keys(index.alltitles).map((title) => ({ title, lower: title.toLowerCase().trim() })),
    cjkKeys: once(() => keysOf(index, true)),
    wordKeys: once(() => keysOf(index, false)),
  });

  const prepared = new WeakMap();
  const preparedIndex = () => {
    if (!prepared.has(Search._index)) prepared.set(Search._index, prepare(Search._index));
    return prepared.get(Search._index);
  };

  /** Return the terms that contain a text, which may begin with a line feed: the terms that begin with it. */
  const termsWith = (keys, text) => {
    const found = new Set();
    for (let at = keys.indexOf(text); at >= 0; ) {
      const end = keys.indexOf("\n", at + 1);
      if (end < 0) break;
      found.add(keys.slice(keys.lastIndexOf("\n", at) + 1, end));
      at = keys.indexOf(text, end);
    }
    return found;
  };

  // ---------- Ranking ----------

  const TITLE = 2.5;
  const INFLECTED = 0.6;
  const CONTAINING = 0.4;

  /** Note for each page of a term the weight of the match, the greatest one if it has several. */
  const noteMatches = (matches, term, weight) => {
    const note = (table, value) => {
      if (!Object.hasOwn(table, term)) return;
      for (const page of documents(table[term])) matches.set(page, Math.max(matches.get(page) ?? 0, value));
    };
    note(Search._index.terms, weight);
    note(Search._index.titleterms, TITLE * weight);
  };

  const matchesOf = (term, kind, { cjkKeys, wordKeys }) => {
    const matches = new Map();
    if (kind === "character") {
      for (const key of termsWith(cjkKeys(), term)) noteMatches(matches, key, 1);
      return matches;
    }
    noteMatches(matches, term, 1);
    if (kind === "pair") return matches;
    if (/^[a-z]{4,}$/.test(term)) {
      const stem = base(term);
      for (const key of termsWith(wordKeys(), `\n${stem.replace(/y$/, "")}`))
        if (key !== term && base(key) === stem) noteMatches(matches, key, INFLECTED);
    }
    // A single letter or a number is part of too much, unless it is nowhere by itself.
    if (matches.size === 0 || (term.length > 1 && !NUMBER.test(term)))
      for (const key of termsWith(wordKeys(), term)) if (key !== term) noteMatches(matches, key, CONTAINING);
    return matches;
  };

  /** Add up by page how many of the terms it has, what they weigh, and what they weigh where they stand. */
  const tally = (units, index) => {
    const zeros = () => new Float64Array(index.size);
    const sums = { mass: 0, count: zeros(), masses: zeros(), weights: zeros() };
    for (const [term, kind] of units) {
      const matches = matchesOf(term, kind, index);
      const idf = Math.log(1 + (index.size - matches.size + 0.5) / (matches.size + 0.5));
      sums.mass += idf;
      for (const [page, weight] of matches) {
        sums.count[page] += 1;
        sums.masses[page] += idf;
        sums.weights[page] += idf * weight * index.norms[page];
      }
    }
    return sums;
  };

  /** Return what a page earns by a title or heading that has all the words. */
  const titleBonus = (titles, words, phrase) => {
    const length = words.reduce((sum, word) => sum + word.literal.length, 0);
    const bonuses = titles.map(({ anchor, literal: folded }) => {
      const literal = folded();
      if (literal === phrase) return anchor === null ? 60 : 50;
      if (!words.every((word) => standsIn(literal, word.literal))) return 0;
      return (anchor === null ? 12 : 6) + 18 * Math.min(1, length / literal.length);
    });
    return Math.max(0, ...bonuses);
  };

  const RELAXED = "relaxed";
  const RELAXED_PAGES = 20;
  const RELAXED_SHARE = 0.2;

  /** Return the pages that have the most of the terms' weight, where none has all. */
  const closest = (sums) => {
    const share = (page) => sums.masses[page] / sums.mass;
    const pages = [...sums.masses.keys()].filter((page) => share(page) >= RELAXED_SHARE);
    const best = Math.max(...pages.map(share));
    const near = pages.filter((page) => share(page) >= 0.6 * best);
    return near.sort((left, right) => sums.weights[right] - sums.weights[left]).slice(0, RELAXED_PAGES);
  };

  /** Return the pages of a query as rows of Sphinx's result list; kind RELAXED where none has all words. */
  const rank = (words) => {
    const { docnames, titles, filenames } = Search._index;
    const units = unitsOf(words);
    if (units.size === 0) return [];
    const index = preparedIndex();
    const sums = tally(units, index);
    // The scale is that of Sphinx's scores, among which the hits in titles and objects are sorted.
    const row = (page, score, kind) => {
      const rounded = Math.round(1000 * score) / 1000;
      return [docnames[page], titles[page], "", null, rounded, filenames[page], kind];
    };
    const all = [...sums.count.keys()].filter((page) => sums.count[page] === units.size);
    if (all.length === 0)
      return closest(sums).map((page) => row(page, (Scorer.term * sums.weights[page]) / sums.mass, RELAXED));
    const phrase = compact(words.map((word) => word.typed).join(" "));
    return all.map((page) => {
      const bonus = titleBonus(index.titles[page], words, phrase);
      return row(page, (Scorer.term * sums.weights[page]) / sums.mass + bonus, SearchResultKind.text);
    });
  };

  // ---------- In place of Sphinx's functions ----------

  const REPLACED = ["_parseQuery", "performTermsSearch"];
  const CALLED = ["_performSearch", "performObjectSearch", "hasIndex"];

  /** Replace what can be replaced, if searchtools.js is there and as expected; tell whether it was. */
  const install = () => {
    if ([typeof Search, typeof Scorer, typeof SearchResultKind].includes("undefined")) return false;
    if (![...REPLACED, ...CALLED].every((name) => typeof Search[name] === "function")) return false;
    Search._parseQuery = (query) => {
      const words = parseWords(query);
      const literals = words.map((word) => word.literal);
      const terms = Object.assign(new Set(split(query)), { words });
      return [literals.join(" "), terms, new Set(), new Set(literals), new Set(literals)];
    };
    Search.performTermsSearch = (terms) => rank(terms.words ?? parseWords([...terms].join(" ")));
    return true;
  };

  /** Return the titles that Sphinx would count as hits of a text, in which it has at least half the length. */
  const titlesWith = (index, text) =>
    preparedIndex().lowerTitles.flatMap(({ lower, title }) =>
      text.length >= title.length / 2 && lower.includes(text) ? [[title, index.alltitles[title]]] : [],
    );

  /** Search by Sphinx's function, to which only those titles are shown: it takes long over those of a large site. */
  const performSearch = (text, ...terms) => {
    const index = Search._index;
    const narrowed = { ...index, alltitles: Object.fromEntries(titlesWith(index, text)) };
    prepared.set(narrowed, preparedIndex());
    Search._index = narrowed;
    try {
      return Search._performSearch(text, ...terms);
    } finally {
      Search._index = index;
    }
  };

  /** Return the hits of a query, one for each page: its place in the ranking is that of its best row. */
  const find = (query) => {
    const words = parseWords(query);
    const rows = words.length ? performSearch(...Search._parseQuery(query)).reverse() : [];
    const hits = new Map();
    for (const row of rows) {
      if (!hits.has(row[0])) hits.set(row[0], []);
      hits.get(row[0]).push(row);
    }
    return {
      words,
      hits: Array.from(hits, ([docname, found]) => ({ docname, rows: found })),
      relaxed: rows.some((row) => row[6] === RELAXED),
    };
  };

  const PLACES = 3;

  /** Return the title of a hit's page, whether it has all the words, and places named after some of them. */
  const describe = ({ docname, rows }, words) => {
    const { pages, titles } = preparedIndex();
    const page = pages.get(docname);
    const places = new Map();
    for (const [, name, anchor, description, , , kind] of rows)
      if (anchor && kind !== SearchResultKind.title)
        places.set(anchor, description ? `${name} (${description})` : name);
    const has = ({ literal }) => words.filter((word) => standsIn(literal(), word.literal)).length;
    const headings = titles[page].filter((title) => title.anchor !== null && has(title));
    headings.sort((left, right) => has(right) - has(left));
    for (const { anchor, title } of headings) places.set(`#${anchor}`, title);
    const first = [...places].slice(0, PLACES);
    const title = Search._index.titles[page];
    const isNamed = words.every((word) => standsIn(compact(title), word.literal));
    return { title, isNamed, places: first.map(([anchor, name]) => ({ anchor, title: name })) };
  };

  Object.assign(CjkSearch, { compact, isLetter, parseWords, standsIn, base, unitsOf, find, describe, install });
})();
