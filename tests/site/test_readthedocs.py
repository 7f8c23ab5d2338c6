"""What Read the Docs does with this repository, done here."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT, copy_project

if TYPE_CHECKING:
    from pathlib import Path

CONFIG: dict[str, Any] = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text(encoding="utf-8"))


def test_configuration_is_valid() -> None:
    """The file follows Read the Docs' own schema, version 2."""
    schema = files("check_jsonschema") / "builtin_schemas" / "vendor" / "readthedocs.json"

    jsonschema.validate(CONFIG, json.loads(schema.read_text(encoding="utf-8")))


def run(cwd: Path, *command: str | Path, **environ: str) -> None:
    """Run one command of the build; show what it said if it fails."""
    words = [str(part) for part in command]
    outer = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {**outer, **environ}
    result = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{' '.join(words)}\n{result.stdout}{result.stderr}"


@pytest.mark.timeout(600)
def test_the_build_works_in_a_scratch_clone(tmp_path: Path) -> None:
    """A fresh environment from the named lock builds the site with warnings as errors."""
    clone = copy_project(tmp_path / "checkouts" / "知识库 clone")
    out = tmp_path / "output" / "html"
    uv = [sys.executable, "-m", "uv"] if shutil.which("uv") is None else [str(shutil.which("uv"))]
    python = tmp_path / "env" / "bin" / "python"
    run(tmp_path, sys.executable, "-m", "venv", "--without-pip", tmp_path / "env")
    for item in CONFIG["python"]["install"]:
        install = [*uv, "pip", "install", "-q", "--python", str(python), "-r", item["requirements"]]
        run(clone, *install)
    sphinx = CONFIG["sphinx"]
    strict = ["-W", "--keep-going"] if sphinx["fail_on_warning"] else []
    build = ["-T", *strict, "-b", sphinx["builder"], "-d", "_build/doctrees", "-D", "language=zh_CN"]
    conf = clone / str(sphinx["configuration"])
    run(
        conf.parent,
        *[python, "-m", "sphinx", *build, ".", out],
        READTHEDOCS="True",
        READTHEDOCS_CANONICAL_URL="https://example.readthedocs.io/zh-cn/latest/",
        READTHEDOCS_GIT_CLONE_URL="https://github.com/example/site.git",
        READTHEDOCS_GIT_IDENTIFIER="main",
    )

    assert (out / "index.html").exists()
    assert 'rel="canonical" href="https://example.readthedocs.io/zh-cn/latest/updates.html"' in (
        (out / "updates.html").read_text(encoding="utf-8")
    )
    assert 'href="https://github.com/example/site/edit/main/python/index.md"' in (
        (out / "python" / "index.html").read_text(encoding="utf-8")
    )
    assert 'href="/zh-cn/latest/python/index.html"' in (out / "404.html").read_text(encoding="utf-8")
    assert (out / "robots.txt").read_text(encoding="utf-8").endswith("/zh-cn/latest/sitemap.xml\n")
    assert "404" not in (out / "sitemap.xml").read_text(encoding="utf-8")
