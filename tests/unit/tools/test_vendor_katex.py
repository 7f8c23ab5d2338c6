"""The copy of KaTeX: fonts in two parts."""

from __future__ import annotations

import re

import pytest
from fontTools.ttLib import TTFont

from tools.vendor_katex import PUBLISHED, SPLIT, unicode_range


def test_unicode_range_joins_neighbours() -> None:
    """A sign alone is a run of its own."""
    assert unicode_range([0x2264, 0x43, 0x41, 0x42]) == "u+41-43,u+2264"
    assert unicode_range([]) == ""


@pytest.mark.parametrize("name", SPLIT)
def test_part_is_fetched_for_the_signs_that_it_has(name: str) -> None:
    """For no others, and no sign is in both."""
    css = (PUBLISHED / "katex.min.css").read_text(encoding="utf-8")
    signs = {}
    for part in ("letters", "signs"):
        signs[part] = set(TTFont(PUBLISHED / "fonts" / f"{name}-{part}.woff2").getBestCmap())
        face = re.search(rf"{name}-{part}\.woff2[^}}]*unicode-range:([^}}]*)}}", css)
        assert face is not None
        assert face[1] == unicode_range(signs[part])

    assert signs["letters"] <= SPLIT[name]
    assert signs["signs"].isdisjoint(SPLIT[name])
