extensions = ["myst_parser", "prerendered_math"]
myst_enable_extensions = ["dollarmath"]
myst_dmath_double_inline = True
html_theme = "furo"
