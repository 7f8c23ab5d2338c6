"""Refresh the copy of KaTeX that `prerendered_math` carries.

Usage: npm pack katex && python -m tools.vendor_katex katex-<version>.tgz

The script is used while the site is built, the style sheet and the fonts are published. Only woff2 is kept:
every browser that shows the rest of the site reads it. Two fonts are split, since most pages that use them
need a letter or two, the blackboard R or a bold x, and no more than that should be fetched.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

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


SPLIT = ("KaTeX_AMS-Regular", "KaTeX_Main-Bold")
LETTERS = set(range(0x20, 0x7F))
_RANGES = {"letters": "u+20-7e", "signs": "u+7f-10ffff"}


def split_font(data: bytes) -> dict[str, bytes]:
    """Return the letters and digits of a font as one font, and all its other signs as another."""
    signs = set(TTFont(io.BytesIO(data)).getBestCmap())
    return {"letters": subset(data, signs & LETTERS), "signs": subset(data, signs - LETTERS)}


def subset(data: bytes, signs: set[int]) -> bytes:
    """Return a font with the given signs only, otherwise the same."""
    options = Options(layout_features=["*"], notdef_outline=True, flavor="woff2", recalc_timestamp=False)
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def split_faces(css: str) -> str:
    """Let the style sheet name the parts of the fonts that are split, and what is in each."""
    for name in SPLIT:
        face = re.search(rf"@font-face{{[^}}]*{name}\.woff2[^}}]*}}", css)
        if face is None:
            raise ValueError(name)
        parts = (
            face[0].replace(f"{name}.woff2", f"{name}-{part}.woff2")[:-1] + f";unicode-range:{signs}}}"
            for part, signs in _RANGES.items()
        )
        css = css.replace(face[0], "".join(parts))
    return css


def published_fonts(package: dict[str, bytes]) -> dict[Path, bytes]:
    """Return the fonts that pages load, by the path to keep them at."""
    fonts: dict[Path, bytes] = {}
    for name, data in package.items():
        path = PUBLISHED / "fonts" / Path(name).name
        if path.stem in SPLIT and path.suffix == ".woff2":
            parts = split_font(data).items()
            fonts.update({path.with_stem(f"{path.stem}-{part}"): content for part, content in parts})
        elif path.suffix == ".woff2":
            fonts[path] = data
    return fonts


def vendored_files(package: dict[str, bytes], digest: str) -> dict[Path, bytes]:
    """Return what is to be kept of KaTeX's npm package, by the path to keep it at."""
    version = json.loads(package["package.json"])["version"]
    return {
        BUILD_ONLY / "katex.min.js": package["dist/katex.min.js"],
        BUILD_ONLY / "LICENSE": package["LICENSE"],
        BUILD_ONLY / "VERSION": f"katex {version}\nsha256 of the npm package: {digest}\n".encode(),
        PUBLISHED / "katex.min.css": split_faces(only_woff2(package["dist/katex.min.css"].decode())).encode(),
        PUBLISHED / "LICENSE": package["LICENSE"],
        **published_fonts(package),
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
