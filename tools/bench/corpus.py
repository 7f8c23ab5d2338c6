"""Made-up articles: the same for the same seed, and about as large and as varied as real ones."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

CATEGORIES = {
    "python": "Python",
    "deep-learning": "深度学习",
    "machine-learning": "机器学习",
    "nlp": "自然语言处理",
    "computer-vision": "计算机视觉",
    "misc": "杂七杂八",
}
TAGS = [
    *("调试", "对象", "迭代器", "装饰器", "并发", "pytest", "pdb", "NumPy", "PyTorch", "卷积", "注意力"),
    *("优化", "正则化", "损失函数", "评价指标", "词向量", "决策树", "聚类", "降维", "概率", "目标检测"),
]
_WORDS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()
_CODE = [
    "import numpy as np\n\nrng = np.random.default_rng({n})\n"
    "x = rng.normal(size=({n}, 3))\nprint(x.mean(axis=0))\n",
    "def {a}_{b}(values: list[float], rate: float = 0.{n}) -> float:\n"
    '    """Return the weighted sum."""\n    total = 0.0\n    for value in values:\n'
    "        total += rate * value\n    return total\n\n\nprint({a}_{b}([1.0, 2.0, {n}.0]))\n",
    "class {A}:\n    def __init__(self, {b}: int) -> None:\n        self.{b} = {b}\n\n"
    "    def __repr__(self) -> str:\n        return f'{A}({{self.{b}}})'\n\n\nprint({A}({n}))\n",
    "{a} = {{str(i): i ** 2 for i in range({n})}}\nfor key, value in sorted({a}.items()):\n"
    "    if value % 2:\n        print(key, value)\n",
]
_NAMES = ["alpha", "batch", "cell", "delta", "epoch", "frame", "graph", "hidden", "index", "kernel", "layer"]
_INLINE = [
    r"{a}_{i}",
    r"\mathbf{{{a}}}^\top \mathbf{{{b}}}",
    r"\frac{{{a}}}{{{b}+{i}}}",
    r"O({a} \log {a})",
    r"{a} > {i}",
]
_DISPLAYED = [
    r"\mathcal{{L}}({a}) = -\sum_{{i=1}}^{{{i}}} {b}_i \log \hat {b}_i + \lambda \lVert {a} \rVert_2^2",
    r"\begin{{aligned}} {a} &= W_{i} {b} + c \\ {b}' &= \sigma({a}) \end{{aligned}}",
    r"P({a} \mid {b}) = \frac{{P({b} \mid {a}) P({a})}}{{\int P({b} \mid {a}_{i}) P({a}_{i})\, d{a}}}",
    r"\begin{{pmatrix}} {a} & {i} \\ 0 & {b} \end{{pmatrix}}^{{-1}} = \frac{{1}}{{{a}{b}}}"
    r"\begin{{pmatrix}} {b} & -{i} \\ 0 & {a} \end{{pmatrix}}",
]


class Corpus:
    """A site of *size* articles in six categories."""

    def __init__(self, size: int, seed: int = 0) -> None:
        self.size = size
        self.seed = seed
        self.names = [self._name(number) for number in range(size)]
        # Few words are frequent and many are rare (Zipf's law).
        self._weights = list(accumulate(1 / rank for rank in range(1, len(_WORDS) + 1)))
        self._words = Random(seed).sample(_WORDS, len(_WORDS))

    def _name(self, number: int) -> str:
        category = list(CATEGORIES)[number % len(CATEGORIES)]
        return f"{category}/article-{number:05}"

    def write(self, root: Path, conf: str, *, listings: bool) -> None:
        """Write all files of the site below *root*, with paginated *listings* or without."""
        for category, title in CATEGORIES.items():
            (root / category).mkdir(parents=True, exist_ok=True)
            (root / category / "index.md").write_text(_index(title, listings), encoding="utf-8")
        (root / "index.md").write_text(_front(listings), encoding="utf-8")
        (root / "tags.yml").write_text("".join(f"- tag: {tag}\n" for tag in TAGS), encoding="utf-8")
        (root / "conf.py").write_text(conf, encoding="utf-8")
        for number in range(self.size):
            self.write_article(root, number)

    def write_article(self, root: Path, number: int, **changes: str) -> None:
        """Write article *number*; *changes* are ``title``, ``date`` and ``extra``, a paragraph more."""
        name = self.names[number] if number < self.size else self._name(number)
        (root / f"{name}.md").write_text(self.article(number, **changes), encoding="utf-8")

    def article(self, number: int, title: str = "", date: str = "", extra: str = "") -> str:
        """Return the source of article *number*."""
        random = Random(f"{self.seed}-{number}")
        own_title, own_day = f"{self._sentence(random, 6)[:14]} {number}", _day(random)
        tags = ", ".join(random.sample(TAGS, 3))
        parts = [
            f"---\ndate: {date or own_day}\ntags: [{tags}]\n---\n# {title or own_title}",
            extra,
            *self._sections(random),
        ]
        links = random.sample(self.names, min(3, self.size))
        parts.append("参见 " + "、".join(f"[](../{name}.md)" for name in links) + "。")
        return "\n\n".join(part for part in parts if part) + "\n"

    def _sections(self, random: Random) -> list[str]:
        length = random.randint(3000, 6000)
        count = random.randint(4, 7)
        formulas = [_formula(random, _INLINE) for _ in range(random.randint(5, 15))]
        blocks = [f"```python\n{_code(random)}```" for _ in range(random.randint(3, 6))]
        blocks += [f"$$\n{_formula(random, _DISPLAYED)}\n$$" for _ in range(random.randint(3, 6))]
        random.shuffle(blocks)
        parts = []
        for section in range(count):
            parts.append(f"## {self._sentence(random, 4)[:12]}")
            own = [f"${formula}$" for formula in formulas[section::count]]
            parts += self._paragraphs(random, length // count, own)
            parts += blocks[section::count]
        return parts

    def _paragraphs(self, random: Random, length: int, formulas: list[str]) -> list[str]:
        paragraphs, written = [], 0
        while written < length:
            text = "".join(self._sentence(random, random.randint(6, 18)) + "。" for _ in range(5))
            written += len(text)
            paragraphs.append(text + (f"其中 {formulas.pop()} 见上文。" if formulas else ""))
        return paragraphs

    def _sentence(self, random: Random, words: int) -> str:
        return "".join(random.choices(self._words, cum_weights=self._weights, k=words))


def _index(title: str, listings: bool) -> str:
    listing = "\n```{latest-updates}\n:category:\n```\n" if listings else ""
    return f"# {title}\n\n```{{toctree}}\n:hidden:\n:glob:\n\n*\n```\n{listing}"


def _front(listings: bool) -> str:
    entries = "\n".join(f"{category}/index" for category in CATEGORIES)
    listing = "\n```{latest-updates}\n```\n" if listings else ""
    return f"# 首页\n\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n{listing}"


def _day(random: Random) -> str:
    return (date(2015, 1, 1) + timedelta(days=random.randrange(3650))).isoformat()


def _code(random: Random) -> str:
    first, second = random.sample(_NAMES, 2)
    return random.choice(_CODE).format(a=first, b=second, A=first.title(), n=random.randint(10, 99))


def _formula(random: Random, templates: list[str]) -> str:
    first, second = random.sample("abcdfgkmnpqrstuvwxyz", 2)
    return random.choice(templates).format(a=first, b=second, i=random.randint(1, 99))
