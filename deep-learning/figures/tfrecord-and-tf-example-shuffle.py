"""Where each sample comes from and goes to: shuffle buffer, interleaved shards, shuffled before writing."""

import random
from collections.abc import Iterable, Iterator
from math import nan

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

COUNT, BUFFER, SHARDS, CYCLE = 1200, 60, 40, 8


def shuffle(stream: Iterable[int], rng: random.Random) -> Iterator[int]:
    """Emit a random element of the buffer, put the next one in its place."""
    buffer: list[int] = []
    for item in stream:
        if len(buffer) < BUFFER:
            buffer.append(item)
            continue
        place = rng.randrange(BUFFER)
        yield buffer[place]
        buffer[place] = item
    rng.shuffle(buffer)
    yield from buffer


def interleaved(rng: random.Random) -> Iterator[int]:
    """Read shards of equal size in random order, eight at a time, one element in turn."""
    size = COUNT // SHARDS
    starts = [shard * size for shard in range(SHARDS)]
    rng.shuffle(starts)
    for group in range(0, SHARDS, CYCLE):
        for step in range(size):
            yield from (start + step for start in starts[group : group + CYCLE])


def draw() -> Figure:
    """Draw one panel for each way of reading."""
    rng = random.Random(0)
    orders = {
        f"buffer of {BUFFER} only": list(shuffle(range(COUNT), rng)),
        f"{SHARDS} shards in random order, {CYCLE} at a time": list(shuffle(interleaved(rng), rng)),
        "shuffled before writing": rng.sample(range(COUNT), COUNT),
    }
    figure, panels = plt.subplots(3, 1, figsize=(5.6, 8.4), sharex=True)
    for axes, (title, order) in zip(panels, orders.items(), strict=True):
        # One path of short strokes: a marker for each sample would make a file of half a megabyte.
        places = [value for place in range(COUNT) for value in (place, place, nan)]
        items = [value for item in order for value in (item, item + 2, nan)]
        axes.plot(places, items, linewidth=2.2, solid_capstyle="round")
        axes.set_title(title, loc="left")
        axes.set_ylabel("original place")
        axes.set_xlim(0, COUNT)
        axes.set_ylim(0, COUNT)
    panels[-1].set_xlabel("place in the output")
    return figure
