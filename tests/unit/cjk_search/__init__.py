"""Tests of cjk_search without Sphinx: the splitter and its twin, ranking, joining, the index file."""
