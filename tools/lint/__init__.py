"""The lint of articles: what an author should write otherwise, with the line and the better words.

``python -m tools.lint [--fix] [FILE …]``. One function a rule, see :mod:`tools.lint.rules`; a rule takes a
:class:`tools.lint.page.Page` and yields findings. Nothing here needs the site to be built.
"""
