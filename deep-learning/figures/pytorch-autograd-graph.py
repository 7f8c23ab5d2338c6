"""The backward graph of a small loss, as PyTorch has recorded it."""

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch import Tensor
from torch.autograd.graph import Node

NAMES = {"_saved_self": "input", "_saved_mat2": "other", "_saved_result": "output"}


def loss() -> tuple[Tensor, dict[Tensor, str]]:
    """Build a regression loss with a penalty on the weights, which are thus used twice."""
    x, t = torch.ones(5, 3), torch.ones(5, 1)
    w = torch.ones(3, 1, requires_grad=True)
    b = torch.ones(1, requires_grad=True)
    residual = (x @ w + b).tanh() - t
    return (residual**2).mean() + 0.1 * (w**2).sum(), {w: "w", b: "b"}


def levels(root: Node) -> dict[Node, int]:
    """Give each node the length of the longest way from the root to it."""
    depth = {root: 0}
    queue = [root]
    while queue:
        node = queue.pop(0)
        for child, _ in node.next_functions:
            if child is not None and depth.get(child, -1) <= depth[node]:
                depth[child] = depth[node] + 1
                queue.append(child)
    return depth


def columns(root: Node) -> dict[Node, float]:
    """Put a first child straight below its parent, the other of the root right, others left."""
    column = {root: 0.0}

    def visit(node: Node) -> None:
        children = [child for child, _ in node.next_functions if child is not None]
        for i, child in enumerate(children):
            if child not in column:
                beside = max(column.values()) + 1 if node is root else min(column.values()) - 1
                column[child] = beside if i else column[node]
                visit(child)

    visit(root)
    return column


def saved(node: Node) -> str:
    """Name the tensors that a node keeps."""
    kept = [NAMES[name] for name in sorted(NAMES) if isinstance(getattr(node, name, None), Tensor)]
    return "saves " + ", ".join(kept) if kept else ""


def draw() -> Figure:
    """Draw the graph as its own links tell it."""
    value, leaves = loss()
    root = value.grad_fn
    assert root is not None
    depth, column = levels(root), columns(root)
    names = {id(leaf): name for leaf, name in leaves.items()}
    figure, axes = plt.subplots(figsize=(5.6, 6.6))
    place = {node: (column[node], -float(depth[node])) for node in depth}
    for node, (x, y) in place.items():
        leaf = names.get(id(getattr(node, "variable", None)))
        label = f"AccumulateGrad  {leaf}" if leaf else node.name().removesuffix("Backward0")
        axes.text(
            x, y, label, ha="center", va="center", fontsize=12, zorder=3,
            color="white" if leaf else None,
            bbox={"boxstyle": "round,pad=0.35", "facecolor": "#0072b2" if leaf else "#e6eef3",
                  "edgecolor": "#7a8792"},
        )  # fmt: skip
        axes.text(x + 0.07, y - 0.47, saved(node), style="italic", fontsize=10, color="#8a4300")
        for child, _ in node.next_functions:
            if child is not None:
                far = depth[child] - depth[node] > 1
                target = (place[child][0] + (0.43 if far else 0), place[child][1] + 0.19)
                arrow = {
                    "arrowstyle": "-|>",
                    "color": "#22303c",
                    "shrinkA": 0,
                    "shrinkB": 0,
                    "connectionstyle": f"arc3,rad={-0.25 if far else 0}",
                }
                axes.annotate("", target, (x, y - 0.19), arrowprops=arrow, zorder=2)
    axes.text(0, 0.7, "loss.grad_fn", ha="center", fontsize=12)
    axes.set_xlim(min(column.values()) - 0.55, max(column.values()) + 0.6)
    axes.set_ylim(-max(depth.values()) - 0.5, 1.0)
    axes.axis("off")
    return figure
