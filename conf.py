"""Settings of the site; see https://www.sphinx-doc.org/en/master/usage/configuration.html."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Python 与机器学习知识库"
author = "知识库作者"
copyright = "知识库作者;文章以 CC BY 4.0、代码以 MIT 许可发布"
language = "zh_CN"

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx_copybutton",
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
locale_dirs = ["locale"]
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
html_show_sphinx = False
html_copy_source = True

latest_updates_categories = {
    "python": "Python",
    "deep-learning": "深度学习",
    "machine-learning": "机器学习",
    "nlp": "自然语言处理",
    "computer-vision": "计算机视觉",
    "misc": "杂七杂八",
}
