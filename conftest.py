"""Collects the code blocks of the articles as tests (the rest of the tests lives in tests/)."""

from tests.articles.blocks import articles

pytest_collect_file = articles.pytest()
