"""Make the figures of the articles: ``figures/<name>.py`` beside an article makes ``<name>.svg``.

Each script defines ``draw() -> Figure``. Everything that two runs must share stands here: the style,
the backend, the salt of the ids and the missing date. Labels are English or symbols, because the
figure must not depend on the fonts of a machine; Chinese belongs into the caption.
"""

from __future__ import annotations

import argparse
import io
import re
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from cycler import cycler
from matplotlib import pyplot as plt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.figure import Figure

ROOT = Path(__file__).parents[1]

# A quiet paper of its own: a figure reads the same on the light and on the dark page.
PAPER = "#fbfaf7"
INK = "#22303c"
# Okabe & Ito's palette (https://jfly.uni-koeln.de/color/), darkened where it was too pale on paper.
COLORS = ["#0072b2", "#d55e00", "#00795a", "#b04a86", "#8a6d00", "#3d7ea6", "#5c5c5c"]

STYLE: dict[str, object] = {
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "figure.figsize": (7.0, 4.2),
    "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "mathtext.fontset": "dejavusans",
    "text.color": INK,
    "axes.edgecolor": "#7a8792",
    "axes.labelcolor": INK,
    "axes.titlesize": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.prop_cycle": cycler(color=COLORS),
    "grid.color": "#dcd9d0",
    "grid.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "lines.linewidth": 2.0,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "knowledge-base",
}


def scripts(root: Path = ROOT) -> list[Path]:
    """List all figure scripts of the site."""
    return sorted(path for path in root.glob("[!_.]*/figures/*.py") if not path.name.startswith("_"))


def render(script: Path) -> str:
    """Run one script and return its figure as SVG."""
    with mpl.rc_context():
        mpl.use("Agg")
        mpl.rcdefaults()
        mpl.rcParams.update(STYLE)  # type: ignore[arg-type]
        sys.path.insert(0, str(script.parent))
        try:
            figure: Figure = runpy.run_path(str(script))["draw"]()
        finally:
            sys.path.remove(str(script.parent))
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        plt.close("all")  # pyplot keeps what scripts have opened
    return tidy(out.getvalue())


# Attributes that hold points of the page; a scale is not among them.
_places = re.compile(r'(?<=\s)(?:d|x|y|points)="[^"]*"|translate\([^)]*\)')
_long = re.compile(r"-?\d+\.\d{3,}")


def tidy(svg: str) -> str:
    """Round places to a hundredth of a point, which nobody sees; drop white space at line ends."""
    svg = _places.sub(lambda attribute: _long.sub(_rounded, attribute[0]), svg)
    return re.sub(r"[ \t]+\n", "\n", svg).rstrip() + "\n"


def _rounded(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 2) + 0.0:.12g}"  # adding zero makes -0 a 0


def normalised(svg: str) -> tuple[str, list[float]]:
    """Split an SVG into its structure and its numbers; ids count by order of appearance."""
    names: dict[str, str] = {}

    def rename(match: re.Match[str]) -> str:
        return match[1] + names.setdefault(match[2], f"id{len(names)}")

    svg = re.sub(r"""((?:\bid="|href="#|url\(#))([\w.-]+)""", rename, svg)
    pattern = r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
    return re.sub(pattern, "#", svg), [float(n) for n in re.findall(pattern, svg)]


def same_figure(one: str, other: str, tolerance: float = 0.05) -> bool:
    """Tell whether two SVGs draw the same: the same elements, coordinates within *tolerance* points."""
    (shape, numbers), (other_shape, other_numbers) = normalised(one), normalised(other)
    if shape != other_shape or len(numbers) != len(other_numbers):
        return False
    return all(abs(a - b) <= tolerance for a, b in zip(numbers, other_numbers, strict=True))


def make(paths: Iterable[Path]) -> None:
    """Write the SVG beside each script."""
    for script in paths:
        script.with_suffix(".svg").write_text(render(script), encoding="utf-8", newline="\n")
        print(f"{script.with_suffix('.svg').relative_to(ROOT)}")


def main() -> None:
    """Make all figures, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scripts", nargs="*", type=Path, help="figure scripts (default: all)")
    options = parser.parse_args()
    make([path.resolve() for path in options.scripts] or scripts())


if __name__ == "__main__":
    main()
