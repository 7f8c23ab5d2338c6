"""Which numbers stand in an article's prose, and which of them its code has proved.

A number of the prose (text, formulas, tables, captions, alternative text) counts as proved
when the article's code printed it or contains it, after rounding to as many places as the prose shows.
A number that comes from a source instead is declared in a MyST comment, with where it comes from::

    % cited-numbers: 37.4 0.95 — Lin et al. 2014, Table 2

Left alone: numbers below ten without a decimal point, years, numbers glued to a Latin word
(``float32``, ``ResNet-50``), versions of known products, links, and the section 参考资料.
"""

from __future__ import annotations

import io
import math
import re
import tokenize
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.lint.page import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

PRODUCTS = (
    r"(?:Python|PyTorch|NumPy|SciPy|TensorFlow|Keras|Matplotlib|scikit-learn|pycocotools|CUDA"
    r"|PEP|Table|Figure|Section|Algorithm|Eq\.|表|图|式|节|第)"
)
NUMBER = re.compile(
    r"(?<![A-Za-z_\\.\d])(?<![A-Za-z]-)"
    r"(?P<mantissa>\d+(?:\.\d+)?|\.\d+)"
    r"(?:[eE](?P<exponent>[-+]?\d+)|\s*(?:\\times|×)\s*10\^\{?(?P<power>-?\d+)\}?|\^\{?(?P<tenth>-\d+)\}?)?"
    r"(?![A-Za-z_\d]|\.\d)"
)
VERSION = re.compile(PRODUCTS + r"\s*v?\d+(?:\.\d+)*|\d+\.\d+\.\d[\d.]*")
SUBSCRIPT = re.compile(r"_\{?\d+\}?")
GROUPED = re.compile(r"(?<=\d)(?:\{,\}|,|\\,)(?=\d{3}(?!\d))")
CITED = re.compile(r"^%\s*cited-numbers:\s*(?P<numbers>[^—]*?)\s*(?:—\s*(?P<source>.*))?$")
CODE_DIRECTIVES = {"code-block", "code", "toctree", "math", "latest-updates", "raw"}
SOURCES_HEADING = "参考资料"


@dataclass(frozen=True)
class Number:
    """One number of the prose: where it stands, how it is written, its value and decimal places."""

    line: int
    text: str
    value: float
    places: int


def read_numbers(text: str, line: int) -> Iterator[Number]:
    """Yield the numbers of a piece of prose that need a proof."""
    text = GROUPED.sub("", text)
    text = SUBSCRIPT.sub("_", VERSION.sub("", text))
    for match in NUMBER.finditer(text):
        mantissa = match["mantissa"]
        exponent = match["exponent"] or match["power"] or "0"
        value = float(f"{mantissa}e{exponent}")
        if match["tenth"]:
            value = float(mantissa) ** int(match["tenth"])
        fraction = mantissa.partition(".")[2]
        places = len(fraction) - int(exponent)
        if match["tenth"]:
            places = max(0, math.ceil(-math.log10(abs(value)))) if value else 0
        whole = not fraction and value == int(value)
        if whole and (value < 10 or 1900 <= value <= 2099):
            continue
        yield Number(line, match.group().strip(), value, places)


def prose_of(tokens: Sequence[Token], offset: int = 0) -> Iterator[tuple[int, str]]:
    """Yield line and text of all prose, the insides of directives included, the sources left out."""
    in_sources = False
    for i, token in enumerate(tokens):
        line = (token.map[0] if token.map else 0) + offset + 1
        if token.type == "heading_open" and tokens[i + 1].content.strip() == SOURCES_HEADING:
            in_sources = True
        elif token.type == "heading_open" and token.tag == "h2":
            in_sources = tokens[i + 1].content.strip() == SOURCES_HEADING
        if in_sources:
            continue
        if token.type == "inline":
            yield from inline_prose(token.children or [], line)
        elif token.type in {"math_block", "math_block_label", "amsmath"}:
            yield from ((line + n, row) for n, row in enumerate(token.content.split("\n")))
        elif token.type in {"fence", "colon_fence"}:
            yield from directive_prose(token, line)


def inline_prose(children: Iterable[Token], line: int) -> Iterator[tuple[int, str]]:
    """Yield the text of one paragraph, line by line, roles and link targets left out."""
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type in {"image", "text", "math_inline", "math_inline_double", "code_inline"}:
            yield line, child.content


def directive_prose(token: Token, line: int) -> Iterator[tuple[int, str]]:
    """Yield the prose inside a directive; code is no prose."""
    match = re.match(r"\{([\w:-]+)\}\s*(.*)", token.info.strip())
    if not match or match[1] in CODE_DIRECTIVES:
        return
    if match[1] not in {"figure", "image"}:
        yield line, match[2]
    rows = token.content.split("\n")
    for n, row in enumerate(rows):
        option = re.match(r"\s*:([\w-]+):(.*)", row)
        if not option:
            break
        if option[1] in {"alt", "caption"}:
            yield line + 1 + n, option[2]
        rows[n] = ""
    yield from prose_of(markdown().parse("\n".join(rows)), line)


def code_numbers(tokens: Sequence[Token]) -> Iterator[float]:
    """Yield the numeric literals of all python blocks, those inside strings too."""
    for token in tokens:
        if token.type not in {"fence", "colon_fence"}:
            continue
        if token.info.strip() == "python":
            yield from literals(token.content)
        elif token.info.startswith("{"):
            yield from code_numbers(markdown().parse(token.content))


def literals(source: str) -> Iterator[float]:
    """Yield the numbers of a python source; comments prove nothing."""
    for item in tokenize.generate_tokens(io.StringIO(source).readline):
        if item.type == tokenize.NUMBER:
            literal = item.string.replace("_", "").lower()
            yield float(int(literal, 0)) if re.match(r"0[xob]", literal) else float(literal.rstrip("j"))
        elif item.type in {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", -1)}:
            yield from values(item.string)


def values(text: str) -> Iterator[float]:
    """Yield all numbers of a printed text."""
    text = re.sub(r"(?<=\d)[,_](?=\d{3}(?!\d))", "", text)
    for match in re.finditer(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", text):
        yield float(match.group())


def proves(value: float, number: Number) -> bool:
    """Tell whether a computed value rounds to the number as written, as itself or in percent."""
    unit = 0.5 * 10.0**-number.places * (1 + 1e-6)
    if float(number.value).is_integer() and number.places <= 0 and "e" not in number.text:
        unit = 1e-9 * max(1.0, abs(number.value))
    percent = 1e-12 + unit
    return abs(value - number.value) <= unit or abs(100 * value - number.value) <= percent


def cited_numbers(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield line, numbers and source of each cited-numbers comment."""
    for line, row in enumerate(text.split("\n"), 1):
        match = CITED.match(row)
        if match:
            yield line, match["numbers"].split(), match["source"] or ""


def unproved_numbers(text: str, outputs: Sequence[str]) -> list[str]:
    """Check all numbers of an article's prose.

    *outputs* is what its blocks printed. Returns findings as ``line: message``.
    """
    tokens = markdown().parse(text)
    known = sorted({*code_numbers(tokens), *(value for out in outputs for value in values(out))})
    findings = []
    cited: dict[str, int] = {}
    for line, numbers, source in cited_numbers(text):
        cited |= dict.fromkeys(numbers, line)
        if not source:
            findings.append(f"{line}: cited-numbers 要写明出处：「% cited-numbers: 37.4 — 作者 年份，表 2」")
    used = set()
    for line, prose in prose_of(tokens):
        for number in read_numbers(prose, line):
            if number.text in cited:
                used.add(number.text)
            elif not any(proves(value, number) for value in known):
                findings.append(
                    f"{number.line}: 数字 {number.text} 没有被本文代码打印或断言；"
                    "请改正它、让代码算出它，或用「% cited-numbers: … — 出处」注明来源"
                )
    findings += [
        f"{line}: cited-numbers 里的 {text} 在正文中没有出现，请删去"
        for text, line in cited.items()
        if text not in used
    ]
    return findings


def same_output(shown: str, got: str, *, exact: bool) -> bool:
    """Compare a shown output with a printed one, ignoring white space at line ends.

    With *exact* false, numbers may differ by 1 % (or 1e-6), everything else must be the same.
    """

    def lines(text: str) -> list[str]:
        return [line.rstrip() for line in text.strip("\n").split("\n")]

    if exact:
        return lines(shown) == lines(got)
    pattern = r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
    left, right = re.sub(r"\s+", " ", shown.strip()), re.sub(r"\s+", " ", got.strip())
    if re.sub(pattern, "#", left) != re.sub(pattern, "#", right):
        return False
    pairs = zip(re.findall(pattern, left), re.findall(pattern, right), strict=True)
    return all(math.isclose(float(a), float(b), rel_tol=0.01, abs_tol=1e-6) for a, b in pairs)
