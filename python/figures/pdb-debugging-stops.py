"""Where n, s, r, unt and c stop, found by letting bdb run a small program once for each command."""

from __future__ import annotations

import bdb
import sys
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from matplotlib.figure import Figure

SOURCE = """\
def square(x):
    y = x * x
    return y


def total(values):
    result = 0
    for v in values:
        result += square(v)
    return result


answer = total([1, 2])
"""
NAME = "<walk>"
DEPTH = {"<module>": 0, "total": 1, "square": 2}
START = ("line", "total", 9)
BLUE, ORANGE, GREEN, PINK, OLIVE = "#0072b2", "#d55e00", "#00795a", "#b04a86", "#8a6d00"
INK, PAPER = "#22303c", "#fbfaf7"
Event = tuple[str, str, int]


def all_events() -> list[Event]:
    """Record what a trace function is told, from the first call of total on."""
    events: list[Event] = []

    def tracer(frame: FrameType, event: str, arg: Any) -> Callable[..., Any] | None:
        if frame.f_code.co_filename != NAME:
            return None
        events.append((event, frame.f_code.co_name, frame.f_lineno))
        return tracer

    code = compile(SOURCE, NAME, "exec")
    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        exec(code, {})
    finally:
        sys.settrace(before)
    return events[events.index(START) :]


class Stepper(bdb.Bdb):
    """Stop at START, give one command, and note where the program stops next."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command
        self.started = False
        self.stop: Event | None = None

    def step(self, event: str, frame: FrameType) -> None:
        """Give the command at START, keep the first event after it."""
        here = (event, frame.f_code.co_name, frame.f_lineno)
        if frame.f_code.co_filename != NAME or self.stop:
            return
        if self.started:
            self.stop = here
            self.set_continue()
        elif here == START:
            self.started = True
            {
                "s": self.set_step,
                "n": lambda: self.set_next(frame),
                "unt": lambda: self.set_until(frame),
                "r": lambda: self.set_return(frame),
                "c": self.set_continue,
            }[self.command]()

    def user_call(self, frame: FrameType, argument_list: None) -> None:
        """Hear of a call."""
        self.step("call", frame)

    def user_line(self, frame: FrameType) -> None:
        """Hear of a new line."""
        self.step("line", frame)

    def user_return(self, frame: FrameType, return_value: object) -> None:
        """Hear of a return."""
        self.step("return", frame)


def stop_of(command: str) -> Event | None:
    """Return the event at which *command* stops, None if the program runs to its end."""
    stepper = Stepper(command)
    stepper.run(compile(SOURCE, NAME, "exec"), {})
    return stepper.stop


def draw() -> Figure:
    events = all_events()
    commands = {"s": BLUE, "n": ORANGE, "unt": GREEN, "r": PINK, "c": OLIVE}
    figure, axes = plt.subplots(figsize=(7.0, 5.0))
    xs = range(len(events))
    ys = [DEPTH[name] for _, name, _ in events]
    axes.step(xs, ys, where="post", color="#b9b4a6", linewidth=1.6, zorder=1)
    for x, (event, _, line) in enumerate(events):
        is_line = event == "line"
        fill = INK if x == 0 else PAPER
        if is_line:
            axes.plot(x, ys[x], "o", markersize=23, color=fill, markeredgecolor=INK, zorder=2)
        axes.text(
            x,
            ys[x],
            {"call": "call", "return": "ret"}.get(event, str(line)),
            ha="center",
            va="center",
            fontsize=12 if is_line else 10,
            color="white" if x == 0 else INK,
            zorder=3,
            bbox=None
            if is_line
            else {"boxstyle": "round,pad=0.25", "facecolor": fill, "edgecolor": "#8a8578"},
        )
    for row, (command, color) in enumerate(commands.items()):
        y = -1.0 - 0.46 * row
        stop = stop_of(command)
        end = events.index(stop) if stop else len(events)
        axes.annotate(
            "",
            (end, y),
            (0, y),
            arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 2.2, "shrinkA": 0, "shrinkB": 0},
        )
        axes.plot(0, y, "o", color=color, markersize=5)
        axes.text(-0.7, y, command, ha="right", va="center", family="monospace", fontsize=14, color=color)
        if stop:
            axes.plot([end, end], [y, ys[end]], ":", color=color, linewidth=1.4, zorder=0)
        else:
            axes.text(end + 0.15, y, "end", va="center", fontsize=12, color=color)
    bottom = -1.0 - 0.46 * (len(commands) - 1)
    axes.plot([0, 0], [bottom, ys[0]], ":", color=INK, linewidth=1.2, zorder=0)
    for name, depth in DEPTH.items():
        axes.text(-0.7, depth, name, ha="right", va="center", family="monospace", fontsize=11)
    axes.set(xlim=(-2.9, len(events) + 0.9), ylim=(-3.1, 2.4))
    axes.axis("off")
    return figure
