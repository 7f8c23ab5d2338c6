"""The copy of KaTeX: fonts in two parts."""

from __future__ import annotations

import re

import pytest

from tools.vendor_katex import PUBLISHED, SPLIT, unicode_range


def test_unicode_range_joins_neighbours() -> None:
    """A sign alone is a run of its own."""
    assert unicode_range([0x2264, 0x43, 0x41, 0x42]) == "u+41-43,u+2264"
    assert unicode_range([]) == ""


def read_range(text: str) -> set[int]:
    """Return the signs of a range as CSS writes it."""
    runs = [re.findall(r"[0-9a-f]+", run.removeprefix("u+")) for run in text.split(",")]
    return {sign for run in runs for sign in range(int(run[0], 16), int(run[-1], 16) + 1)}


@pytest.mark.parametrize("name", SPLIT)
def test_no_sign_fetches_both_parts_of_a_font(name: str) -> None:
    """Letters come with the first part alone; both parts are there."""
    css = (PUBLISHED / "katex.min.css").read_text(encoding="utf-8")
    signs = {}
    for part in ("letters", "signs"):
        file = f"fonts/{name}-{part}.woff2"
        face = re.search(rf"{re.escape(file)}[^}}]*unicode-range:([^}}]*)}}", css)
        assert face is not None
        assert (PUBLISHED / file).is_file()
        signs[part] = read_range(face[1])

    assert set(b"AZ") <= signs["letters"] <= SPLIT[name]
    assert signs["signs"]
    assert signs["signs"].isdisjoint(SPLIT[name])
