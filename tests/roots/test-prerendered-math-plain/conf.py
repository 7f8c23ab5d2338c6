extensions = ["myst_parser", "prerendered_math"]
myst_enable_extensions = ["dollarmath"]
prerendered_math_macros = {r"\R": r"\mathbb{R}"}
html_theme = "basic"
