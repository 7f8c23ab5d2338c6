"""Names of the style sheets of pages."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from prerendered_math.pages import page_of_sheet, sheet_name


def test_name_is_that_of_the_page() -> None:
    """Letters of any script stay, so that a file can be found by eye."""
    assert sheet_name("python/page/2") == "python/page/2.css"
    assert sheet_name("tags/调试") == "tags/调试.css"


def test_what_an_address_would_misread_is_replaced() -> None:
    """Sphinx does not quote the addresses of style sheets."""
    assert sheet_name('c#?"& 100%~') == "c~23~3f~22~26~20100~25~7e.css"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_page_has_a_safe_name_of_its_own(pagename: str) -> None:
    """The name leads back to the page."""
    name = sheet_name(pagename)

    assert page_of_sheet(name) == pagename
    assert re.fullmatch(r"[\w./~-]*", name)
