"""Settings of the site; see https://www.sphinx-doc.org/en/master/usage/configuration.html."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Python 与机器学习知识库"
author = "知识库作者"
copyright = "知识库作者；文章以 CC BY 4.0、代码以 MIT 许可发布"
language = "zh_CN"

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx_copybutton",
    "furo_companion",
    "cjk_search",
    "prerendered_math",
    "latest_updates",
    "site_navigation",
]
exclude_patterns = [
    "_build",
    ".venv",
    ".cache",
    "_ext",
    "_static",
    "_templates",
    "tests",
    "tools",
    "requirements",
    "docs",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE*",
    ".github",
    ".pytest_cache",
    "node_modules",
]
templates_path = ["_templates"]
locale_dirs = [str(Path(__file__).parent / "locale")]
nitpicky = True
numfig = False

# HTML in Markdown is text: raw HTML in a heading would be live on the page and in every sidebar.
myst_disable_syntax = ["html_inline", "html_block"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 4
myst_dmath_double_inline = True

html_theme = "furo"
html_title = project
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
html_theme_options = {
    "light_css_variables": {
        "font-stack": (
            "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', "
            "'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
        ),
        "font-stack--monospace": (
            "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', "
            "'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"
        ),
        "color-brand-primary": "#0b6e8a",
        "color-brand-content": "#08607a",
        "color-brand-visited": "#5f4b8b",
    },
    "dark_css_variables": {
        "color-brand-primary": "#5cc8e6",
        "color-brand-content": "#6cd0ec",
        "color-brand-visited": "#b9a4e8",
    },
}
html_show_sphinx = False
html_copy_source = True
html_use_index = False
html_domain_indices = False

# Read the Docs adds scripts of its own, which a strict policy would stop.
furo_companion_csp = not os.environ.get("READTHEDOCS")

# As long as the site is small, readers have all articles at hand: about a hundred fit.
site_navigation_max_bytes = 16384

latest_updates_categories = {
    "python": "Python",
    "deep-learning": "深度学习",
    "machine-learning": "机器学习",
    "nlp": "自然语言处理",
    "computer-vision": "计算机视觉",
    "misc": "杂七杂八",
}
latest_updates_tags = "tags.yml"
latest_updates_timezone = "Asia/Shanghai"
latest_updates_license = "https://creativecommons.org/licenses/by/4.0/"
latest_updates_extra_keys = ["hide-toc"]
