"""Digests of plain values."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_navigation.plain import digest, require_plain, stable

ATOMS = st.none() | st.text() | st.integers() | st.booleans() | st.binary()
PLAIN = st.recursive(ATOMS, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=8)


@given(PLAIN, PLAIN)
def test_different_values_have_different_digests(one: object, other: object) -> None:
    """And equal ones of one type the same."""
    assert (repr(one) == repr(other)) == (digest(one) == digest(other))


@given(st.lists(PLAIN))
def test_plain_values_pass(value: list[object]) -> None:
    """They come back as they are."""
    assert value is require_plain(value)


@pytest.mark.parametrize("value", [{"a": 1}, {1}, object(), ("a", [object()])])
def test_other_values_are_refused(value: object) -> None:
    """Their ``repr`` may depend on order or memory."""
    with pytest.raises(TypeError, match="not a plain value"):
        require_plain(value)


def test_settings_do_not_depend_on_order_or_memory() -> None:
    """Equal settings are stable across processes."""
    one = {"a": {1, 2, 3}, "b": PurePosixPath("x"), "c": test_plain_values_pass, "d": [partial(int)]}
    other = dict(reversed(one.items()))

    assert stable(one) == stable(other)
    assert "0x" not in repr(stable(one))
    require_plain(stable(one))
