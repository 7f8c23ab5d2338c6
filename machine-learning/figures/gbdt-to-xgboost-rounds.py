"""Training and validation error by round for two learning rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
import xgboost as xgb
from sklearn.datasets import make_friedman1

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    X, y = make_friedman1(600, n_features=5, noise=3, random_state=1)
    train, valid = xgb.DMatrix(X[:300], y[:300]), xgb.DMatrix(X[300:], y[300:])
    figure, ax = plt.subplots(figsize=(6.4, 4.2))
    rounds = np.arange(1, 601)
    for eta, color in ((0.3, "#d55e00"), (0.05, "#0072b2")):
        history: dict[str, dict[str, list[float]]] = {}
        params = {"max_depth": 3, "eta": eta, "nthread": 1, "tree_method": "exact"}
        pairs = [(train, "train"), (valid, "valid")]
        xgb.train(params, train, 600, evals=pairs, evals_result=history, verbose_eval=False)
        errors = np.array(history["valid"]["rmse"])
        best = int(errors.argmin())
        ax.plot(rounds, errors, color=color)
        ax.plot(rounds, history["train"]["rmse"], "--", color=color, lw=1.6)
        ax.plot(best + 1, errors[best], "o", color=color, ms=8)
        at = (130, 3.75) if eta > 0.1 else (20, 4.75)  # where no other curve passes
        ax.text(*at, rf"$\eta={eta}$", color=color, fontsize=14)
    ax.text(620, 3.75, "valid", ha="right", fontsize=13)
    ax.text(620, 1.45, "train", ha="right", fontsize=13)
    ax.set(xscale="log", xlim=(1, 700), ylim=(0, 6.2))
    ax.set_xlabel("round", fontsize=13)
    ax.set_ylabel("RMSE", fontsize=13)
    ax.tick_params(labelsize=12)
    return figure
