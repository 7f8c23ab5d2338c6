"""The 68 bytes of one TFRecord record that holds one tf.train.Example, coloured by a parser."""

import struct
from collections.abc import Iterator

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

RECORD = bytes.fromhex(
    "34000000000000005e33175c"
    "0a320a0d0a03696d6712060a040a0200010a0e0a056c6162656c12051a030a0103"
    "0a110a0177120c120a0a080000003f000080bf"
    "e88046b3"
)
COLORS = {
    "frame: length": "#9fc5de",
    "frame: masked CRC32C": "#f0b48a",
    "tag": "#d9d6cc",
    "size": "#f3eee0",
    "key": "#e2b8d2",
    "value": "#8fd0b6",
}
PER_ROW = 8


def message(data: bytes, path: tuple[int, ...] = ()) -> Iterator[str]:
    """Yield the role of each byte; every field here is length-delimited and shorter than 128 bytes."""
    pos = 0
    while pos < len(data):
        number, size = data[pos] >> 3, data[pos + 1]
        yield from ("tag", "size")
        body = data[pos + 2 : pos + 2 + size]
        here = (*path, number)
        if here == (1, 1, 1):
            yield from ["key"] * size
        elif len(here) == 5:
            yield from ["value"] * size
        else:
            yield from message(body, here)
        pos += 2 + size


def roles(record: bytes) -> list[str]:
    """Name the role of each byte of a record."""
    (size,) = struct.unpack_from("<Q", record)
    crc = ["frame: masked CRC32C"] * 4
    return ["frame: length"] * 8 + crc + list(message(record[12 : 12 + size])) + crc


def draw() -> Figure:
    """Draw the bytes in rows of eight."""
    figure, axes = plt.subplots(figsize=(5.6, 6.6))
    for index, role in enumerate(roles(RECORD)):
        row, column = divmod(index, PER_ROW)
        axes.add_patch(Rectangle((column, -row), 0.94, 0.9, color=COLORS[role]))
        byte = RECORD[index]
        text = f"{byte:02x}"
        if role == "key":
            text += f"\n{chr(byte)}"
        axes.text(
            column + 0.47, 0.45 - row, text, ha="center", va="center", family="DejaVu Sans Mono", fontsize=13
        )
    for row in range(0, len(RECORD), PER_ROW):
        axes.text(
            -0.25, 0.45 - row // PER_ROW, str(row), ha="right", va="center", color="#5c5c5c", fontsize=12
        )
    axes.set_xlim(-0.9, PER_ROW)
    axes.set_ylim(-(len(RECORD) // PER_ROW) - 0.1, 1.0)
    axes.axis("off")
    handles = [Patch(color=color, label=role) for role, color in COLORS.items()]
    figure.legend(handles=handles, loc="outside lower center", ncols=2, fontsize=12)
    return figure
