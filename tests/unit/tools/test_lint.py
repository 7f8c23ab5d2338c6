"""The lint of articles: for each rule a sample that fails and one that passes, and what is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.lint.__main__ import check, main, mend
from tools.lint.page import Page
from tools.lint.rules import ALL
from tools.lint.rules.words import known_terms
from tools.site import ROOT
from tools.typography import dictionary, findings

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ndate: 2026-01-01\ntags: [调试]\n---\n\n"
GOOD = f"""{HEAD}# 题目

正文用 PyTorch，公式 $a_i$，见[下文](#小结)与 [](pdb-debugging.md)。

$$\\begin{{aligned}} a &= b \\end{{aligned}}$$ (eq-a)

```python
print(1)
```

:::{{figure}} figures/a.svg
:alt: 图里有什么

图注。
:::

## 常见误区

误区。

## 小结

- 要点。

## 参考资料

- Kingma, Ba. [arXiv:1412.6980](https://arxiv.org/abs/1412.6980)
- Pearson. [DOI](https://doi.org/10.1080/14786440109462720)
"""

# For each rule: samples that fail, as replacements in GOOD, with what the message says; then ones that pass.
SAMPLES: dict[str, tuple[list[tuple[str, str, str]], list[tuple[str, str]]]] = {
    "typography": (
        [("正文用 PyTorch，", "正文用PyTorch,", "排版：正文用PyTorch,")],
        [("正文用", "在B站上，正文用"), ("公式 $a_i$", "公式 $a,b$ 与 `甲,乙`")],
    ),
    "terms": (
        [("PyTorch", "Pytorch", "Pytorch → PyTorch"), ("正文", "过度拟合", "过度拟合 → 过拟合")],
        [
            ("正文", "过拟合（又称过度拟合）"),
            ("PyTorch", "`Pytorch`"),
            ("Kingma, Ba.", "*Pytorch* 过度拟合."),
            ("正文", "见 https://example.org/Pytorch 的正文"),
        ],
    ),
    "math": (
        [
            ("{aligned}", "{align}", "写成 $$\\begin{aligned}"),
            ("a &= b", "a &= b \\label{x}", "$$ … $$ (名字)"),
            ("a &= b", "a &= b \\tag{1}", "\\tag 不能用"),
            ("$$\\begin", "```{math}\n\\begin{gather}a\\end{gather}\n```\n\n$$\\begin", "gathered"),
        ],
        [("a &= b", "a &= \\text{tag} \\\\ &\\labelled"), ("正文", "```text\n\\begin{align}\n```\n\n正文")],
    ),
    "math-inline": ([("$a_i$", "$a\\eqref{x}$", "{eq}`名字`")], [("$a_i$", "$\\tagliatelle$")]),
    "math-place": (
        [
            ("正文", "\\begin{align} a \\end{align}", "\\begin 在 $ 之外只是文字"),
            ("正文", "\\[ \\frac12 \\] 正文", "用 $ … $ 与 $$ … $$"),
        ],
        [("正文", "`\\begin{align}` 与 \\[注\\] 的正文")],
    ),
    "headings": (
        [
            ("## 常见误区\n", "### 跳\n\n## 常见误区\n", "标题跳级：上一级是 #，这里用 ##，不是 ###"),
            ("## 常见误区", "# 常见误区", "一页只有一个题目"),
            ("# 题目", "## 题目", "第一个标题应当是文章的题目"),
            ("## 常见误区\n", "##\n\n## 常见误区\n", "标题是空的"),
        ],
        [("## 常见误区\n", "## 甲\n\n### 乙\n\n#### 丙\n\n## 常见误区\n")],
    ),
    "alt": (
        [
            (":alt: 图里有什么\n", "", "在 figures/a.svg 下面加一行「:alt:"),
            ("正文", "![](figures/a.svg) 正文", "![图里有什么](figures/a.svg)"),
            ("误区。", ":::{note}\n![](figures/a.svg)\n:::", "![图里有什么](figures/a.svg)"),
        ],
        [("正文", "![图](figures/a.svg) 正文")],
    ),
    "picture-sizes": (
        [(":alt: 图里有什么\n", ":alt: 图里有什么\n:width: 60%\n", "「:width:」不起作用")],
        [(":alt: 图里有什么\n", ":alt: 图里有什么\n:name: fig-a\n")],
    ),
    "table-heads": (
        [
            ("误区。", "| | 甲 |\n| --- | --- |\n| 乙 | 1 |", "表头有一格是空的"),
            ("误区。", ":::{note}\n| 甲 | |\n| --- | --- |\n| 乙 | 1 |\n:::", "表头有一格是空的"),
        ],
        [
            ("误区。", "| 比较 | 甲 |\n| --- | --- |\n| | 1 |"),
            ("误区。", "| $n$ | 甲 |\n| --- | --- |\n| 乙 | |"),
        ],
    ),
    "language": (
        [
            ("```python", "```", "代码块没有语言"),
            ("```python", "```py", "语言写 python，不写 py"),
            ("```python", "```{code-block} pycon", "不用 pycon"),
            ("```python", "```ipython", "不用 ipython"),
            ("```python", "```pyhton", "没有语言 pyhton"),
            ("误区。", "段落。\n\n    print(1)", "缩进的代码块没有语言"),
            ("误区。", ":::{note}\n```\nx\n```\n:::", "代码块没有语言"),
        ],
        [("```python", "```console"), ("```python", "```output"), ("```python", "```{code-block} python")],
    ),
    "anchors": (
        [
            ("(#小结)", "(#常见误解)", "本页没有 #常见误解；是不是 #常见误区？"),
            ("(pdb-debugging.md)", "(pdb-debuging.md)", "没有文件 pdb-debuging.md"),
            (
                "(pdb-debugging.md)",
                "(pdb-debugging.md#没有这一节)",
                "python/pdb-debugging.md没有 #没有这一节",
            ),
        ],
        [
            ("(#小结)", "(#eq-a)"),
            ("(pdb-debugging.md)", "(pdb-debugging.md#事后分析)"),
            ("(#小结)", "(https://example.org/#x)"),
            ("## 常见误区", "(here)=\n## 常见误区\n\n[这里](#here)"),
        ],
    ),
    "identifiers": (
        [
            ("abs/1412.6980", "abs/1412.69801", "arXiv 编号 1412.69801 不成形"),
            ("abs/1412.6980", "pdf/1412.6980.pdf", "写成摘要页：https://arxiv.org/abs/1412.6980"),
            ("abs/1412.6980", "abs/1412.6981", "文字说 arXiv:1412.6980，链接却通向 1412.6981"),
            ("//doi.org", "//dx.doi.org", "DOI 链接写成 https://doi.org/10.1080/14786440109462720"),
            ("10.1080/", "1080/", "DOI 1080/14786440109462720 不成形"),
        ],
        [
            ("abs/1412.6980", "abs/1412.6980v9"),
            ("arXiv:1412.6980](https://arxiv.org/abs/1412.6980", "x](https://arxiv.org/abs/cs/0112017"),
        ],
    ),
    "front-matter": (
        [
            ("date: 2026-01-01", "date: 2026-02-30", "没有这一天"),
            ("date: 2026-01-01", "date: 2026-01-01\ncatagories: [nlp]", "是不是 'categories'"),
        ],
        [("date: 2026-01-01", "date: 2026-01-01\nupdated: 2026-02-01\nhide-toc: true")],
    ),
    "tags": (
        [("[调试]", "[debugging]", "是不是 '调试'"), ("[调试]", "[调试, 调试]", "写了两次")],
        [("[调试]", "[调试, pdb]"), ("tags: [调试]\n", "")],
    ),
    "prerequisites": (
        [("tags:", "prerequisites: [python/pdb-debuging]\ntags:", "是不是 python/pdb-debugging？")],
        [("tags:", "prerequisites: [python/pdb-debugging]\ntags:")],
    ),
    "sections": (
        [
            ("## 小结", "## 总结", "缺少一节「## 小结」"),
            ("## 常见误区", "## 参考资料", "缺少一节「## 常见误区」"),
            ("- Kingma", "## 附录\n\n- Kingma", "应当是最后一节；把「附录」移到它前面"),
        ],
        [("## 常见误区", "## 甲\n\n乙。\n\n## 常见误区")],
    ),
}
BAD = [(rule, *sample) for rule, (bad, _good) in SAMPLES.items() for sample in bad]
FINE = [(rule, *sample) for rule, (_bad, good) in SAMPLES.items() for sample in good]


def page(old: str = "", new: str = "") -> Page:
    """Return the good article with *old* replaced, as a file that is not there."""
    assert old in GOOD
    return Page(ROOT / "python" / "sample.md", GOOD.replace(old, new) if old else GOOD)


def said(sample: Page) -> list[tuple[str, str]]:
    """Return rule and message of all findings."""
    return [(report.rule, report.finding.message) for report in check(sample)]


def test_every_rule_has_samples_and_a_good_article_passes() -> None:
    """No rule is without a failing and a passing sample."""
    assert SAMPLES.keys() == ALL.keys()
    assert all(bad and good for bad, good in SAMPLES.values())
    assert said(page()) == []


@pytest.mark.parametrize(("rule", "old", "new", "message"), BAD)
def test_failing_sample_is_found_at_its_line(rule: str, old: str, new: str, message: str) -> None:
    """The rule names the line that was broken, and says what to write instead."""
    broken = page(old, new)
    found = [report for report in check(broken) if report.rule == rule]
    changed = {
        number
        for number, row in enumerate(broken.lines, start=1)
        if row not in GOOD.split("\n") or rule in {"language", "sections", "headings"}
    }

    assert any(message in report.finding.message for report in found), said(broken)
    assert {report.finding.line for report in found} <= changed | {len(broken.lines) - 1} | figure_lines(
        broken
    )


def figure_lines(some: Page) -> set[int]:
    """Return the lines on which figures begin: what lacks a line has no line of its own."""
    return {directive.line for directive in some.directives}


@pytest.mark.parametrize(("rule", "old", "new"), FINE)
def test_passing_sample_passes(rule: str, old: str, new: str) -> None:
    """The rule says nothing of what is right."""
    assert [message for name, message in said(page(old, new)) if name == rule] == []


@pytest.mark.parametrize(("rule", "old", "new", "message"), BAD)
def test_mending_twice_is_mending_once(rule: str, old: str, new: str, message: str) -> None:
    """What is mended is no longer found, and a second time nothing changes."""
    del rule, message
    once = mend(page(old, new))

    assert mend(once).text == once.text
    assert [report for report in check(once) if report.finding.better is not None] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("正文用 PyTorch，", "正文用Pytorch,"),
        ("```python", "```py"),
        ("[调试]", "[debugging]"),
        ("abs/1412.6980", "pdf/1412.6980.pdf"),
        ("//doi.org", "//dx.doi.org"),
    ],
)
def test_safe_mistakes_are_mended(old: str, new: str) -> None:
    """Afterwards the article is the good one again."""
    assert mend(page(old, new)).text == GOOD


def test_code_is_never_mended() -> None:
    """A term on a line that holds it in code, too, is left to the author."""
    both = page("PyTorch，", "Pytorch（`Pytorch`），")

    assert mend(both).text == both.text
    assert [rule for rule, _message in said(both)] == ["terms"]


def test_files_are_mended_in_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command mends what it can, names the rest, and fails while there is a rest."""
    article = tmp_path / "python" / "sample.md"
    article.parent.mkdir()
    (article.parent / "pdb-debugging.md").write_text("# x\n", encoding="utf-8")
    article.write_text(GOOD.replace("PyTorch", "Pytorch").replace(":alt: 图里有什么\n", ""), encoding="utf-8")

    assert main([str(article), "--fix"], root=tmp_path) == 1
    assert "Pytorch" not in article.read_text(encoding="utf-8")
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "已改正 python/sample.md"
    assert out[1].startswith("python/sample.md:16: 图片没有替代文字")
    article.write_text(GOOD, encoding="utf-8")
    assert main([str(article), "--fix"], root=tmp_path) == 0


def test_terms_do_not_contradict_each_other() -> None:
    """No right word holds a wrong one, and no word is wrong twice."""
    wrong = [term.wrong for term in known_terms()]

    assert len(set(wrong)) == len(wrong)
    assert [
        term.right for term in known_terms() if any(t.pattern.search(term.right) for t in known_terms())
    ] == []


def test_words_of_the_dictionary_stay_as_they_are() -> None:
    """What AutoCorrect gets wrong is left alone, and does not hide what is beside it."""
    assert [
        word for word in dictionary() if findings(f"在{word}上" if not word.isascii() else f"在 {word} 上")
    ] == []
    assert findings("在B站,看") == ["1: 在B站,看 → 在B站，看"]
