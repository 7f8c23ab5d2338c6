"""Create and refresh the virtual environment ``.venv`` from the lock files (standard library only).

``python tools/bootstrap.py site|write|test|dev`` installs that lock, with uv where it is to be had, else by
pip.
PyTorch comes last, by pip and alone: every source has its own wheel of the same version, and pip's settings
know which source this machine uses. A stamp in ``.venv`` tells make that the work is done.

Environment variables: ``TORCH_ARGS`` (further arguments of that pip call), ``WITHOUT_TORCH`` (leave it out).
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
# Each level and those that it holds.
LEVELS = {
    "site": ("site",),
    "write": ("site", "write"),
    "test": ("site", "write", "test"),
    "dev": ("site", "write", "test", "dev"),
}
# What needs no PyTorch: building the site, writing an article.
LIGHT = ("site", "write")

CUDA_MESSAGE = """\
此处的 pip 会下载带 CUDA 的 PyTorch（{count} 个附加包，数 GB），而测试只需要 CPU 版。请选一种：
  用 PyTorch 官方的 CPU 版：  make test TORCH_ARGS="--index-url https://download.pytorch.org/whl/cpu"
  跳过文章里的 PyTorch 代码：  make test WITHOUT_TORCH=1
  仍要安装 CUDA 版：          make test TORCH_ARGS="--no-input"（任何参数都表示已知情）"""


def say(text: str) -> None:
    """Show progress at once, even through make."""
    print(f"» {text}", flush=True)


def run(*command: str | Path) -> bool:
    """Run a command in the project's folder; return whether it succeeded."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode == 0


def need(done: bool, message: str) -> None:
    """Stop with one clear line unless *done*."""
    if not done:
        sys.exit(f"✗ {message}")


def make_venv() -> None:
    """Create ``.venv``, again if it does not start (its Python was removed, or the folder was moved)."""
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0:
        return
    say(f"建立虚拟环境 .venv（Python {sys.version.split()[0]}）")
    shutil.rmtree(VENV, ignore_errors=True)
    made = run(sys.executable, "-m", "venv", "--without-pip", VENV)
    need(made, "无法建立虚拟环境：请安装 Python 的 venv 模块（Debian/Ubuntu：apt-get install python3-venv）")


def find_uv() -> list[str]:
    """Return the command of uv: on the machine, in ``.venv``, or put there by pip; empty if there is none."""
    own = BIN / ("uv.exe" if os.name == "nt" else "uv")
    if shutil.which("uv"):
        return ["uv"]
    lock = REQUIREMENTS / "uv.txt"
    if not own.exists():
        quiet = ("-q", "--disable-pip-version-check", "--require-hashes", "-r", lock)
        run(sys.executable, "-m", "pip", "--python", PYTHON, "install", *quiet)
    return [str(own)] if own.exists() else []


def install(lock: Path) -> None:
    """Install one hashed lock file."""
    say(f"安装 {lock.relative_to(ROOT).as_posix()}（第一次约需一分钟）")
    uv = find_uv()
    if uv:
        # Unlike pip, uv leaves compiling to the first import; where Python may not write, it never happens.
        options = ("-q", "--compile-bytecode", "--python", PYTHON, "--require-hashes")
        done = run(*uv, "pip", "install", *options, "-r", lock)
    else:
        run(PYTHON, "-m", "ensurepip", "--upgrade")
        done = run(PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock)
    need(done, f"安装 {lock.name} 失败：请检查网络后重试 make")


def torch_is_installed() -> bool:
    """Tell whether the locked version of PyTorch is there already, from whatever source."""
    wanted = (REQUIREMENTS / "torch.txt").read_text(encoding="utf-8").strip().partition("==")[2]
    code = f"from importlib.metadata import version as v; assert v('torch').split('+')[0] == '{wanted}'"
    return subprocess.run([PYTHON, "-c", code], check=False, stderr=subprocess.DEVNULL).returncode == 0


def cuda_packages(command: list[str]) -> list[str]:
    """Ask pip what it would fetch, and return the CUDA packages among it."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        if not run(*command, "--dry-run", "--report", report):
            return []
        names = [item["metadata"]["name"] for item in json.loads(report.read_text())["install"]]
    return [name for name in names if name.startswith(("nvidia-", "cuda-", "triton"))]


def install_torch() -> None:
    """Install PyTorch by pip; stop before a download of gigabytes that nobody asked for."""
    if os.environ.get("WITHOUT_TORCH") or torch_is_installed():
        return
    arguments = shlex.split(os.environ.get("TORCH_ARGS", ""))
    lock = str(REQUIREMENTS / "torch.txt")
    quiet = ["-q", "--disable-pip-version-check"]
    command = [str(PYTHON), "-m", "pip", "install", *quiet, "-r", lock, *arguments]
    say("安装 PyTorch（CPU 版约 200 MB）")
    surplus = [] if arguments else cuda_packages(command)
    need(not surplus, CUDA_MESSAGE.format(count=len(surplus)))
    need(run(*command), "安装 PyTorch 失败：请检查网络，或用 make test WITHOUT_TORCH=1 跳过它")


def main() -> None:
    """Bring the environment to the level asked for and leave its stamps."""
    level = sys.argv[1] if len(sys.argv) > 1 else "site"
    need(level in LEVELS, "用法：bootstrap.py site|write|test|dev")
    version = ".".join(map(str, sys.version_info[:2]))
    need(sys.version_info >= OLDEST, f"需要 Python 3.11 或更新，现在是 {version}：make PYTHON=python3.12 …")
    make_venv()
    install(REQUIREMENTS / f"{level}.txt")
    if level not in LIGHT:
        install_torch()
    for name in LEVELS[level]:
        (VENV / f".stamp-{name}").touch()


if __name__ == "__main__":
    main()
