"""Measure the search of a built site and print the figures.

``PYTHONPATH=_ext python -m tools.bench.search [folder]``, the folder being ``_build/html`` if none is given.

Judged queries go through Sphinx's searchtools.js in V8, which is the index alone, and through the search page
in a browser, which reads the pages it shows. Speed is measured with an index of 1,000 generated pages.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import hashlib
import io
import json
import random
import re
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import sphinx
from cjk_search.packing import PackedFormat
from cjk_search.splitting import split
from playwright.sync_api import sync_playwright
from sphinx.search import js_index

from tests.search.measure import HEADER, Answer, by_kind, figures
from tests.search.pages import HAN, Page, read_site
from tests.search.queries import Query, make_queries
from tests.search.search_page import verified_answer
from tests.search.sphinx_search import SphinxSearch
from tests.unit.cjk_search.test_twin import RANGES, well_formed
from tools.bench.search_corpus import feeding_times, make_app, make_doctree, make_pages, write_site
from tools.browser import FLAGS, HOW_TO, find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

GENERATED_PAGES = 1000
# Some are alike; twenty thousand are not.
STRINGS = 22_000
FIND = """(query) => {
  const start = performance.now();
  CjkSearch.find(query);
  return performance.now() - start;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Start the installed browser."""
    path = find_browser()
    if path is None:
        raise SystemExit(HOW_TO)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def open_search(browser: Browser, address: str) -> Tab:
    """Open the search page and wait for its index."""
    tab = browser.new_page()
    tab.goto(f"{address}/search.html")
    tab.wait_for_function("Search.hasIndex()")
    return tab


def print_answers(title: str, answers: Sequence[Answer]) -> None:
    """Print the figures of answers for each kind of query and for all."""
    print(f"\n{title}\n{'':12}{HEADER}")
    for kind, row in {**by_kind(answers), "all": figures(answers)}.items():
        print(f"{kind:12}{row}")


def print_splitters(tab: Tab) -> None:
    """Print how many random strings the browser splits otherwise than Python does."""
    rng = random.Random(STRINGS)
    texts = [well_formed("".join(random_characters(rng))) for _ in range(STRINGS)]
    split_there = "(texts) => JSON.stringify(JSON.parse(texts).map(splitQuery))"
    theirs = json.loads(tab.evaluate(split_there, json.dumps(texts)))
    different = sum(there != split(text) for text, there in zip(texts, theirs, strict=True))
    print(f"\nsplitters: {len(set(texts))} different strings, {different} split differently [0]")


def random_characters(rng: random.Random) -> Iterator[str]:
    """Yield up to twelve characters, each from a random range."""
    for _ in range(rng.randint(1, 12)):
        first, last = rng.choice(RANGES)
        yield chr(rng.randint(ord(first), ord(last)))


def print_size(title: str, site: Path, pages: Sequence[Page]) -> None:
    """Print the size of the index, also per 1,000 Han characters of text, and of what Sphinx would write."""
    index = (site / "searchindex.js").read_bytes()
    packed = len(gzip.compress(index, 9)) / 1000
    plain = js_index.dumps(PackedFormat(js_index).load(io.StringIO(index.decode())))
    unpacked = len(gzip.compress(plain.encode(), 9)) / 1000
    han = sum(len(re.findall(f"[{HAN}]", block)) for page in pages for block in page.blocks) / 1000
    print(f"{title}: {len(pages)} pages, {han:.0f} thousand Han characters", end="; ")
    print(f"index {len(index) / 1000:.0f} KB, gzip {packed:.0f} KB, {packed / han:.2f} KB per thousand [1.3]")
    print(
        f"{'':{len(title)}}  in Sphinx's own form gzip {unpacked:.0f} KB, {unpacked / han:.2f} per thousand"
    )


class Clock:
    """Milliseconds that a tab has worked, by the clock and by the processor's time alone."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._session = tab.context.new_cdp_session(tab)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _ticks(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(1000 * float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    def ask(self, query: Query) -> tuple[float, float]:
        """Return what a query costs."""
        before = self._ticks()
        elapsed: float = self._tab.evaluate(FIND, query.text)
        return elapsed, self._ticks() - before


def print_speed(browser: Browser, site: Path, queries: Sequence[Query]) -> None:
    """Print how long a query takes: the first of a visit, and the others."""
    with served(site) as address:
        first = [Clock(open_search(browser, address)).ask(query) for query in queries[:: len(queries) // 8]]
        clock = Clock(open_search(browser, address))
        times = [clock.ask(query) for query in queries][1:]
    columns = zip(("clock", "CPU"), zip(*first, strict=True), zip(*times, strict=True), strict=True)
    for name, firsts, others in columns:
        print(f"by the {name}: first query of {len(firsts)} visits", end=" ")
        print(f"median {median(firsts):.0f} ms, worst {max(firsts):.0f} ms [350];", end=" ")
        print(f"others median {median(others):.1f} ms, 95 % within {quantiles(others, n=20)[-1]:.1f} ms [25]")


def digest(answers: Sequence[Answer]) -> str:
    """Return a digest of result lists, which is the same whatever Sphinx has built the site."""
    lists = [(answer.query.text, list(answer.docnames)) for answer in answers]
    return hashlib.sha256(json.dumps(lists).encode()).hexdigest()[:16]


def main() -> None:
    """Print all figures; what was promised stands in brackets."""
    parser = argparse.ArgumentParser(description="Measure the search of a built site.")
    parser.add_argument("site", nargs="?", type=Path, default=Path("_build/html"))
    parser.add_argument("--quality", action="store_true", help="only the judged queries")
    options = parser.parse_args()
    pages = read_site(options.site)
    queries = make_queries(pages)
    with ExitStack() as stack:
        browser = stack.enter_context(running_browser())
        tab = open_search(browser, stack.enter_context(served(options.site)))
        print_quality(options.site, tab, queries)
        print_splitters(tab)
        print_size("this site", options.site, pages)
        if not options.quality:
            print_generated(browser, make_pages(pages, GENERATED_PAGES))


def print_quality(site: Path, tab: Tab, queries: Sequence[Query]) -> None:
    """Print the figures of judged queries."""
    with SphinxSearch(site) as search:
        answers = [search.answer(query) for query in queries]
    print(f"Sphinx {sphinx.__display_version__}, result lists {digest(answers)}")
    print("promised: recall 99, precision 95 with the pages read, titles and headings first 98, top5 100,")
    print("          MRR 0.93, empty 0")
    print_answers("index alone", answers)
    print_answers("with the pages read", [verified_answer(tab, query) for query in queries])


def print_generated(browser: Browser, pages: list[Page]) -> None:
    """Print what a large site costs: its readers, and its builds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app, doctrees = make_app(folder / "project"), {page.docname: make_doctree(page) for page in pages}
        write_site(app, folder / "site", doctrees)
        print_size("generated", folder / "site", pages)
        print_speed(browser, folder / "site", make_queries(pages))
        ours, english = feeding_times(app, doctrees)
    print(f"feeding: {ours:.1f} s, by Sphinx's English {english:.1f} s, that is {ours / english:.2f} [1.1]")


if __name__ == "__main__":
    main()
