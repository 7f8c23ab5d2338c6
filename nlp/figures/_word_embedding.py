"""What the figures of the article on word embeddings share: the names defined by its code blocks."""

from pathlib import Path

from tools.article_code import ArticleNames

article = ArticleNames(Path(__file__).parents[1] / "word-embedding.md", without=("gap_to_pmi",)).until
