"""Collects the code blocks of the articles as tests (the rest of the tests lives in tests/)."""

import os

# One thread in each worker: more would fight for the cores, and sums in another order give other digits.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from tests.articles.blocks import articles  # noqa: E402

pytest_collect_file = articles.pytest()
