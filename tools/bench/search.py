"""Measure the search of a built site and print the figures.

``PYTHONPATH=_ext python -m tools.bench.search [folder]``, the folder being ``_build/html`` if none is given.

Judged queries go through Sphinx's searchtools.js in V8, which is the index alone, and through the search page
in a browser, which reads the pages it shows. Speed is measured with an index of 1,000 generated pages.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import re
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.search.measure import HEADER, Answer, by_kind, figures
from tests.search.pages import HAN, Page, read_site
from tests.search.queries import Query, make_queries
from tests.search.search_page import verified_answer
from tests.search.sphinx_search import SphinxSearch
from tools.bench.search_corpus import feeding_times, make_app, make_doctree, make_pages, write_site
from tools.browser import FLAGS, HOW_TO, find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

GENERATED_PAGES = 1000
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


def print_size(title: str, site: Path, pages: Sequence[Page]) -> None:
    """Print the size of the index, also per 1,000 Han characters of text."""
    index = (site / "searchindex.js").read_bytes()
    packed = len(gzip.compress(index, 9)) / 1000
    han = sum(len(re.findall(f"[{HAN}]", block)) for page in pages for block in page.blocks) / 1000
    print(f"{title}: {len(pages)} pages, {han:.0f} thousand Han characters", end="; ")
    print(f"index {len(index) / 1000:.0f} KB, gzip {packed:.0f} KB, {packed / han:.2f} KB per thousand")


def print_speed(browser: Browser, site: Path, queries: Sequence[Query]) -> None:
    """Print how long a query takes: the first of a visit, and the others."""
    with served(site) as address:
        first = [open_search(browser, address).evaluate(FIND, query.text) for query in queries[:5]]
        tab = open_search(browser, address)
        times = [tab.evaluate(FIND, query.text) for query in queries][1:]
    print(f"first query: median {median(first):.0f} ms, worst {max(first):.0f} ms of {len(first)} visits")
    print(f"other queries: median {median(times):.1f} ms, 95 % within {quantiles(times, n=20)[-1]:.1f} ms")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description="Measure the search of a built site.")
    parser.add_argument("site", nargs="?", type=Path, default=Path("_build/html"))
    site: Path = parser.parse_args().site
    pages = read_site(site)
    queries = make_queries(pages)
    with SphinxSearch(site) as search:
        print_answers("index alone", [search.answer(query) for query in queries])
    with ExitStack() as stack:
        browser = stack.enter_context(running_browser())
        tab = open_search(browser, stack.enter_context(served(site)))
        print_answers("with the pages read", [verified_answer(tab, query) for query in queries])
        print()
        print_size("this site", site, pages)
        generated = make_pages(pages, GENERATED_PAGES)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app, doctrees = make_app(folder / "project"), {page.docname: make_doctree(page) for page in generated}
        write_site(app, folder / "site", doctrees)
        print_size("generated", folder / "site", generated)
        print_speed(browser, folder / "site", make_queries(generated))
        ours, english = feeding_times(app, doctrees)
    print(f"feeding: {ours:.1f} s, by Sphinx's English {english:.1f} s, that is {ours / english:.2f} of it")


if __name__ == "__main__":
    main()
