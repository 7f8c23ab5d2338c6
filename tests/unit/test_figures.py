"""The comparison of figures."""

from __future__ import annotations

from tools.figures import same_figure, tidy

ONE = '<svg><path id="p1" d="M 1.0 2.0"/><use href="#p1"/></svg>'


def test_ids_and_tiny_shifts_do_not_count() -> None:
    """Another machine may name a path otherwise and round a coordinate otherwise."""
    assert same_figure(ONE, '<svg><path id="q7" d="M 1.01 2.0"/><use href="#q7"/></svg>')


def test_a_moved_point_counts() -> None:
    """A figure that shows other data is another figure."""
    assert not same_figure(ONE, ONE.replace("2.0", "2.5"))


def test_another_element_counts() -> None:
    """A figure with another element is another figure."""
    assert not same_figure(ONE, ONE.replace("</svg>", "<g/></svg>"))


def test_places_are_rounded_and_scales_are_kept() -> None:
    """A scale of glyphs is small: it says all of itself."""
    svg = (
        '<g transform="translate(12.345678 -0.0001) scale(0.015625)"><path d="M 1.23456 400.5 L 7 0.999"/>\n'
    )

    assert tidy(svg) == '<g transform="translate(12.35 0) scale(0.015625)"><path d="M 1.23 400.5 L 7 1"/>\n'
    assert tidy(tidy(svg)) == tidy(svg)
