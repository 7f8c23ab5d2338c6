extensions = ["furo_companion"]
html_theme = "furo"
html_theme_options = {"light_css_variables": {"color-brand-primary": "#123456"}}
