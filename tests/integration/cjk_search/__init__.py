"""Tests of cjk_search in Sphinx, on tiny projects."""
