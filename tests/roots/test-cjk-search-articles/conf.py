"""A few articles about one another, in several scripts."""

project = "知识库"
language = "zh_CN"
extensions = ["cjk_search"]
html_theme = "basic"
html_favicon = "favicon.svg"
