"""Begin an article: ``make new TITLE=… CATEGORY=… [SLUG=…] [TAGS=…]``, or answer the questions.

The skeleton is a draft that passes every check as it is: nothing unfinished is published, and what fails
later was written by its author.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tools.lint.__main__ import mend
from tools.lint.page import Page
from tools.site import ROOT, find_category, rules, settings
from tools.slugs import SLUG, slug_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

SKELETON = """\
---
date: {date}
{tags}draft: true
---

# {title}

第一段单独当摘要读：问题是什么，两句话的答案，读完能做什么。它会出现在卡片、订阅源和搜索结果里。

## 为什么需要它

先有动机：没有它时会遇到什么麻烦。

## 它是什么

再下定义，再推导。符号只定义一次：$n$ 个样本 $x_1,\\dots,x_n$ 的均值是

$$
\\bar x=\\frac1n\\sum_{{i=1}}^n x_i
$$

## 动手试试

代码要短、要自己写，用已知的库或手算的结果断言；代码块之后的 `output` 块就是它打印的内容。

```python
sample = [2, 4, 9]
mean = sum(sample) / len(sample)
assert mean == 5
print("均值", mean)
```

```output
均值 5.0
```

## 常见误区

**误以为……** 写出错在哪里，以及怎样看出来。

## 小结

- 一句话一个要点。

## 参考资料

- 作者：《题目》，出处与年份，附上核对过的 DOI 或 arXiv 链接。
"""

NEXT = """\
✓ 写好了 {path}（草稿：只有 make livehtml 看得到，不会发布）
接下来：
  make livehtml                打开 http://127.0.0.1:8000/{docname}.html，保存即刷新
  make check FILE={path}
                               检查写法，运行文中代码，核对输出与数字
写完之后：
  删去 draft: true，make html，最后 make test
  检查单在 CONTRIBUTING.md"""


class RefusedError(Exception):
    """The article can't be begun; the message says what to do instead."""


def choose_category(named: str) -> str:
    """Return the folder of the category called *named*."""
    folder = find_category(named)
    if folder is None:
        known = "、".join(f"{folder}（{name}）" for folder, name in rules().categories.items())
        raise RefusedError(f"没有类别「{named}」；可用：{known}")
    return folder


def choose_slug(wanted: str, title: str) -> str:
    """Return the name of the article's file: as wanted, else made from the title."""
    slug = wanted or slug_of(title)
    if not slug:
        raise RefusedError("从题目起不出文件名；请加 SLUG=小写字母-数字-连字符")
    if not SLUG.fullmatch(slug) or slug == "index":
        hint = slug_of(slug)
        raise RefusedError(
            f"文件名「{slug}」不行：只用小写字母、数字和连字符"
            + (f"，如 {hint}" if hint and hint != slug else "")
        )
    return slug


def choose_tags(written: str) -> list[str]:
    """Return the tags, in the vocabulary's spelling."""
    vocabulary = rules().vocabulary
    tags = []
    for word in written.replace("，", ",").replace("、", ",").split(","):
        name = word.strip()
        tag = vocabulary.resolve(name) if vocabulary else name
        if name and tag is None:
            guess = vocabulary.suggest(name)[0] if vocabulary else None
            raise RefusedError(
                f"标签「{name}」不在 tags.yml 里" + (f"；是不是「{guess}」？" if guess else "")
            )
        if name and tag:
            tags.append(tag)
    return list(dict.fromkeys(tags))


def skeleton(path: Path, title: str, tags: Sequence[str], root: Path) -> str:
    """Return the text of a new article; the title is set as the lint wants it."""
    day = datetime.now(ZoneInfo(settings()["latest_updates_timezone"])).date()
    row = f"tags: [{', '.join(tags)}]\n" if tags else ""
    return mend(Page(path, SKELETON.format(date=day, title=title, tags=row), root)).text


def begin(title: str, category: str, slug: str, tags: str, root: Path) -> Path:
    """Write the article and return its path; refuse rather than overwrite."""
    title = " ".join(title.split()).lstrip("# ")
    if not title:
        raise RefusedError("题目是空的")
    folder = choose_category(category)
    path = root / folder / f"{choose_slug(slug, title)}.md"
    text = skeleton(path, title, choose_tags(tags), root)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError as error:
        raise RefusedError(f"{folder}/{path.name} 已经存在，不覆盖；换一个 SLUG") from error
    return path


def ask(options: argparse.Namespace, answer: Callable[[str], str]) -> None:
    """Ask for what the command line has left open."""
    if not options.title:
        options.title = answer("题目：").strip()
    if not options.category:
        known = "、".join(rules().categories)
        options.category = answer(f"类别（{known}）：").strip()
    if not options.slug:
        options.slug = answer(f"文件名（直接回车用 {slug_of(options.title) or '—'}）：").strip()
    if not options.tags:
        options.tags = answer("标签（逗号分开，可以先空着）：").strip()


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Begin an article; return 1 if it was refused."""
    parser = argparse.ArgumentParser(description="新建一篇文章", prog="make new")
    for name, words in (
        ("title", "题目"),
        ("category", "类别"),
        ("slug", "文件名"),
        ("tags", "标签，逗号分开"),
    ):
        parser.add_argument(f"--{name}", default="", help=words)
    options = parser.parse_args(arguments)
    complete = options.title and options.category
    try:
        if not complete and not sys.stdin.isatty():
            raise RefusedError('用法：make new TITLE="题目" CATEGORY=python [SLUG=file-name] [TAGS=调试,pdb]')
        if not complete:
            ask(options, input)
        path = begin(options.title, options.category, options.slug, options.tags, root)
    except RefusedError as error:
        print(f"✗ {error}", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\n没有新建", file=sys.stderr)
        return 1
    made = path.relative_to(root)
    print(NEXT.format(path=made.as_posix(), docname=made.with_suffix("").as_posix()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
