"""Noise of variance one under which k^(-1/2) converges in the mean square, but on no path."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

STEPS = 100_000


def path(steps: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return one path and its RMS error."""
    u = rng.random(len(steps))
    e, m, errors, rms = 0.0, 0.0, [], []
    for a, u_k in zip(steps.tolist(), u.tolist(), strict=True):
        jump = 1.0 if u_k < a**2 / 2 else -1.0 if u_k < a**2 else 0.0
        e, m = (1 - a) * e + jump, (1 - a) ** 2 * m + a**2
        errors.append(e)
        rms.append(m**0.5)
    return np.array(errors), np.array(rms)


def draw() -> Figure:
    """Draw one path for each of two step sequences."""
    k = np.arange(1, STEPS + 1)
    smooth = np.unique(np.round(np.geomspace(1, STEPS, 150)).astype(int)) - 1
    figure, rows = plt.subplots(2, 1, figsize=(5.6, 5.0), sharex=True, sharey=True)
    for axes, steps, title in (
        (rows[0], k**-0.5, r"$a_k=1/\sqrt{k}$,  $\sum a_k^2=\infty$"),
        (rows[1], 1 / k, r"$a_k=1/k$,  $\sum a_k^2<\infty$"),
    ):
        e, rms = path(steps, np.random.default_rng(4))
        near = np.abs(np.diff(e, prepend=0.0)) > 0.3
        shown = np.unique(
            np.concatenate(
                [np.round(np.geomspace(1, STEPS, 1500)).astype(int) - 1]
                + [np.clip(np.flatnonzero(near) + shift, 0, STEPS - 1) for shift in (-1, 0, 1)]
            )
        )
        axes.fill_between(k[smooth], -rms[smooth], rms[smooth], color="C6", alpha=0.25, linewidth=0)
        axes.plot(k[shown], e[shown], color="C0", linewidth=1.2)
        axes.set_title(title, loc="left")
        axes.set_ylabel("$e_k$")
    rows[0].text(7, 1.2, r"gray: $\pm$ RMS error", color="C6")
    rows[1].set_xscale("log")
    rows[1].set_xlim(1, STEPS)
    rows[1].set_ylim(-1.5, 1.5)
    rows[1].set_xlabel("step $k$")
    return figure
