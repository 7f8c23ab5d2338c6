"""Names of files made from titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.slugs import SLUG, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Python 装饰器", "python-zhuang-shi-qi"),
        ("C++ 与 C#", "c-plus-plus-yu-c-sharp"),
        ("ＰｙＴｏｒｃｈ　入门", "pytorch-ru-men"),
        ("Café déjà vu", "cafe-deja-vu"),
        ("绿色", "lv-se"),
        ("……", ""),
    ],
)
def test_title_becomes_a_name(title: str, slug: str) -> None:
    """Chinese is spelled in pinyin, full width and accents are folded, signs fall away."""
    assert slug_of(title) == slug


@given(st.text(max_size=200))
def test_any_title_gives_a_valid_name_or_none(title: str) -> None:
    """The result is a file name of at most sixty characters, whatever the title, and stays as it is."""
    slug = slug_of(title)

    assert slug == "" or SLUG.fullmatch(slug)
    assert len(slug) <= 60
    assert slug_of(slug) == slug
