"""The inner products that training reaches, over the optimum computed from the counts."""

import matplotlib.pyplot as plt
import numpy as np
from _word_embedding import article
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(6.2, 5.0))
    names = article("learned")
    x, y, count = names["optimum"], names["learned"], names["C"][names["seen"]]
    ends = np.array([min(x.min(), y.min()) - 0.3, max(x.max(), y.max()) + 0.3])
    axes.plot(ends, ends, color="#7a8792", linewidth=1.2, linestyle="--")
    axes.scatter(x, y, s=4 + count / 5, alpha=0.5, linewidths=0)
    axes.set(xlabel="optimum from the counts", ylabel="$u_c^T v_w$ after training", aspect="equal")
    return figure
