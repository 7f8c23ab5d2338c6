// Runs after katex.min.js; its value is the function that renderer.py calls with (tex, display).
(function (katex, macros) {
  "use strict";

  // katex.css, .katex-sizing: font sizes of \tiny … \Huge as parts of the normal one.
  const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];
  const NO_WIDTH = ["katex-mathml", "llap", "rlap", "clap", "vlist-s", "pstrut"];
  const STACKED = ["vlist-t", "vlist"]; // rows over each other, not beside each other

  function number(name, classes) {
    const found = classes.find((each) => each.startsWith(name) && /\d$/.test(each));
    return found ? Number(found.slice(name.length)) : 6;
  }

  function scale(classes) {
    if (!classes.includes("katex-sizing") && !classes.includes("fontsize-ensurer")) return 1;
    return SIZES[number("size", classes) - 1] / SIZES[number("reset-size", classes) - 1];
  }

  function lengthOf(value) {
    return value && value.endsWith("em") ? parseFloat(value) : 0;
  }

  function widthOfText(node) {
    const each = (node.classes || []).includes("cjk_fallback") ? 1 : Math.max(node.width, 0.25);
    return each * Array.from(node.text).length + (node.italic || 0);
  }

  // About the width of a built node, in em of its parent. KaTeX itself computes heights only.
  function width(node) {
    const classes = node.classes || [];
    if (classes.some((name) => NO_WIDTH.includes(name))) return 0;
    const style = node.style || {};
    const parts = (node.children || []).map(width);
    let own = typeof node.text === "string" ? widthOfText(node) : 0;
    own += STACKED.some((name) => classes.includes(name))
      ? Math.max(0, ...parts)
      : parts.reduce((sum, part) => sum + part, 0);
    own = Math.max(own, lengthOf(style.width), lengthOf(style.minWidth));
    const edges = [style.marginLeft, style.marginRight, style.paddingLeft, style.borderRightWidth];
    return edges.map(lengthOf).reduce((sum, edge) => sum + edge, own) * scale(classes);
  }

  function basesOf(node) {
    if ((node.classes || []).includes("katex-base")) return [node];
    return (node.children || []).flatMap(basesOf);
  }

  // A formula in a line breaks between its bases, a displayed one does not break.
  function unbreakableWidth(tree, display) {
    const widths = basesOf(tree).map(width);
    return display ? widths.reduce((sum, part) => sum + part, 0) : Math.max(0, ...widths);
  }

  function refuse(context) {
    throw new katex.ParseError(context.command + " is not allowed");
  }

  // The floor delimiters of KaTeX 0.19.1 have a path that begins with "MM", of which browsers complain.
  function markup(tree) {
    return tree.toMarkup().replace(/(<path d="[^"]*\n)MM/g, "$1M");
  }

  return function (tex, display) {
    try {
      const tree = katex.__renderToDomTree(tex, {
        displayMode: display,
        macros: Object.assign({}, macros), // \gdef would write into it
        strict: "ignore", // Chinese outside \text is fine
        trust: refuse, // else \href becomes red text, without a word
      });
      return JSON.stringify({ html: markup(tree), width: unbreakableWidth(tree, display) });
    } catch (error) {
      return JSON.stringify({
        message: error.rawMessage || String(error),
        position: error.position ?? null,
        length: error.length ?? 0,
      });
    }
  };
});
