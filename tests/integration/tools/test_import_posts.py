"""Whole sites of Hexo and Hugo are brought into this one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tools.import_posts import main
from tools.site import ROOT, rules

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = ROOT / "tests" / "samples"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return this site with one short article in each category."""
    for name in ("conf.py", "tags.yml", "index.md", "updates.md", "archive.md", "tags.md"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    for name in ("_ext", "_static", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in rules().categories:
        (tmp_path / folder).mkdir()
        shutil.copyfile(ROOT / folder / "index.md", tmp_path / folder / "index.md")
        text = "---\ndate: 2020-01-01\n---\n\n# 第一篇\n"
        (tmp_path / folder / "first.md").write_text(text, encoding="utf-8")
    return tmp_path


def pages(site: Path) -> dict[str, str]:
    """Return the articles that were brought into a site."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for folder in rules().categories
        for path in (site / folder).glob("*.md")
        if path.name not in {"index.md", "first.md"}
    }


def test_imported_posts_build_without_a_warning(site: Path) -> None:
    """Both samples, together, become articles that Sphinx builds with warnings as errors."""
    main([str(SAMPLES / "hexo")], site)
    main([str(SAMPLES / "hugo"), "--category", "杂七杂八"], site)
    output = site / "_build" / "html"
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        "html",
        str(site),
        str(output),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.stderr == ""
    assert done.returncode == 0
    assert sorted(pages(site)) == [
        "computer-vision/bundle.md",
        "deep-learning/attention-notes.md",
        "machine-learning/gradient-descent.md",
        "machine-learning/kd-tree-basics.md",
        "misc/json-post.md",
    ]
    page = (output / "deep-learning" / "attention-notes.html").read_text(encoding="utf-8")
    assert 'href="../machine-learning/gradient-descent.html"' in page
    assert "attention-notes-heads.png" in page
    assert "&lt;span style=" in page
    assert not (output / "computer-vision" / "bundle.html").exists(), "a draft is absent"


def test_dry_run_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It lists each page to come and each thing to look at, with file and line."""
    main([str(SAMPLES / "hexo"), "--dry-run"], site)
    out = capsys.readouterr().out

    assert pages(site) == {}
    assert "source/_posts/attention-notes.md → 将写入 deep-learning/attention-notes.md，图 2 张" in out
    assert 'source/_posts/attention-notes.md:54: HTML <span style="color:red">' in out
    assert "source/_posts/attention-notes.md:36: 找不到图 missing.png" in out
    assert "✗ source/_posts/broken.md：读不懂 front matter" in out


def test_nothing_is_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that is there stays as it is; the other posts are imported all the same."""
    mine = site / "machine-learning" / "gradient-descent.md"
    mine.write_text("我的", encoding="utf-8")
    code = main([str(SAMPLES / "hexo")], site)

    assert code == 1
    assert mine.read_text(encoding="utf-8") == "我的"
    assert "machine-learning/gradient-descent.md 已经存在，不覆盖" in capsys.readouterr().out
    assert "deep-learning/attention-notes.md" in pages(site)


def test_images_outside_of_the_site_are_not_copied(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A post can't take in a file from elsewhere on the disk."""
    posts = tmp_path_factory.mktemp("posts")
    secret = posts.parent / "secret.png"
    secret.write_bytes(b"secret")
    (posts / "a.md").write_text(
        "---\ntitle: 甲\ndate: 2020-01-01\n---\n![图](../secret.png)\n", encoding="utf-8"
    )
    main([str(posts), "--category", "misc"], site)

    assert "图" in pages(site)["misc/a.md"]
    assert list(site.rglob("*secret.png")) == []
