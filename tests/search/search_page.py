"""The search page in a browser, asked and read by a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.search.measure import Answer

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

    from tests.search.queries import Query

# As a reader who asks for more until there is no more.
SHOW_ALL = """async (query) => {
  const results = new CjkSearch.Results(query, document.createElement("div"), document.createElement("p"));
  await results.show();
  while (results.items.length < results.hits.length) await results.showMore(false);
  const docname = (item) => results.hits[results.items.indexOf(item)].docname;
  const docnames = (list) => Array.from(list.children, docname);
  return { first: docnames(results.list), rest: docnames(results.rest), relaxed: results.relaxed };
}"""


def verified_answer(tab: Tab, query: Query) -> Answer:
    """Return what the search page in *tab* shows for a query once it has read the pages."""
    shown = tab.evaluate(SHOW_ALL, query.text)
    return Answer(query, shown["first"] + shown["rest"], [] if shown["relaxed"] else shown["first"])
