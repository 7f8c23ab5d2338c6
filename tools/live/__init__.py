"""Write and see at once: ``make livehtml``.

sphinx-autobuild watches the sources and tells the browser; a build is a process forked from one that has
Sphinx loaded already, so that a saved page is on the screen in a second or two. What is wrong stands in a
banner on every page, until it is mended.
"""
