"""Parallel builds, repeated builds, and what the environment costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Site

CONF = """
html_baseurl = "https://example.org/"
latest_updates_per_page = 4
latest_updates_tags = "tags.yml"
"""
PROSE = "梯度是损失函数对参数的偏导数组成的向量，沿它的反方向走一小步，损失就减小一点。"


def articles(count: int) -> dict[str, str]:
    """Return *count* articles with tags, links, formulas and drafts among them."""
    made = {"tags.yml": "- pdb\n- 调试\n- C++\n"}
    for number in range(count):
        front_matter = f"tags: [{('pdb', '调试', 'C++')[number % 3]}]"
        if number % 7 == 3:
            front_matter += "\ndraft: true"
        if number % 5 == 1:
            front_matter += "\ncategories: [nlp]\nupdated: 2026-05-01"
        body = f"{PROSE * 12}\n\n$x_{{{number}}}$ 见 [](a00.md)。\n\n{PROSE * 20}"
        date = f"2026-01-{number % 28 + 1:02}"
        name = f"python/a{number:02}.md"
        made[name] = article(front_matter, f"第 {number} 篇 `code`", body, date)
    made["nlp/a00.md"] = article(body="[](../python/a00.md)")
    return made


def output(site: Site, where: Path, **options: Any) -> dict[str, bytes]:
    """Build a site into a new folder; return all its files."""
    assert site.build(builddir=where, **options) == []
    return {
        path.relative_to(site.outdir).as_posix(): path.read_bytes()
        for path in site.outdir.rglob("*")
        if path.is_file()
    }


def test_parallel_build_gives_the_same_bytes(site: Callable[..., Site], tmp_path: Path) -> None:
    """Four processes read and write what one does."""
    small = site(articles(24), CONF)
    serial = output(small, tmp_path / "serial", parallel=1)
    parallel = output(small, tmp_path / "parallel", parallel=4)

    assert "atom.xml" in serial
    assert "python/page/2.html" not in serial
    assert "updates/page/2.html" in serial
    assert parallel == serial


def test_repeated_build_gives_the_same_bytes(site: Callable[..., Site], tmp_path: Path) -> None:
    """Two clean builds of the same sources differ in nothing."""
    small = site(articles(12), CONF)

    assert output(small, tmp_path / "one") == output(small, tmp_path / "two")


def test_incremental_build_gives_the_bytes_of_a_clean_one(site: Callable[..., Site], tmp_path: Path) -> None:
    """After edits of what others show, every page of ours is what a clean build makes it.

    Sidebars, the search index and sources of deleted pages are Sphinx's own affair.
    """
    small = site(articles(24), CONF)
    output(small, tmp_path / "kept")
    small.write(
        {
            "python/a00.md": article("tags: [pdb, C++]", "另一个标题", "另一段文字。"),
            "python/a03.md": article("tags: [调试]", "发布了的草稿"),
            "python/a05.md": article("draft: true", "撤回了的文章"),
            "python/a99.md": article("tags: [C++]\ncategories: [nlp]", "新文章", date="2026-05-05"),
        }
    )
    (small.srcdir / "python/a08.md").unlink()

    kept = output(small, tmp_path / "kept")
    clean = output(small, tmp_path / "clean")

    ours = (
        "updates",
        "tags/",
        "atom.xml",
        "python/atom.xml",
        "feed.json",
        "sitemap.xml",
        "python/a0",
        "nlp/",
    )
    names = {name for name in kept.keys() | clean.keys() if name.startswith(ours)}
    gone = {"python/a05.html", "python/a08.html"}
    assert {name for name in names - gone if kept.get(name) != clean.get(name)} == set()


def test_article_costs_the_environment_little(site: Callable[..., Site], tmp_path: Path) -> None:
    """At most 2.5 KB in the stored environment, for an article of Chinese text with a full excerpt."""
    count = 40
    sources = {name: text.replace("draft: true", "") for name, text in articles(count).items()}
    sizes: list[int] = []
    for extensions in ('"myst_parser"', '"myst_parser", "latest_updates"'):
        small = site(sources, f"extensions = [{extensions}]\n")
        small.write({"updates.md": "# Updates\n"})
        small.build("dummy", builddir=tmp_path / str(len(sizes)))
        assert small.app is not None
        sizes.append((small.app.doctreedir / "environment.pickle").stat().st_size)

    assert 300 < (sizes[1] - sizes[0]) / count <= 2500
