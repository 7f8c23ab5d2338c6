"""Above: all one-hot vectors are equally far apart. Below: trained vectors on two principal axes."""

import matplotlib.pyplot as plt
import numpy as np
from _word_embedding import article
from matplotlib.figure import Figure

GROUPS = {
    "king, prince": ("国王 王子", "#0072b2", (-16, 9)),
    "queen, princess": ("女王 公主", "#d55e00", (-40, -34)),
    "man, boy": ("男人 男孩", "#0072b2", (10, 4)),
    "woman, girl": ("女人 女孩", "#d55e00", (10, -9)),
    "doctor": ("医生", "#00795a", (10, -4)),
    "nurse": ("护士", "#00795a", (10, -8)),
    "apple, banana,\ngrape, orange": ("苹果 香蕉 葡萄 橘子", "#b04a86", (-110, -10)),
    "cat, dog,\nrabbit, bird": ("小猫 小狗 兔子 小鸟", "#8a6d00", (-80, 4)),
}


def draw() -> Figure:
    figure, (above, below) = plt.subplots(2, 1, figsize=(6.4, 9.0), height_ratios=(1, 1.5))
    names = article("unit")
    distance, ix, unit = names["distance"], names["ix"], names["unit"]
    above.imshow(distance, cmap="Blues", vmin=0, vmax=4)
    for i, j in np.ndindex(*distance.shape):
        above.text(j, i, "0" if i == j else "√2", ha="center", va="center", fontsize=12)
    above.set(xticks=range(6), yticks=range(6), title="one-hot: distances")
    above.grid(visible=False)

    places = {label: unit[[ix[word] for word in group.split()]] for label, (group, _, _) in GROUPS.items()}
    rows = np.concatenate(list(places.values()))
    middle = rows.mean(axis=0)
    plane = np.linalg.svd(rows - middle)[2][:2]
    plane *= np.sign(plane[:, :1])
    for label, (_, color, shift) in GROUPS.items():
        flat = (places[label] - middle) @ plane.T
        below.plot(*flat.T, "o", color=color, markersize=9, alpha=0.7)
        below.annotate(label, flat.mean(axis=0), shift, textcoords="offset points", fontsize=13, color=color)
    below.set(xlabel="first principal axis", ylabel="second", title="trained vectors")
    return figure
