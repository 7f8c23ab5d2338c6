"""What a build costs on sites of 100, 1,000 and 10,000 articles: ``python -m tools.bench``."""
