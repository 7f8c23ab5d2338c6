"""A small site that changes at random: every kind of edit that an author or operator makes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

EXTENSIONS = Path(__file__).parents[3] / "_ext"
OPTIONAL = ("furo_companion", "latest_updates", "cjk_search", "prerendered_math")
PRESENT = tuple(name for name in OPTIONAL if (EXTENSIONS / name / "__init__.py").is_file())
CATEGORIES = ("python", "nlp")
TAGS = ("调试", "C++", "pytest")
WORDS = ["反卷积", "模型", "梯度", "loss", "`pdb`", "训练", "k-means", "卷积", "*向量*", "a<b&c", "缓存"]
SETTINGS: dict[str, list[object]] = {
    "html_title": ["站", "站点"],
    "site_navigation_window": [1, 3, 12],
    "site_navigation_full_below": [0, 200],
    "html_sourcelink_suffix": [".txt", ""],
    "html_show_copyright": [True, False],
    "html_baseurl": ["https://example.org/", ""],
    "latest_updates_excerpt_length": [350, 20],
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"><title>{1}</title></svg>\n'
# What else an article may hold, and how others refer to it; ``%s`` is the article's own name.
BLOCKS = {
    "": "",
    "index": "```{index} 词条 %s; 细目\n```",
    "object": "```{py:function} f_%s(x)\n说明。\n```",
    "term": "```{glossary}\n术语 %s\n  解释。\n```",
    "equation": "$$\nx = 1\n$$ (eq-%s)",
    "download": "{download}`数据 %s <figures/a/fig.svg>`",
}
REFERENCES = {"object": "{py:func}`f_%s`", "term": "{term}`术语 %s`", "equation": "{eq}`eq-%s`"}


@dataclass(frozen=True)
class Kind:
    """A kind of site: with which of the other extensions, theme and builder."""

    extensions: tuple[str, ...] = PRESENT
    theme: str = "furo"
    builder: str = "html"


KINDS = {"all": Kind(), "alone": Kind((), "alabaster"), "dirhtml": Kind(builder="dirhtml")}


@dataclass
class Article:
    """An article's front matter and text; links are kept by the name of the article they lead to."""

    title: str
    date: str
    tags: list[str]
    paragraphs: list[str]
    headings: list[str]
    links: list[str] = field(default_factory=list)
    draft: bool = False
    figure: str = ""
    keys: list[str] = field(default_factory=list)
    block: str = ""
    references: list[str] = field(default_factory=list)


@dataclass
class RandomSite:
    """The files of a site below *root*; each method but ``write`` and ``edit`` makes one kind of edit."""

    root: Path
    random: Random
    size: int
    kind: Kind = KINDS["all"]
    articles: dict[str, Article] = field(default_factory=dict)
    indices: dict[str, dict[str, str]] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    made: int = 0

    def __post_init__(self) -> None:
        self.indices = {category: {"title": category, "options": ":hidden:"} for category in CATEGORIES}
        self.settings = {"html_title": "站", "site_navigation_window": 3, "site_navigation_full_below": 0}
        for _ in range(self.size):
            self.add()
        self._write_static("body { color: black }")
        for name in self.articles:
            self.link(name)
        self.write_all()

    # --- files

    def write_all(self) -> None:
        """Write every file that has another content than it should."""
        wanted = {f"{name}.md": self._article(name) for name in self.articles}
        wanted |= {f"{category}/index.md": self._index(category) for category in CATEGORIES}
        wanted |= {"index.md": self._front(), "conf.py": self._conf(), "tags.yml": _tags_file()}
        for old in self.root.glob("*/*.md"):
            if old.relative_to(self.root).as_posix() not in wanted:
                old.unlink()
        for name, content in wanted.items():
            path = self.root / name
            if not path.is_file() or path.read_text(encoding="utf-8") != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")

    def _article(self, name: str) -> str:
        article = self.articles[name]
        meta = [f"date: {article.date}", f"tags: [{', '.join(article.tags)}]"]
        meta += ["draft: true"] * article.draft
        values = {"pinned": "true", "updated": "2025-05-01", "categories": f"[{_other_category(name)}]"}
        meta += [f"{key}: {values[key]}" for key in article.keys]
        links = [
            f"见 [](../{target}.md)、{{doc}}`/{target}`、{{ref}}`label-{target}`。"
            for target in article.links
        ]
        figure = [f"![图](figures/{article.figure}/fig.svg)"] if article.figure else []
        sections = [f"## {heading}\n\n正文。" for heading in article.headings]
        label = f"(label-{name})="
        block = [BLOCKS[article.block].replace("%s", _own_name(name))] if article.block else []
        texts = [*article.paragraphs, "行内 $x^2$。", *links, *article.references, *block, *figure]
        parts = [label, f"# {article.title}", *texts, *sections]
        return "---\n" + "\n".join(meta) + "\n---\n" + "\n\n".join(parts) + "\n"

    def _index(self, category: str) -> str:
        index = self.indices[category]
        listing = (
            "```{latest-updates}\n:category:\n:per-page: 2\n```"
            if "latest_updates" in self.kind.extensions
            else ""
        )
        toctree = f"```{{toctree}}\n{index['options']}\n:glob:\n\n*\n```"
        return "\n\n".join(part for part in (f"# {index['title']}", toctree, listing) if part) + "\n"

    def _front(self) -> str:
        entries = "\n".join(f"{category}/index" for category in CATEGORIES)
        listing = (
            "```{latest-updates}\n:per-page: 3\n:pinned-first:\n```"
            if "latest_updates" in self.kind.extensions
            else ""
        )
        parts = ("# 首页", f"```{{toctree}}\n:caption: 分类\n:maxdepth: 2\n\n{entries}\n```", listing)
        return "\n\n".join(part for part in parts if part) + "\n"

    def _conf(self) -> str:
        extensions = ["myst_parser", "sphinx_design", *self.kind.extensions, "site_navigation"]
        values: dict[str, object] = {
            "project": "t",
            "language": "zh_CN",
            "extensions": extensions,
            "html_theme": self.kind.theme,
            "html_static_path": ["_static"],
            "html_css_files": ["site.css"],
            "templates_path": ["_templates"],
            "myst_enable_extensions": ["dollarmath"],
            "myst_heading_anchors": 3,
            "latest_updates_categories": {"python": "Python", "nlp": "NLP"},
            "html_baseurl": "https://example.org/",
            **self.settings,
        }
        lines = [f"import sys\nsys.path.insert(0, {str(EXTENSIONS)!r})"]
        return "\n".join([*lines, *(f"{name} = {value!r}" for name, value in values.items())]) + "\n"

    def _write_static(self, css: str) -> None:
        for folder in (
            "_static",
            "_templates",
            *(f"{category}/figures/{n}" for category in CATEGORIES for n in "ab"),
        ):
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        (self.root / "_static" / "site.css").write_text(css, encoding="utf-8")
        for number, figure in enumerate(sorted(self.root.glob("*/figures/*"))):
            if not (figure / "fig.svg").is_file():
                (figure / "fig.svg").write_text(SVG.format(10 + number, figure.name), encoding="utf-8")

    # --- edits

    def edit(self) -> str:
        """Make one edit and return its name."""
        kinds = [
            self.add, self.body, self.body, self.heading, self.retitle, self.retitle, self.redate, self.retag,
            self.key, self.move, self.rename, self.delete, self.draft, self.link, self.index, self.setting,
            self.touch, self.style, self.template, self.static_file, self.figure, self.redraw, self.swap,
            self.older, self.block, self.block, self.refer, self.refer,
        ]  # fmt: skip
        kind = self.random.choice(kinds)
        detail = kind()
        self.write_all()
        return f"{kind.__name__} {detail or ''}"

    def _any(self) -> str:
        return self.random.choice(sorted(self.articles))

    def _text(self) -> str:
        return " ".join(self.random.choices(WORDS, k=6))

    def _name(self) -> str:
        self.made += 1
        return f"{self.random.choice(CATEGORIES)}/a{self.made}"

    def add(self) -> str:
        """Add an article, its place among the others at random."""
        name = self._name()
        day = self.random.randint(1, 28)
        self.articles[name] = Article(
            self._text(), f"2025-03-{day:02}", [self.random.choice(TAGS)], [self._text()], []
        )
        return name

    def body(self) -> str:
        """Change the text."""
        name = self._any()
        self.articles[name].paragraphs[self.random.randrange(len(self.articles[name].paragraphs)) :] = [
            self._text()
        ]
        return name

    def heading(self) -> str:
        """Add or drop a heading."""
        headings = self.articles[name := self._any()].headings
        if headings and self.random.random() < 0.5:
            headings.pop()
        else:
            headings.append(self._text())
        return name

    def retitle(self) -> str:
        """Change the title."""
        self.articles[name := self._any()].title = self._text()
        return name

    def redate(self) -> str:
        """Change the date."""
        self.articles[name := self._any()].date = f"2025-04-{self.random.randint(1, 28):02}"
        return name

    def retag(self) -> str:
        """Change the tags."""
        self.articles[name := self._any()].tags = self.random.sample(TAGS, self.random.randint(0, 2))
        return name

    def key(self) -> str:
        """Pin, date an update or claim for the other category; or take the keys back."""
        article = self.articles[name := self._any()]
        keys = ("pinned", "updated", "categories")
        article.keys = [] if article.keys else self.random.sample(keys, self.random.randint(1, 3))
        return f"{name} {article.keys}"

    def block(self) -> str:
        """Add, change or drop what others may refer to."""
        self.articles[name := self._any()].block = self.random.choice(sorted(BLOCKS))
        return f"{name} {self.articles[name].block}"

    def refer(self) -> str:
        """Refer to what another article holds, or drop the references."""
        kinds = {
            name: article.block for name, article in self.articles.items() if article.block in REFERENCES
        }
        references = self.articles[name := self._any()].references
        if len(references) > 1 or not kinds:
            references.clear()
        else:
            other = self.random.choice(sorted(kinds))
            references.append(REFERENCES[kinds[other]].replace("%s", _own_name(other)))
        return f"{name} {references}"

    def _to(self, old: str, new: str) -> str:
        self.articles[new] = self.articles.pop(old)
        for article in self.articles.values():
            article.links = [
                new if link == old and self.random.random() < 0.7 else link for link in article.links
            ]
        return f"{old} -> {new}"

    def move(self) -> str:
        """Move to the other category."""
        old = self._any()
        return self._to(old, f"{_other_category(old)}/{_own_name(old)}")

    def rename(self) -> str:
        """Give the file another name."""
        return self._to(self._any(), self._name())

    def delete(self) -> str:
        """Delete an article; links to it may remain."""
        if len(self.articles) <= max(2, self.size // 2):
            return self.add()
        name = self._any()
        del self.articles[name]
        return name

    def draft(self) -> str:
        """Make an article a draft, or a draft an article."""
        article = self.articles[name := self._any()]
        article.draft = not article.draft
        return f"{name} {article.draft}"

    def link(self, name: str = "") -> str:
        """Add a link to another article, at times to one that is not there yet, or drop one."""
        article = self.articles[name or self._any()]
        if len(article.links) > 1:
            article.links.pop(0)
        elif self.random.random() < 0.1:
            article.links.append(f"{self.random.choice(CATEGORIES)}/a{self.made + 1}")
        else:
            article.links.append(self._any())
        return ""

    def index(self) -> str:
        """Change a category's title or the options of its toctree."""
        index = self.indices[self.random.choice(CATEGORIES)]
        if self.random.random() < 0.3:
            index["title"] = self._text()
        else:
            index["options"] = self.random.choice(
                [
                    ":hidden:",
                    ":maxdepth: 1",
                    ":maxdepth: 2",
                    ":numbered:",
                    ":titlesonly:",
                    ":hidden:\n:numbered: 1",
                ]
            )
        return str(index)

    def setting(self) -> str:
        """Change a setting."""
        name = self.random.choice(sorted(SETTINGS))
        self.settings[name] = self.random.choice(
            [value for value in SETTINGS[name] if value != self.settings.get(name)]
        )
        return f"{name} {self.settings[name]!r}"

    def touch(self) -> str:
        """Give a file a new time."""
        name = self._any()
        (self.root / f"{name}.md").touch()
        return name

    def style(self) -> None:
        """Change the style sheet."""
        self._write_static(f"body {{ color: #{self.random.randrange(4096):03x} }}")

    def template(self) -> None:
        """Add, change or remove a template."""
        path = self.root / "_templates" / "page.html"
        if path.is_file() and self.random.random() < 0.5:
            path.unlink()
        else:
            mark = f"<!-- {self.random.randrange(100)} -->"
            path.write_text(
                "{% extends '!page.html' %}{% block footer %}" + mark + "{% endblock %}", encoding="utf-8"
            )

    def static_file(self) -> None:
        """Add or remove a static file, in a folder of its own."""
        path = self.root / "_static" / "more" / "file.txt"
        if path.is_file():
            path.unlink()
            path.parent.rmdir()
        else:
            path.parent.mkdir()
            path.write_text(self._text(), encoding="utf-8")

    def figure(self) -> str:
        """Show one of two figures with the same file name, or none."""
        self.articles[name := self._any()].figure = self.random.choice(["", "a", "b"])
        return f"{name} {self.articles[name].figure}"

    def redraw(self) -> None:
        """Change a figure."""
        path = self.random.choice(sorted(self.root.glob("*/figures/*/fig.svg")))
        path.write_text(SVG.format(self.random.randint(5, 50), path.parent.name), encoding="utf-8")

    def swap(self) -> str:
        """Exchange two files; both keep their times."""
        if len(self.articles) < 2:
            return ""
        one, other = self.random.sample(sorted(self.articles), 2)
        self.write_all()
        stats = [(self.root / f"{name}.md").stat() for name in (one, other)]
        self.articles[one], self.articles[other] = self.articles[other], self.articles[one]
        self.write_all()
        for name, status in zip((other, one), stats, strict=True):
            os.utime(self.root / f"{name}.md", ns=(status.st_atime_ns, status.st_mtime_ns))
        return f"{one} <-> {other}"

    def older(self) -> str:
        """Replace a file by one with an older time."""
        name = self.body()
        self.write_all()
        os.utime(self.root / f"{name}.md", (1_600_000_000, 1_600_000_000))
        return name


def _other_category(name: str) -> str:
    return CATEGORIES[1 - CATEGORIES.index(name.partition("/")[0])]


def _own_name(name: str) -> str:
    return name.partition("/")[2]


def _tags_file() -> str:
    return "".join(f"- tag: {tag}\n" for tag in TAGS)
