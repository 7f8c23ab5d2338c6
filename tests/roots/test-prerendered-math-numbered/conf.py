extensions = ["myst_parser", "prerendered_math"]
myst_enable_extensions = ["dollarmath"]
