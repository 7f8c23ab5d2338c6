"""Refresh the copy of KaTeX that `prerendered_math` carries.

Usage: npm pack katex && python -m tools.vendor_katex katex-<version>.tgz

The script is used while the site is built, the style sheet and the fonts are published. Only woff2 is kept:
every browser that shows the rest of the site reads it.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tarfile
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "_ext" / "prerendered_math"
BUILD_ONLY = PACKAGE / "katex"
PUBLISHED = PACKAGE / "static" / "prerendered-math" / "katex"
_OLD_FONT_FORMATS = re.compile(r',url\([^)]*\) format\("(?:woff|truetype)"\)')


def read_package(archive: Path) -> dict[str, bytes]:
    """Return the files of an npm package by their paths in it."""
    with tarfile.open(archive) as tar:
        files = [(member.name, tar.extractfile(member)) for member in tar if member.isfile()]
        return {name.removeprefix("package/"): file.read() for name, file in files if file}


def only_woff2(css: str) -> str:
    """Drop the font formats that are not carried."""
    return _OLD_FONT_FORMATS.sub("", css)


def vendored_files(package: dict[str, bytes], digest: str) -> dict[Path, bytes]:
    """Return what is to be kept of KaTeX's npm package, by the path to keep it at."""
    version = json.loads(package["package.json"])["version"]
    fonts = {
        PUBLISHED / "fonts" / Path(name).name: data
        for name, data in package.items()
        if name.endswith(".woff2")
    }
    return {
        BUILD_ONLY / "katex.min.js": package["dist/katex.min.js"],
        BUILD_ONLY / "LICENSE": package["LICENSE"],
        BUILD_ONLY / "VERSION": f"katex {version}\nsha256 of the npm package: {digest}\n".encode(),
        PUBLISHED / "katex.min.css": only_woff2(package["dist/katex.min.css"].decode()).encode(),
        PUBLISHED / "LICENSE": package["LICENSE"],
        **fonts,
    }


def write_files(files: dict[Path, bytes]) -> None:
    """Write `files`, and remove what an older version left beside them."""
    for folder in (BUILD_ONLY, PUBLISHED):
        for old in folder.rglob("*"):
            if old.is_file() and old not in files:
                old.unlink()
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def main() -> None:
    """Vendor the npm package that the command line names."""
    archive = Path(sys.argv[1])
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    files = vendored_files(read_package(archive), digest)
    write_files(files)
    for path in sorted(files):
        print(path.relative_to(PACKAGE))


if __name__ == "__main__":
    main()
