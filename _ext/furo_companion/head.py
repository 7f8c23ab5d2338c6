"""What browsers ask of a site besides its pages: icons and the colour of their own frame."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.config import Config

# Furo takes the class away from <html> when the page is there, which makes browsers match every rule against
# every element once more. Its theme switch needs the class to go; taken away here, it goes before there are
# elements.
SCRIPTS_RUN = '<script>document.documentElement.classList.remove("no-js")</script>'


def element(name: str, attributes: Mapping[str, str]) -> str:
    """Return an HTML element without content."""
    words = (f'{key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name} {' '.join(words)}>"


def head_elements(config: Config, context: Mapping[str, Any]) -> str:
    """Return the elements for the head of a page; the paths of icons are relative to the output folder."""
    script = SCRIPTS_RUN if config.html_theme == "furo" else ""
    pathto: Callable[..., str] = context["pathto"]
    color = config.furo_companion_theme_color
    icons = ({**icon, "href": pathto(icon["href"], True)} for icon in config.furo_companion_icons)
    frame = element("meta", {"name": "theme-color", "content": color}) if color else ""
    return script + frame + "".join(element("link", icon) for icon in icons)
