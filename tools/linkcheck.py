"""Check the links of the site to other sites: Sphinx's link checker, read for authors.

Without a network nothing can be said of a link, so nothing is: the command tells that it is offline and ends
well. Sites that answer programs with "forbidden" or "too many requests" are listed apart; they prove nothing.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).parents[1]
#: Hosts that articles cite most; if none of them can be reached, this machine is offline.
PROBES = ("arxiv.org", "doi.org", "github.com")
#: What sites answer to programs though people get the page: unauthorized, forbidden, too many requests.
_REFUSALS = ("401", "403", "418", "429", "999")


class Finding(NamedTuple):
    """A link that could not be followed: where it stands, its address, and why."""

    place: str
    address: str
    reason: str


def is_online(hosts: Iterable[str] = PROBES, port: int = 443, timeout: float = 5) -> bool:
    """Tell whether one of *hosts* accepts a connection."""
    for host in hosts:
        try:
            with socket.create_connection((host, port), timeout=timeout):
                return True
        except OSError:
            continue
    return False


def read_results(lines: Iterable[str]) -> tuple[int, list[Finding], list[Finding]]:
    """Read ``output.json`` of the link checker: how many links work, which are broken, which refuse."""
    working = 0
    broken: list[Finding] = []
    refusing: list[Finding] = []
    for line in lines:
        result: dict[str, Any] = json.loads(line)
        finding = Finding(f"{result['filename']}:{result['lineno']}", result["uri"], result["info"])
        if result["status"] in {"broken", "timeout", "rate-limited"}:
            refuses = result["status"] != "broken" or result["info"].startswith(_REFUSALS)
            (refusing if refuses else broken).append(finding)
        elif result["status"] in {"working", "redirected"}:
            working += 1
    return working, sorted(broken), sorted(refusing)


def run_checker(source: Path, output: Path, options: Sequence[str]) -> Path:
    """Run Sphinx's link checker and return the file of its results."""
    doctrees = output.parent / "doctrees-linkcheck"
    command = [sys.executable, "-m", "sphinx", "-b", "linkcheck", "-d", doctrees, *options, source, output]
    subprocess.run([str(part) for part in command], check=False)
    return output / "output.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Check all links; return 1 if one is broken."""
    parser = argparse.ArgumentParser(description="检查站外链接", prog="make linkcheck")
    parser.add_argument("--source", type=Path, default=ROOT)
    parser.add_argument("--output", type=Path, default=ROOT / "_build" / "linkcheck")
    parser.add_argument("--probe", action="append", metavar="HOST[:PORT]", help="用哪台主机判断是否联网")
    options, sphinx = parser.parse_known_args(arguments)
    hosts = [probe.partition(":") for probe in options.probe or PROBES]
    if not any(is_online([host], int(port or 443)) for host, _colon, port in hosts):
        print("离线：连不上外网，站外链接这次没有检查")
        return 0
    results = run_checker(options.source, options.output, sphinx)
    with results.open(encoding="utf-8") as lines:
        working, broken, refusing = read_results(lines)
    for title, findings in (("拒绝程序访问，请用浏览器看一眼", refusing), ("打不开", broken)):
        for finding in findings:
            print(f"{finding.place}: {title}：{finding.address}（{finding.reason}）")
    print(f"能打开 {working} 个，拒绝程序访问 {len(refusing)} 个，打不开 {len(broken)} 个")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
