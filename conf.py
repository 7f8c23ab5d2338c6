"""Settings of the site; see https://www.sphinx-doc.org/en/master/usage/configuration.html."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Python 与机器学习知识库"
author = "知识库作者"
copyright = "知识库作者；文章以 CC BY 4.0、代码以 MIT 许可发布"
language = "zh_CN"
version = "1.0"  # EPUB asks for one

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx_copybutton",
    "sphinx_reredirects",
    "notfound.extension",
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

# A repository that readers can edit in the browser: SITE_REPOSITORY, or what Read the Docs has cloned.
repository = os.environ.get("SITE_REPOSITORY") or os.environ.get("READTHEDOCS_GIT_CLONE_URL", "")
repository = repository.removesuffix(".git") if repository.startswith("https://github.com/") else ""

html_theme = "furo"
html_title = project
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
html_theme_options = {
    # Of the repository, for "edit this page"; without one, the page's source is shown.
    "source_repository": repository,
    "source_branch": os.environ.get("READTHEDOCS_GIT_IDENTIFIER", "main"),
    "source_directory": "",
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
        "color-foreground-primary": "#17202b",
        "color-foreground-secondary": "#4a5967",
        "color-foreground-muted": "#5c6b79",
        # Pure white: to axe, the transparent text over formulas is white, and against any other ground
        # a text of too little contrast.
        "color-background-primary": "#ffffff",
        "color-background-secondary": "#f4f6f6",
        "color-background-hover": "#eaf0f1",
        "color-background-border": "#dbe1e4",
        "color-code-background": "#f4f6f6",
    },
    "dark_css_variables": {
        "color-brand-primary": "#5cc8e6",
        "color-brand-content": "#6cd0ec",
        "color-brand-visited": "#b9a4e8",
        "color-foreground-primary": "#d6dee8",
        "color-foreground-secondary": "#a3b0bf",
        "color-foreground-muted": "#8b99aa",
        "color-background-primary": "#0d1424",
        "color-background-secondary": "#131c30",
        "color-background-hover": "#1a2540",
        "color-background-border": "#26334d",
        "color-code-background": "#111a2d",
    },
}
pygments_dark_style = "github-dark"
html_show_sphinx = False
html_copy_source = True
html_use_index = False
html_domain_indices = False

epub_basename = "knowledge-base"
epub_identifier = "knowledge-base"
epub_uid = "knowledge-base"
epub_language = "zh-CN"
epub_description = "讲 Python、深度学习、机器学习、自然语言处理与计算机视觉的中文文章集"
epub_contributor = author
epub_exclude_files = ["404.xhtml", "search.xhtml", "genindex.xhtml"]

# Read the Docs adds scripts of its own, which a strict policy would stop.
furo_companion_csp = not os.environ.get("READTHEDOCS")
furo_companion_theme_color = "#070d1c"
furo_companion_icons = [
    {"rel": "icon", "type": "image/png", "sizes": "96x96", "href": "_static/favicon-96.png"},
    {"rel": "apple-touch-icon", "sizes": "180x180", "href": "_static/touch-icon.png"},
]

# 404.md is shown at any address, so it names everything from the root of the site.
notfound_urls_prefix = urlsplit(html_baseurl).path or "/"

# Moved pages: the old docname, and the new address relative to it, for example
# {"python/old-name": "new-name.html"}.
redirects: dict[str, str] = {}
redirect_html_template_file = "_templates/redirect.html"

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
