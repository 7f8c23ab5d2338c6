"""Five articles in two categories, three to a page."""

project = "Listing"
extensions = ["myst_parser", "latest_updates"]
html_theme = "basic"
latest_updates_categories = {"python": "Python", "nlp": "Language"}
latest_updates_per_page = 3
latest_updates_today = "2026-06-01"
