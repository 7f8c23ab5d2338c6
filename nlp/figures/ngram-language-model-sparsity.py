"""How much of the test text was never seen in training, by n and by the size of the training text."""

import matplotlib.pyplot as plt
from _ngram_language_model import article
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 3.9))
    names = article("gram_counts")
    count, train, test = names["gram_counts"], names["train_text"], names["test_text"]
    orders = range(1, 6)
    for step, marker, label in ((4, "^", "1/4"), (2, "s", "1/2"), (1, "o", "all")):
        part = train[::step]
        rates = []
        for n in orders:
            seen, wanted = count(part, n), count(test, n)
            rates.append(sum(c for gram, c in wanted.items() if gram not in seen) / wanted.total())
        axes.plot(orders, [100 * rate for rate in rates], marker=marker, label=label)
    axes.set(xlabel="n", ylabel="unseen in test (%)", xticks=list(orders), ylim=(0, 100))
    axes.legend(title="training text", fontsize=12, title_fontsize=12, loc="lower right")
    return figure
