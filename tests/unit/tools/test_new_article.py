"""Beginning an article."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.articles.numbers import unproved_numbers
from tools import new_article
from tools.lint.__main__ import check
from tools.lint.page import Page
from tools.new_article import main
from tools.site import ROOT, read_front_matter, rules

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty site with the folders of the real one's categories."""
    for folder in rules().categories:
        (tmp_path / folder).mkdir()
    return tmp_path


def new(root: Path, **options: str) -> int:
    """Run the command with options by their names."""
    return main([part for name, value in options.items() for part in (f"--{name}", value)], root)


@pytest.mark.parametrize("folder", list(rules().categories))
def test_skeleton_passes_every_check(root: Path, folder: str) -> None:
    """Lint and front matter find nothing, the code runs and prints what stands there, no number is open."""
    assert new(root, title="用pdb调试:初探", category=folder, slug="x", tags="debugging") == 0
    text = (root / folder / "x.md").read_text(encoding="utf-8")
    code, shown = text.split("```python\n")[1].split("```")[0], text.split("```output\n")[1].split("```")[0]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert check(Page(root / folder / "x.md", text, root)) == []
    assert "\n# 用 pdb 调试：初探\n" in text
    assert ran.stdout == shown
    assert unproved_numbers(text, [ran.stdout]) == []
    front, problems = read_front_matter(text)
    assert (front.draft, front.tags, problems) == (True, ("调试",), [])


def test_name_is_made_of_the_title_and_the_next_steps_are_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Chinese title becomes pinyin; the commands to go on with name the new file."""
    assert new(root, title="决策树与熵", category="机器学习") == 0
    out = capsys.readouterr().out

    assert (root / "machine-learning" / "jue-ce-shu-yu-shang.md").exists()
    assert "make check FILE=machine-learning/jue-ce-shu-yu-shang.md" in out
    assert "/machine-learning/jue-ce-shu-yu-shang.html" in out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"title": "a", "category": "pyton"}, "没有类别「pyton」；可用：python（Python）"),
        ({"title": "a", "category": "python", "slug": "A B"}, "只用小写字母、数字和连字符，如 a-b"),
        ({"title": "a", "category": "python", "slug": "../x"}, "只用小写字母"),
        ({"title": "index", "category": "python"}, "文件名「index」不行"),
        ({"title": "！？", "category": "python"}, "请加 SLUG="),
        ({"title": " # ", "category": "python"}, "题目是空的"),
        ({"title": "a", "category": "python", "tags": "调式"}, "标签「调式」不在 tags.yml 里"),
        ({"title": "a"}, "用法：make new TITLE="),
    ],
)
def test_mistake_is_told_and_nothing_written(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: dict[str, str],
    message: str,
) -> None:
    """Each refusal says what to write instead."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    assert new(root, **options) == 1
    assert message in capsys.readouterr().err
    assert list(root.rglob("*.md")) == []


def test_nothing_is_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays as it is."""
    (root / "nlp" / "a.md").write_text("mine", encoding="utf-8")

    assert new(root, title="a", category="nlp") == 1
    assert "nlp/a.md 已经存在，不覆盖" in capsys.readouterr().err
    assert (root / "nlp" / "a.md").read_text(encoding="utf-8") == "mine"


def test_questions_are_asked_for_what_is_missing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the command asks; an empty answer takes what is offered."""
    answers = iter(["词向量", "nlp", "", "词向量，pdb"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(new_article, "input", answer, raising=False)

    assert main([], root) == 0
    assert (root / "nlp" / "ci-xiang-liang.md").exists()
    assert "ci-xiang-liang" in asked[2]


@pytest.mark.parametrize("title", ["$(touch {0})", "`touch {0}`", '"; touch {0}; "', "$x^2$ 与 'a'"])
def test_make_passes_a_title_on_as_it_is(tmp_path: Path, title: str) -> None:
    """Neither make nor the shell looks into what an author types."""
    mark = tmp_path / "mark"
    named = title.format(mark)
    program = tmp_path / "python"
    program.write_text('#!/bin/sh\nprintf "%s" "$4"\n', encoding="utf-8")
    program.chmod(0o755)
    stamps = ["-o", ".venv/.stamp-write"]
    command = ["make", "-s", *stamps, "new", f"TITLE={named}", "CATEGORY=python", f"PY={program}"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert ran.stdout == named
    assert not mark.exists()
