// Runs after katex.min.js; its value is the function that renderer.py calls with (tex, display).
(function (katex, macros) {
  "use strict";

  // katex.css, .katex-sizing: font sizes of \tiny … \Huge as parts of the normal one.
  const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];
  const NO_WIDTH = ["katex-mathml", "llap", "rlap", "clap", "vlist-s", "pstrut"];
  const STACKED = ["vlist-t", "vlist"]; // rows over each other, not beside each other

  // Of the line box of a displayed formula, in em; see .measured-formula in formulas.css.
  const LEAST_HEIGHT = 0.878;
  const LEAST_DEPTH = 0.373;
  // What stands outside the line, is more than one, or is moved out of the box that it takes up.
  const UNMEASURED = ["katex-tag", "katex-newline", "katex-rule"];

  function is(node, name) {
    return (node.classes || []).includes(name);
  }

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
    if (is(node, "katex-base")) return [node];
    return (node.children || []).flatMap(basesOf);
  }

  // A formula in a line breaks between its bases, a displayed one does not break.
  function widthsOf(tree, display) {
    const bases = basesOf(tree).map(width);
    const whole = bases.reduce((sum, part) => sum + part, 0);
    return { width: whole, box: display ? whole : Math.max(0, ...bases) };
  }

  function has(node, names) {
    return names.some((name) => is(node, name)) || (node.children || []).some((child) => has(child, names));
  }

  // Of a displayed formula: the height of its line, 0 if that cannot be told.
  function heightOf(tree, display) {
    if (!display || has(tree, UNMEASURED)) return 0;
    const bases = basesOf(tree);
    const height = Math.max(LEAST_HEIGHT, ...bases.map((base) => base.height));
    return height + Math.max(LEAST_DEPTH, ...bases.map((base) => base.depth));
  }

  // KaTeX stacks boxes in a table of up to six elements (makeVList): a list above the baseline, as high as the
  // stack, and a second row as deep as it. One block does as well, and costs browsers far less: the boxes have
  // no height, and margins are the room that they take up. What is built otherwise stays as it is.
  function flatten(node) {
    (node.children || []).forEach(flatten);
    if (!is(node, "vlist-t")) return;
    const [list, below] = node.children.map((row) => (row.children || [])[0]);
    if (!list || !is(list, "vlist") || list.children.length === 0 || (below && !is(below, "vlist"))) return;
    node.children = list.children;
    node.classes = [...node.classes.filter((name) => name !== "vlist-t2"), "vlist"];
    if (lengthOf(list.style.height) > 0) node.style.marginTop = list.style.height;
    if (below) node.style.marginBottom = below.style.height;
  }

  function refuse(context) {
    throw new katex.ParseError(context.command + " is not allowed");
  }

  // The floor delimiters of KaTeX 0.19.1 have a path that begins with "MM", of which browsers complain.
  // Where nothing has been laid out yet, screen readers are told of the annotation, too.
  function markup(tree) {
    return tree
      .toMarkup()
      .replace(/(<path d="[^"]*\n)MM/g, "$1M")
      .replace('<annotation encoding="application/x-tex"', '$& aria-hidden="true"');
  }

  return function (tex, display) {
    try {
      const tree = katex.__renderToDomTree(tex, {
        displayMode: display,
        macros: Object.assign({}, macros), // \gdef would write into it
        strict: "ignore", // Chinese outside \text is fine
        trust: refuse, // else \href becomes red text, without a word
      });
      const size = { ...widthsOf(tree, display), height: heightOf(tree, display) };
      flatten(tree);
      return JSON.stringify({ html: markup(tree), ...size });
    } catch (error) {
      return JSON.stringify({
        message: error.rawMessage || String(error),
        position: error.position ?? null,
        length: error.length ?? 0,
      });
    }
  };
});
