"""What the figures of the article on n-gram models share: the names defined by its code blocks."""

from pathlib import Path

from tools.article_code import ArticleNames

article = ArticleNames(
    Path(__file__).parents[1] / "ngram-language-model.md", without=("sklearn", "permutation")
).until
