"""The table of replacements fits the installed Furo."""

from __future__ import annotations

import re
from pathlib import Path

import furo
import pytest
from furo_companion.templates import REPLACEMENTS, FuroLiterals, Replacement
from jinja2 import Environment

TEMPLATES = Path(furo.__file__).parent / "theme" / "furo"


def source(template: str) -> str:
    """Return a template as Furo ships it."""
    return (TEMPLATES / template).read_text(encoding="utf-8")


@pytest.mark.parametrize("entry", REPLACEMENTS, ids=lambda entry: f"{entry.template}: {entry.literal}")
def test_each_literal_occurs_as_often_as_expected(entry: Replacement) -> None:
    """An entry that Furo no longer needs, or a literal that came again, is seen on the next update."""
    assert source(entry.template).count(entry.literal) == entry.times


def mended() -> dict[str, str]:
    """Return all of Furo's templates as Jinja sees them."""
    extension = FuroLiterals(Environment(autoescape=True))
    names = [path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")]
    return {name: extension.preprocess(source(name), name) for name in names}


def test_no_template_styles_inline() -> None:
    """Nothing is left that a policy without unsafe-inline would refuse, the one hashed sheet excepted."""
    styled = {name for name, text in mended().items() if re.search(r"""<[^>]*\sstyle=["']""", text)}

    assert styled == set()


def test_no_spoken_literal_is_left_in_english() -> None:
    """Every aria-label, title and alt of a page goes through the message catalogue."""
    attribute = re.compile(r"""\b(?:aria-label|title|placeholder)="[A-Z][^"{]*\"""")
    spoken = {name: attribute.findall(text) for name, text in mended().items()}

    assert {name: found for name, found in spoken.items() if found} == {}


def test_templates_of_others_are_left_alone() -> None:
    """A site's own template of another name may say what it likes."""
    text = 'aria-label="On GitHub"'

    assert FuroLiterals(Environment(autoescape=True)).preprocess(text, "mine.html") == text
