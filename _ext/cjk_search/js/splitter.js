/*
 * Splits a query into the terms that splitting.py has put into the index, and unpacks the index file.
 *
 * This part needs nothing but the documented hook: Sphinx's searchtools.js calls splitQuery().
 * What is changed here is changed in splitting.py or packing.py.
 */
var CjkSearch = (() => {
  "use strict";

  const TERM_LENGTH = 40;
  const NUMBER_LENGTH = 4;

  const CJK =
    "\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u303b\\u303c\\u3041-\\u3096\\u3099\\u309a\\u309d-\\u309f\\u30a1-\\u30fa"
    + "\\u30fc-\\u30ff\\u3105-\\u312f\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff"
    + "\\u{20000}-\\u{323af}";
  const WORD =
    "0-9A-Z_a-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0300-\\u0373\\u0376-\\u037d\\u037f"
    + "\\u0386\\u0388-\\u0481\\u0483-\\u052f\\u0531-\\u0556\\u0560-\\u0588\\u0591-\\u05bd\\u05bf\\u05c1-\\u05c7\\u05d0-\\u05ea"
    + "\\u0610-\\u061a\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u06dc\\u06ee-\\u06fc\\u0900-\\u0963\\u0966-\\u096f\\u0e00-\\u0e3a"
    + "\\u0e40-\\u0e4e\\u0e50-\\u0e59\\u10a0-\\u10fa\\u1e00-\\u1fff";
  const COMPATIBLE =
    "\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u1100-\\u11ff\\u2070-\\u209c\\u2100-\\u214f\\u2150-\\u2189\\u2460-\\u24ff"
    + "\\u3130-\\u318f\\u3200-\\u33ff\\ua960-\\ua97f\\ud7b0-\\ud7fb\\ufb00-\\ufb06\\uff0e\\uff10-\\uff19\\uff21-\\uff3a\\uff3f"
    + "\\uff41-\\uff5a\\uff65-\\uffdc\\u{1d400}-\\u{1d7ff}";

  const IGNORED = /[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]+/gu;
  const FOREIGN = new RegExp(`[^\\x00-\\x7f${CJK}${WORD}${COMPATIBLE}]+`, "gu");
  const JOINED_LINES = new RegExp(`(?<=[${CJK}])[ \\t]*\\n\\s*(?=[${CJK}])`, "gu");
  const RUN = new RegExp(`([${CJK}]+)|[${WORD}]+(?:\\.[${WORD}]+)*`, "gu");
  const NUMBER = /^[0-9.]+$/;
  const UNSAFE = "__proto__";

  /** Return the text without differences of case, width and composition. */
  const normalize = (text) =>
    text
      .replace(IGNORED, "")
      .replace(FOREIGN, ",")
      .normalize("NFKC")
      .replace(JOINED_LINES, "")
      .toLowerCase()
      .replaceAll("ς", "σ");

  const cut = (term) => term.slice(0, TERM_LENGTH);

  const isIndexed = (term) => !NUMBER.test(term) || term.length <= NUMBER_LENGTH;

  /** Return a word and its parts, if it has some; a long number is nothing. */
  const wordTerms = (word) => {
    const parts = word.split("_").filter((part) => part);
    const joined = parts.length > 1 || (parts.length === 1 && parts[0] !== word);
    return (joined && word !== UNSAFE ? [word, ...parts] : parts).filter(isIndexed).map(cut);
  };

  /** Return the neighbours of words joined by dots, but for pairs of numbers. */
  const dottedPairs = (words) =>
    words
      .slice(1)
      .map((word, i) => `${words[i]}.${word}`)
      .filter((pair) => !NUMBER.test(pair))
      .map(cut);

  const chainTerms = (chain) => {
    const words = chain.split(".");
    return [...words.flatMap(wordTerms), ...dottedPairs(words)];
  };

  /** Return the neighbours of a CJK run as pairs; a character alone stays alone. */
  const pairsOf = (run) => {
    const characters = [...run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, i) => characters[i] + character);
  };

  /** Return the runs of a text: `cjk` tells ideographs and the like from words. */
  const runs = (text) => Array.from(normalize(text).matchAll(RUN), (run) => ({ text: run[0], cjk: Boolean(run[1]) }));

  const split = (text) => runs(text).flatMap((run) => (run.cjk ? pairsOf(run.text) : chainTerms(run.text)));

  // ---------- The index file ----------

  const SHARED = "#".charCodeAt(0);
  const NEAREST = "#".charCodeAt(0);

  /** Return the pages of a term, whose distances are characters; one page alone is a number. */
  const unpackPlaces = (packed, lengths) => {
    const places = new Array(packed.length);
    let page = 0;
    for (let i = 0; i < packed.length; i += 1) {
      page += packed.charCodeAt(i) - NEAREST;
      places[i] = page;
      lengths[page] += 1;
    }
    return places.length === 1 ? page : places;
  };

  /** Return a table of terms as Sphinx's search wants it, from what packing.py has made of it. */
  const unpackTable = ([terms, places], lengths) => {
    const table = {};
    const lists = places.split(" ");
    let term = "";
    let at = 0;
    for (const [, shared, rest] of terms.matchAll(/([#-\-])([^#-\-]*)/g)) {
      term = term.slice(0, shared.charCodeAt(0) - SHARED) + rest;
      table[term] = unpackPlaces(lists[at], lengths);
      at += 1;
    }
    return table;
  };

  /** Return an index as Sphinx's search wants it, and `lengths`: how many terms each page has. */
  const unpack = (index) => {
    const lengths = new Float64Array(index.docnames.length);
    const terms = unpackTable(index.terms, lengths);
    const titleterms = unpackTable(index.titleterms, lengths);
    return { ...index, terms, titleterms, lengths };
  };

  return { unpack, CJK, WORD, IGNORED, NUMBER, cut, runs, pairsOf, wordTerms, dottedPairs, split };
})();

/* A declaration, because searchtools.js is loaded before and has filled the variable. */
function splitQuery(query) {
  return CjkSearch.split(query);
}
