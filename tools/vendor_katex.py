"""Refresh the copy of KaTeX that `prerendered_math` carries.

Usage: npm pack katex && python -m tools.vendor_katex katex-<version>.tgz

The script is used while the site is built, the style sheet and the fonts are published. Only woff2 is kept:
every browser that shows the rest of the site reads it. Three fonts are split: of the two that few formulas
use, most pages need a letter, the blackboard R or a bold x; of the one that all use, letters, digits and the
signs of everyday mathematics. No more than that should be fetched.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


LETTERS = frozenset(range(0x20, 0x7F))
USUAL = frozenset(
    map(
        ord,
        "\u00a0¬°±·×÷ˉ˙ΓΔΘΛΞΠΣΦΨΩ…′ℓ←→↔↦⇐⇒⇔∀∂∃∅∇∈∋−∖∗∘∙√∝∞∣∥∧∨∩∪∫∼≅≈≠≡≤≥≪≫⊂⊃⊆⊇⊕⊗⊙⊤⊥"
        "⋅⋆⋮⋯⋱⌈⌉⌊⌋⟨⟩⟵⟶⟷⟸⟹⟺\ue020",  # the last is KaTeX's slash of \not
    )
)
SPLIT = {
    "KaTeX_AMS-Regular": LETTERS,
    "KaTeX_Main-Bold": LETTERS,
    "KaTeX_Main-Regular": LETTERS | USUAL,
}


def unicode_range(signs: Iterable[int]) -> str:
    """Return the signs as CSS writes them: runs of code points."""
    runs: list[list[int]] = []
    for sign in sorted(signs):
        if runs and sign == runs[-1][1] + 1:
            runs[-1][1] = sign
        else:
            runs.append([sign, sign])
    return ",".join(f"u+{first:x}" if first == last else f"u+{first:x}-{last:x}" for first, last in runs)


def split_signs(name: str, data: bytes) -> dict[str, set[int]]:
    """Return the parts of a font, each with its signs; no sign of another script is looked for in them."""
    signs = set(TTFont(io.BytesIO(data)).getBestCmap())
    return {"letters": signs & SPLIT[name], "signs": signs - SPLIT[name]}


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


def split_faces(css: str, fonts: Mapping[str, bytes]) -> str:
    """Let the style sheet name the parts of the fonts that are split, and what is in each."""
    for name in SPLIT:
        face = re.search(rf"@font-face{{[^}}]*{name}\.woff2[^}}]*}}", css)
        if face is None:
            raise ValueError(name)
        faces = (
            face[0].replace(f"{name}.woff2", f"{name}-{part}.woff2")[:-1]
            + f";unicode-range:{unicode_range(signs)}}}"
            for part, signs in split_signs(name, fonts[name]).items()
        )
        css = css.replace(face[0], "".join(faces))
    return css


def published_fonts(package: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the fonts that pages load, by name."""
    return {Path(path).stem: data for path, data in package.items() if path.endswith(".woff2")}


def font_files(fonts: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Return the files of fonts, by the path to keep them at."""
    contents = {name: data for name, data in fonts.items() if name not in SPLIT}
    for name in SPLIT:
        parts = split_signs(name, fonts[name]).items()
        contents |= {f"{name}-{part}": subset(fonts[name], signs) for part, signs in parts}
    return {PUBLISHED / "fonts" / f"{name}.woff2": data for name, data in contents.items()}


def vendored_files(package: dict[str, bytes], digest: str) -> dict[Path, bytes]:
    """Return what is to be kept of KaTeX's npm package, by the path to keep it at."""
    version = json.loads(package["package.json"])["version"]
    css = only_woff2(package["dist/katex.min.css"].decode())
    fonts = published_fonts(package)
    return {
        BUILD_ONLY / "katex.min.js": package["dist/katex.min.js"],
        BUILD_ONLY / "LICENSE": package["LICENSE"],
        BUILD_ONLY / "VERSION": f"katex {version}\nsha256 of the npm package: {digest}\n".encode(),
        PUBLISHED / "katex.min.css": split_faces(css, fonts).encode(),
        PUBLISHED / "LICENSE": package["LICENSE"],
        **font_files(fonts),
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
