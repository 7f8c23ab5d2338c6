"""Find the browser that tests and screenshots drive: an installed Chromium, Chrome or Edge.

Order: the environment variable ``BROWSER_PATH``, the PATH, usual places, what ``playwright install`` gave.
Run as a program it also installs Debian's Chromium and Chinese fonts where that needs no question
(as root on Debian), and otherwise says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# Headless tests must not phone home, and a container has no sandbox and little /dev/shm.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--font-render-hinting=none",
)
HOW_TO = (
    "没有找到浏览器：请安装 Chromium、Chrome 或 Edge，或用 BROWSER_PATH 指出它，"
    "或运行 .venv/bin/python -m playwright install chromium"
)


def find_browser() -> str | None:
    """Return the path of an installed browser, or None."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None) or playwright_browser()


def playwright_browser() -> str | None:
    """Return the browser that ``playwright install`` has put in place, or None."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (a second that most calls save)

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def has_chinese_font() -> bool:
    """Tell whether pages in Chinese can be shown; True where fontconfig does not decide it."""
    if not shutil.which("fc-list"):
        return sys.platform != "linux"
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def install_on_debian(packages: list[str]) -> bool:
    """Install Debian packages if this is root on a machine with apt-get."""
    if not packages or sys.platform != "linux" or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print(f"» apt-get install {' '.join(packages)}", flush=True)
    command = "apt-get update -q && apt-get install -y -q --no-install-recommends " + " ".join(packages)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["sh", "-c", command], env=environment, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def main() -> None:
    """Install what is missing where that is possible; otherwise say how."""
    missing = [] if find_browser() else ["chromium"]
    if not has_chinese_font():
        missing.append("fonts-noto-cjk")
    install_on_debian(missing)
    if not find_browser():
        print(f"» {HOW_TO}")


if __name__ == "__main__":
    main()
