"""Addresses of a page that is shown at any address."""

from __future__ import annotations

import pytest
from furo_companion.lost import from_root


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("python/index.html", "/zh/latest/python/index.html"),
        ("python/index.html#id", "/zh/latest/python/index.html#id"),
        ("./index.html", "/zh/latest/index.html"),
        ("../stable/a/", "/zh/stable/a/"),
        ("#top", "#top"),
        ("?q=1", "?q=1"),
        ("/there.html", "/there.html"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("data:,", "data:,"),
    ],
)
def test_relative_addresses_begin_with_the_root(address: str, expected: str) -> None:
    """Those that name a scheme, the root or a place on the page stay as they are."""
    assert (
        from_root(f'<a class="x" href="{address}">', "/zh/latest/404.html")
        == f'<a class="x" href="{expected}">'
    )


def test_every_kind_of_address_is_found() -> None:
    """Links, pictures and forms."""
    html = '<form action="search.html"><img alt="" src="a.svg"></form>'

    assert from_root(html, "/404.html") == '<form action="/search.html"><img alt="" src="/a.svg"></form>'


def test_text_that_talks_of_addresses_is_left_alone() -> None:
    """Escaped markup in an article is text; so is what stands in other attributes."""
    html = '<p title=" href=&quot;a&quot;">&lt;a href=&quot;a&quot;&gt; href="a"</p>'

    assert from_root(html, "/404.html") == html
