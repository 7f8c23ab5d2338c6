extensions = ["myst_parser", "prerendered_math"]
myst_enable_extensions = ["dollarmath"]
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
