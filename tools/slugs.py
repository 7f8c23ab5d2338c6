"""Names for the files of articles, made from titles."""

from __future__ import annotations

import re
import unicodedata

from pypinyin import lazy_pinyin

#: What the name of an article's file looks like.
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_LONGEST = 60


def slug_of(title: str) -> str:
    """Return a file name for *title*: lower-case Latin letters, digits and hyphens, Chinese as pinyin.

    Empty if the title holds none of these.

    >>> slug_of("Python 装饰器：@wraps 做了什么")
    'python-zhuang-shi-qi-wraps-zuo-le-shen-me'
    """
    latin = " ".join(lazy_pinyin(unicodedata.normalize("NFKC", title), v_to_u=False))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("+", " plus ").replace("#", " sharp "))
    slug = ""
    for word in words:
        if len(slug) + len(word) >= _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug
