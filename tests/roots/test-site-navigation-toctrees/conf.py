extensions = ["site_navigation"]
html_theme = "furo"
exclude_patterns = ["_build"]
html_favicon = "favicon.svg"
