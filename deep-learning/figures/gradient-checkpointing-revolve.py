"""The optimal order of advancing and reversing a chain with few slots (Griewank and Walther)."""

from functools import cache

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

LAYERS, SLOTS = 16, 3


@cache
def advances(n: int, slots: int) -> int:
    """Return the least number of steps to advance."""
    if n == 1:
        return 0
    if slots == 1:
        return n * (n - 1) // 2
    return min(m + advances(n - m, slots - 1) + advances(m, slots) for m in range(1, n))


class Schedule:
    """Record the moves of one optimal schedule."""

    def __init__(self) -> None:
        self.time = 0
        self.moves: list[tuple[int, int, int, int]] = []  # time and layer: from, to
        self.reversals: list[tuple[int, int]] = []  # time, layer
        self.lives: list[tuple[int, int, int]] = []  # layer, born, died
        self.reverse(0, LAYERS, SLOTS)

    def advance(self, start: int, steps: int) -> None:
        """Move on from a state."""
        self.moves.append((self.time, start, self.time + steps, start + steps))
        self.time += steps

    def reverse(self, start: int, n: int, slots: int) -> None:
        """Reverse the steps after state *start*, which occupies one of the slots."""
        born = self.time
        while n > 1:
            if slots == 1:
                m = n - 1
                self.advance(start, m)
                self.last(start + m)
            else:
                m = min(range(1, n), key=lambda m: m + advances(n - m, slots - 1) + advances(m, slots))
                self.advance(start, m)
                self.reverse(start + m, n - m, slots - 1)
            n = m
        self.last(start)
        self.lives.append((start, born, self.time))

    def last(self, state: int) -> None:
        """Run one layer with its activations and go back through it."""
        self.time += 1
        self.reversals.append((self.time, state))
        self.time += 1


def draw() -> Figure:
    """Draw the schedule in the plane of time and layer."""
    schedule = Schedule()
    assert sum(stop - start for _, start, _, stop in schedule.moves) == advances(LAYERS, SLOTS)
    figure, axes = plt.subplots(figsize=(5.6, 4.4))
    for layer, born, died in schedule.lives:
        axes.plot([born, died], [layer, layer], color="C1", linewidth=3.5, alpha=0.55, zorder=1)
    for x0, y0, x1, y1 in schedule.moves:
        axes.plot([x0, x1], [y0, y1], color="C0", zorder=2)
    axes.scatter(*zip(*schedule.reversals, strict=True), color="C2", s=32, zorder=3)
    axes.plot([], [], color="C0", label="advance")
    axes.plot([], [], color="C1", linewidth=3.5, alpha=0.55, label="slot in use")
    axes.scatter([], [], color="C2", s=32, label="backward")
    axes.set_xlabel("time")
    axes.set_ylabel("layer $i$")
    axes.set_ylim(-0.8, LAYERS + 0.5)
    axes.legend(loc="upper right")
    return figure
