"""Each committed figure is what its script draws."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.articles.blocks import REFERENCE, ROOT
from tools.figures import render, same_figure, scripts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(not REFERENCE, reason="figures are committed from Python 3.11 on x86-64")
@pytest.mark.parametrize("script", scripts(), ids=lambda path: str(path.relative_to(ROOT)))
def test_figure_is_what_its_script_draws(script: Path) -> None:
    """A changed script, or a changed figure, is seen."""
    svg = script.with_suffix(".svg")
    name = svg.relative_to(ROOT)
    if os.environ.get("WITHOUT_TORCH") and "import torch" in script.read_text(encoding="utf-8"):
        pytest.skip("WITHOUT_TORCH is set: this figure is drawn from what PyTorch does")

    assert svg.exists(), f"{name}:1: 缺少图，请运行 make figures"
    assert same_figure(svg.read_text(encoding="utf-8"), render(script)), (
        f"{script.relative_to(ROOT)}:1: {name} 不是这个脚本画出来的，请运行 make figures 并查看差异"
    )
