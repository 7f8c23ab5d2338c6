"""Many pages made from the text of few, and an index of them by Sphinx."""

from __future__ import annotations

import random
import re
import shutil
import time
from typing import TYPE_CHECKING

from cjk_search.index import RepairedFormat
from cjk_search.joining import missed_words, search_words
from cjk_search.packing import PackedFormat
from docutils import nodes
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.search import IndexBuilder, js_index

from tests.search.pages import HAN, SEAM, Page, fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HAN_A_PAGE = 2500
BLOCKS_A_SECTION = 8
# One Han character in so many is replaced, or the number of different pairs would stop growing.
NOVELTY = 40
FEEDS = 2
CONF = 'language = "zh_CN"\nextensions = ["cjk_search"]\nhtml_theme = "basic"\n'


def make_pages(originals: Sequence[Page], count: int, seed: int = 2026) -> list[Page]:
    """Return pages made of random blocks of the originals, slightly changed."""
    rng = random.Random(seed)
    blocks = [block.replace(SEAM, "") for page in originals for block in page.blocks]
    text = "\n".join(blocks)
    han, runs = re.findall(f"[{HAN}]", text), re.findall(f"[{HAN}]{{4,10}}", text)
    return [make_page(rng, f"page{number:04}", blocks, han, runs) for number in range(count)]


def make_page(rng: random.Random, docname: str, blocks: list[str], han: list[str], runs: list[str]) -> Page:
    """Return a page of random blocks, a heading before some of them."""

    def change(match: re.Match[str]) -> str:
        return rng.choice(han) if rng.randrange(NOVELTY) == 0 else match[0]

    def changed(text: str) -> str:
        return re.sub(f"[{HAN}]", change, text)

    chosen: list[str] = []
    size = 0
    while size < HAN_A_PAGE:
        block = rng.choice(blocks)
        chosen.append(changed(block))
        size += len(re.findall(f"[{HAN}]", block))
    headings = tuple(changed(rng.choice(runs)) for _ in chosen[::BLOCKS_A_SECTION])
    texts = (*headings, *chosen)
    return Page(docname, changed(rng.choice(runs)), headings, texts, tuple(map(fold, texts)))


def make_doctree(page: Page) -> nodes.document:
    """Return a page as Sphinx would have read it, with emphasis somewhere in each block."""
    doctree = new_document(page.docname)
    body = nodes.section("", nodes.title("", page.title), ids=["top"])
    doctree += body
    count = len(page.headings)
    for number, heading in enumerate(page.headings):
        section = nodes.section("", nodes.title("", heading), ids=[f"section-{number}"])
        start = count + number * BLOCKS_A_SECTION
        for block in page.blocks[start : start + BLOCKS_A_SECTION]:
            middle = len(block) // 2
            texts = (nodes.Text(block[:middle]), nodes.strong("", block[middle : middle + 4]))
            section += nodes.paragraph("", "", *texts, nodes.Text(block[middle + 4 :]))
        body += section
    return doctree


def make_app(folder: Path) -> Sphinx:
    """Return Sphinx over a project of one empty page; there can be only one of it in a process."""
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.rst").write_text("索引\n====\n", encoding="utf-8")
    return Sphinx(folder, folder, folder / "out", folder / "doctrees", "html", status=None, warning=None)


def feed(app: Sphinx, language: str, doctrees: dict[str, nodes.document]) -> IndexBuilder:
    """Return an index of doctrees by a search language."""
    for mapping in (app.env._search_index_mapping, app.env._search_index_title_mapping):
        mapping.clear()
    indexer = IndexBuilder(app.env, language, {}, "")
    for docname, doctree in doctrees.items():
        words = missed_words(doctree) if language == "zh" else []
        doctree.append(search_words("", *map(nodes.Text, words)))
        indexer.feed(docname, f"{docname}.rst", doctree.astext().partition("\n")[0], doctree)
        doctree.pop()
    return indexer


def write_site(app: Sphinx, folder: Path, doctrees: dict[str, nodes.document]) -> None:
    """Write the search page of a site and an index of pages, but not the pages."""
    app.build()
    shutil.copytree(app.outdir, folder, dirs_exist_ok=True)
    with (folder / "searchindex.js").open("w", encoding="utf-8") as stream:
        feed(app, "zh", doctrees).dump(stream, RepairedFormat(PackedFormat(js_index)))


def feeding_time(app: Sphinx, language: str, doctrees: dict[str, nodes.document]) -> float:
    """Return the CPU seconds of feeding pages to an index."""
    start = time.process_time()
    feed(app, language, doctrees)
    return time.process_time() - start


def feeding_times(app: Sphinx, doctrees: dict[str, nodes.document]) -> tuple[float, float]:
    """Return the CPU seconds of feeding by ours and by Sphinx's English, the least of turns."""
    rounds = [[feeding_time(app, language, doctrees) for language in ("zh", "en")] for _ in range(FEEDS)]
    ours, english = zip(*rounds, strict=True)
    return min(ours), min(english)
