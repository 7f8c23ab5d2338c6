"""What crawlers are told."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest
from furo_companion.robots import robots_text

BASE = "https://example.org/zh/latest/"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("index.html", True), ("python/a.html", True), ("_sources/index.md.txt", False)],
)
def test_pages_are_open_and_their_sources_are_not(path: str, allowed: bool) -> None:
    """A parser of the standard library reads it so."""
    rules = RobotFileParser()
    rules.parse(robots_text(BASE, has_sitemap=True).splitlines())

    assert rules.can_fetch("*", BASE + path) is allowed
    assert rules.site_maps() == [f"{BASE}sitemap.xml"]


def test_a_site_without_address_names_no_sitemap() -> None:
    """Its address would have to be absolute."""
    assert robots_text("", has_sitemap=True) == "User-agent: *\nDisallow: /_sources/\n"
    assert "Sitemap" not in robots_text(BASE, has_sitemap=False)
