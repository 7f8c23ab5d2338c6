"""A displayed formula within a paragraph stands between two paragraphs in HTML."""

from __future__ import annotations

from docutils import nodes


def lift_displayed_formulas(doctree: nodes.document) -> None:
    """Split paragraphs at the displayed formulas in them.

    MyST allows ``$$…$$`` in the middle of a sentence, and TeX has it so, but a browser ends ``<p>`` at the
    first block and leaves what follows without a paragraph.
    """
    for formula in list(doctree.findall(nodes.math_block)):
        block: nodes.Element = formula
        while isinstance(block.parent, nodes.container):  # some themes wrap formulas
            block = block.parent
        if isinstance(block.parent, nodes.paragraph):
            _split_around(block)


def _split_around(block: nodes.Element) -> None:
    """Move `block` behind its paragraph, and what follows it into a paragraph of its own."""
    paragraph = block.parent
    place = paragraph.index(block)
    before, after = paragraph[:place], paragraph[place + 1 :]
    rest = nodes.paragraph("", "", *after, classes=paragraph["classes"])
    rest.source, rest.line = paragraph.source, paragraph.line
    paragraph.children = before
    paragraph.replace_self([part for part in (paragraph, block, rest) if part is block or _says(part)])


def _says(paragraph: nodes.Element) -> bool:
    return bool(paragraph.astext().strip()) or any(not isinstance(child, nodes.Text) for child in paragraph)
