"""Three rules for the order of search, on a diamond and on a hierarchy that tells them apart."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

Graph = dict[str, tuple[str, ...]]
Point = tuple[float, float]

DIAMOND: Graph = {"D": ("B", "C"), "B": ("A",), "C": ("A",), "A": ()}
WIDE: Graph = {"W": ("Y2", "Z"), "Y2": ("Y1",), "Y1": ("X",), "Z": ("X",), "X": ()}
PLACES: dict[str, Point] = {
    **{"D": (0, 0), "B": (-1, 1.5), "C": (1, 1.5), "A": (0, 3)},
    **{"W": (0, 0), "Y2": (-1, 1), "Y1": (-1, 2), "Z": (1, 1.5), "X": (0, 3)},
}
INK, PAPER, EDGE, BADGE, MOVED = "#22303c", "#fbfaf7", "#7a8792", "#0072b2", "#d55e00"


def depth_first(node: str, graph: Graph) -> list[str]:
    """Visit a class, then all that lies behind its first base, then the next base."""
    found = [node]
    for base in graph[node]:
        found += depth_first(base, graph)
    return list(dict.fromkeys(found))


def breadth_first(node: str, graph: Graph) -> list[str]:
    """Visit generation by generation."""
    found = [node]
    for visited in found:
        found += [base for base in graph[visited] if base not in found]
    return found


def c3(node: str, graph: Graph) -> list[str]:
    """Ask Python itself: build the classes and read the order."""
    built: dict[str, type] = {}
    for name in reversed(graph):
        built[name] = type(name, tuple(built[base] for base in graph[name]), {})
    return [cls.__name__ for cls in built[node].__mro__[:-1]]


def draw_graph(axes: plt.Axes, graph: Graph, order: list[str], right: list[str]) -> None:
    """Draw classes, arrows to the bases and each class's place in *order*, marked where it is not *right*."""
    for name, bases in graph.items():
        for base in bases:
            arrow = {"arrowstyle": "-|>", "color": EDGE, "lw": 1.6, "shrinkA": 19, "shrinkB": 20}
            axes.annotate("", PLACES[base], PLACES[name], arrowprops=arrow)
    for place, name in enumerate(order, 1):
        x, y = PLACES[name]
        axes.plot(x, y, "o", ms=35, mfc=PAPER, mec=INK, mew=1.6)
        axes.text(x, y, name, ha="center", va="center", fontsize=16)
        color = BADGE if right[place - 1] == name else MOVED
        side = x - 0.62 if x < 0 else x + 0.62
        axes.plot(side, y - 0.36, "o", ms=21, mfc=color, mec=PAPER)
        label = {"ha": "center", "va": "center", "color": "white", "fontsize": 14, "weight": "bold"}
        axes.text(side, y - 0.38, str(place), **label)
    axes.set(xlim=(-2.05, 2.05), ylim=(-0.75, 3.55))
    axes.axis("off")


def draw() -> Figure:
    figure, rows = plt.subplots(2, 3, figsize=(7.0, 7.0))
    rules = {"depth first": depth_first, "breadth first": breadth_first, "C3": c3}
    for row, graph in zip(rows, (DIAMOND, WIDE), strict=True):
        start = next(iter(graph))
        for axes, (title, rule) in zip(row, rules.items(), strict=True):
            draw_graph(axes, graph, rule(start, graph), c3(start, graph))
            axes.set_title(title, fontsize=17)
    return figure
