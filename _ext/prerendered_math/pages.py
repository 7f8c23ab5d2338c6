"""What a page with formulas loads."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

from .styles import style_rules, used_declaration_classes

if TYPE_CHECKING:
    from typing import Any

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

STATIC = Path(__file__).parent / "static"
KATEX_SHEET = "prerendered-math/katex/katex.min.css"
OWN_SHEET = "prerendered-math/formulas.css"
PAGE_SHEETS = "prerendered-math/pages"  # below _static; one a page, named like the page


def sheet_name(pagename: str) -> str:
    """Return the file name of a page's own style sheet.

    Sphinx writes the addresses of style sheets as they are, so what has a meaning in an address (or in HTML)
    is replaced; letters of any script stay.
    """
    return re.sub(r"[^\w./-]", _escaped, pagename) + ".css"


def _escaped(character: re.Match[str]) -> str:
    return "".join(f"~{byte:02x}" for byte in character[0].encode())


def page_of_sheet(name: str) -> str:
    """Return the page that a style sheet of this name belongs to; the inverse of `sheet_name`."""
    return re.sub(r"(?:~[0-9a-f]{2})+", _unescaped, name.removesuffix(".css"))


def _unescaped(escape: re.Match[str]) -> str:
    return bytes.fromhex(escape[0].replace("~", "")).decode()


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Link KaTeX's style sheet, ours and the page's own, if the page shows formulas.

    What is looked at is the finished HTML, so listings and generated pages are served like articles.
    """
    if "<math" in context.get("title", "") and pagename in app.env.titles:
        # For <title>, which has no markup: TeX, as with Sphinx's own renderers.
        context["title"] = html.escape(app.env.titles[pagename].astext())
    shown = "".join(value for value in context.values() if isinstance(value, str))
    rules = style_rules(used_declaration_classes(shown)) if 'class="katex' in shown else ""
    sheet = f"{PAGE_SHEETS}/{sheet_name(pagename)}"
    _write_or_remove(Path(app.outdir, "_static", sheet), rules)
    if 'class="katex' in shown:
        builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
        for name in [KATEX_SHEET, OWN_SHEET, *([sheet] if rules else [])]:
            builder.add_css_file(name, priority=300)


def _write_or_remove(path: Path, text: str) -> None:
    if text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    else:
        path.unlink(missing_ok=True)


def remove_stale_sheets(app: Sphinx, exception: Exception | None) -> None:
    """Remove the sheets of pages that are no longer there, and folders that this empties."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir, "_static", PAGE_SHEETS)
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    for sheet in folder.rglob("*.css"):
        pagename = page_of_sheet(sheet.relative_to(folder).as_posix())
        if not builder.get_output_path(pagename).exists():
            sheet.unlink()
    below_first = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    for path in [*below_first, folder]:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
