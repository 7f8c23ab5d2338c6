"""Pictures keep their room free before they arrive, and are fetched when the reader comes near."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.images import get_image_size

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def measure_pictures(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Note the sizes of local pictures that have none given; docutils writes them as attributes."""
    if app.builder.format != "html" or getattr(app.builder, "embedded", False):
        return
    for picture in doctree.findall(nodes.image):
        if picture["uri"] not in app.env.images or {"width", "height", "scale"} & picture.attributes.keys():
            continue
        picture["loading"] = "lazy"
        if size := get_image_size(Path(app.srcdir, picture["uri"])):
            picture["width"], picture["height"] = map(str, size)
