"""Formulas as a reader meets them: right, quiet, reachable, and to be copied."""

from __future__ import annotations

import html
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from prerendered_math.engine import KATEX_SCRIPT, Katex
from prerendered_math.markup import scroller, scroller_class
from prerendered_math.pages import STATIC
from prerendered_math.styles import hoist_styles, style_rules, used_declaration_classes
from py_mini_racer import MiniRacer

from tests.browser.conftest import watched
from tests.conftest import ROOT, build
from tools.browser import FLAGS, find_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

FORMULAS = ROOT / "tests" / "roots" / "test-prerendered-math-formulas" / "index.md"
_FORMULA = re.compile(r"^\$\$ (.*) \$\$$|\$([^$\n]+)\$", re.MULTILINE)

MORE = [
    r"a + b \\ c",
    r"x = 1 \tag{记号}",
    r"\begin{align*} a &= b \\[1ex] &= \dfrac{c}{d} \end{align*}",
]
_ONLY_DISPLAYED = re.compile(r"\\tag|\\begin\{(?:align\*|split|CD)\}")

PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>Formulas</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="icon" href="data:,">
<link rel="stylesheet" href="prerendered-math/katex/katex.min.css">
<link rel="stylesheet" href="prerendered-math/formulas.css"><link rel="stylesheet" href="page.css">
<main>{formulas}</main></html>"""


@pytest.fixture(scope="module")
def formulas() -> list[str]:
    """Return the hard formulas, as TeX."""
    found = _FORMULA.findall(FORMULAS.read_text(encoding="utf-8"))
    return [block or inline for block, inline in found] + MORE


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that builds one of the tiny projects, as a site would."""

    def run(root: str, *options: str) -> Path:
        out = tmp_path_factory.mktemp(root) / "html"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PYTHONPATH", str(ROOT / "_ext"))
            result = build(ROOT / "tests" / "roots" / f"test-prerendered-math-{root}", out, "-W", *options)
        assert result.stderr == ""
        return out

    return run


@pytest.fixture(scope="module")
def reader(built: Callable[[str], Path], serve: Callable[[Path], str]) -> str:
    """Return the address of a page as readers get it."""
    return f"{serve(built('reader'))}/index.html"


@pytest.fixture(scope="module")
def hard(built: Callable[..., Path], serve: Callable[[Path], str]) -> str:
    """Return the address of the page of hard formulas, under Furo."""
    return f"{serve(built('formulas', '-D', 'html_theme=furo'))}/index.html"


def as_katex_has_it(formulas: list[str], *, display: bool) -> list[str]:
    """Return formulas with the tables and the inline styles that KaTeX writes."""
    options = json.dumps({"displayMode": display, "strict": "ignore"})
    racer = MiniRacer()
    racer.eval(KATEX_SCRIPT.read_text(encoding="utf-8"))
    written = [str(racer.eval(f"katex.renderToString({json.dumps(tex)}, {options})")) for tex in formulas]
    racer.close()
    # The console would complain of these paths, see render.js.
    return [re.sub(r'(<path d="[^"]*\n)MM', r"\1M", each) for each in written]


def as_we_have_it(formulas: list[str], *, display: bool) -> list[str]:
    """Return formulas as they are written into pages."""
    katex = Katex({})
    rendered = [katex.render(tex, display=display) for tex in formulas]
    katex.close()
    return [scroller("div", scroller_class(each), hoist_styles(each.html), None) for each in rendered]


def write_page(folder: Path, formulas: list[str], policy: str) -> None:
    """Write a page of `formulas`, each in a box of its own, with the style sheet of their classes."""
    boxes = "".join(f'<div class="math">{formula}</div>' for formula in formulas)
    rules = style_rules(used_declaration_classes(boxes))
    shutil.copytree(STATIC, folder, dirs_exist_ok=True)
    (folder / "page.css").write_text(rules, encoding="utf-8")
    page = PAGE.format(policy=html.escape(policy), formulas=boxes)
    (folder / "index.html").write_text(page, encoding="utf-8")


# On a busy machine a page is laid out again after its fonts have come: wait until nothing moves any more.
SETTLED = """async () => {
  await document.fonts.ready;
  const widths = () => [...document.querySelectorAll("*")].map((e) => e.getBoundingClientRect().width).join();
  for (let before = null, now = widths(); before !== now; ) {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    [before, now] = [now, widths()];
  }
}"""


def shown(page: Page, address: str) -> Page:
    """Open an address and load all fonts of formulas; a font that cannot be loaded is an error."""
    page.goto(address)
    page.evaluate("() => Promise.all([...document.fonts].map((font) => font.load())).then(() => null)")
    page.evaluate(SETTLED)
    return page


# All that is painted of each formula: signs, pictures, borders and grounds, from the start of its baseline.
PAINTED = """() => [...document.querySelectorAll(".katex-html")].map((formula) => {
  const origin = formula.querySelector(".katex-strut").getBoundingClientRect();
  const found = [];
  const note = (what, { x, y, width, height }, style) =>
    found.push([`${what} ${style.color} ${style.fontSize}`, x - origin.x, y - origin.bottom, width, height]);
  const nodes = document.createTreeWalker(formula);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const style = getComputedStyle(node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    if (node.nodeType === Node.TEXT_NODE) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (node.data !== "\\u200b") note(node.data, range.getBoundingClientRect(), style);
    } else if (
      node.tagName === "svg" ||
      style.backgroundColor !== "rgba(0, 0, 0, 0)" ||
      ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style[`border${side}Width`]) > 0)
    )
      note(`${node.tagName} ${style.backgroundColor}`, node.getBoundingClientRect(), style);
  }
  return found;
})"""


@pytest.mark.parametrize("display", [True, False])
def test_hard_formulas_look_as_katex_has_them(
    page: Page, tmp_path: Path, serve: Callable[[Path], str], formulas: list[str], display: bool
) -> None:
    """No sign, line or picture moves by a tenth of a pixel; a strict policy lets them pass."""
    formulas = [tex for tex in formulas if display or not _ONLY_DISPLAYED.search(tex)]
    theirs = as_katex_has_it(formulas, display=display)
    ours = as_we_have_it(formulas, display=display)
    write_page(tmp_path / "katex", theirs, "style-src 'self' 'unsafe-inline'")
    write_page(tmp_path / "ours", ours, "default-src 'self'; img-src data:")
    base = serve(tmp_path)
    painted = [shown(page, f"{base}/{name}/index.html").evaluate(PAINTED) for name in ("katex", "ours")]
    moved = {
        tex: [(what, *was, *now) for (what, *was), (_, *now) in zip(*pair, strict=True) if far(was, now)]
        for tex, *pair in zip(formulas, *painted, strict=True)
    }

    assert len(formulas) >= 130
    assert [[each[0] for each in formula] for formula in painted[1]] == [
        [each[0] for each in formula] for formula in painted[0]
    ]
    assert {tex: found for tex, found in moved.items() if found} == {}
    assert sum(each.count("vlist-r") for each in theirs) > 1000
    assert sum(each.count("vlist-r") for each in ours) == 0


def far(one: list[float], other: list[float]) -> bool:
    """Tell whether two boxes differ by what could be seen; browsers count in 64ths of a pixel."""
    return any(abs(a - b) > 0.1 for a, b in zip(one, other, strict=True))


ROOM = """() => [...document.querySelectorAll(".measured-formula")].map((box) => {
  const room = parseFloat(getComputedStyle(box).containIntrinsicHeight.replace("auto", ""));
  return [room, box.firstElementChild.getBoundingClientRect().height];
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_formulas_need_the_room_that_is_kept_for_them(browser: Browser, hard: str, width: int) -> None:
    """So nothing moves when a formula is laid out because a reader comes near."""
    with watched(browser, viewport={"width": width, "height": 800}) as page:
        rooms = shown(page, hard).evaluate(ROOM)

        assert len(rooms) >= 100
        assert [(room, needed) for room, needed in rooms if abs(room - needed) > 0.1] == []


def test_number_stays_when_its_formula_is_laid_out(page: Page, reader: str) -> None:
    """Its place does not depend on the width of the formula, which is unknown before."""
    shown(page, reader)
    number = page.locator("#equation-long .eqno")
    scroller = page.locator("#equation-long .formula-scroller")
    scroller.evaluate("(e) => { e.style.contentVisibility = 'hidden'; }")
    before = number.bounding_box()
    scroller.evaluate("(e) => { e.style.contentVisibility = 'visible'; }")

    assert number.bounding_box() == pytest.approx(before, abs=0.1)


def test_page_needs_nothing_but_its_own_files(page: Page, reader: str) -> None:
    """No script, no inline style, no other origin: the console stays silent under the strictest policy."""

    def with_policy(route: Route) -> None:
        response = route.fetch()
        policy = (
            "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self' data:"
        )
        route.fulfill(response=response, headers={**response.headers, "Content-Security-Policy": policy})

    page.route("**/index.html", with_policy)
    shown(page, reader)

    assert page.evaluate("document.fonts.size") == len(list(STATIC.rglob("*.woff2")))
    assert page.locator(".katex [style]").count() == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_fits_and_the_number_stays(browser: Browser, reader: str, width: int) -> None:
    """A long formula scrolls in its box, the number stands beside it; the page itself never scrolls."""
    with watched(browser, viewport={"width": width, "height": 800}) as page:
        shown(page, reader)
        number = page.locator(".eqno").bounding_box()
        scroller = page.locator("#equation-long .formula-scroller")

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert number is not None
        assert 0 < number["x"] < number["x"] + number["width"] <= width
        assert scroller.evaluate("(e) => e.scrollWidth > e.clientWidth") is (width < 800)
        assert scroller.evaluate("(e) => e.scrollHeight === e.clientHeight")


def test_keyboard_scrolls_a_long_formula(browser: Browser, reader: str) -> None:
    """It takes the focus, with a name; a short one does not stand in the way."""
    with watched(browser, viewport={"width": 390, "height": 800}) as page:
        shown(page, reader)
        scroller = page.locator("#equation-long .formula-scroller")
        while not scroller.evaluate("(e) => e === document.activeElement"):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.matches('a, [tabindex]')")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")

        assert scroller.get_attribute("aria-label") == "Formula (1)"
        assert page.locator("[tabindex='0']").count() == 2


@pytest.mark.parametrize("width", [320, 390])
def test_what_overflows_a_phone_can_be_focused(browser: Browser, hard: str, width: int) -> None:
    """The width that is computed while building foresees every formula that a phone cannot show."""
    with watched(browser, viewport={"width": width, "height": 800}) as page:
        shown(page, hard)
        missed = page.evaluate(
            """() => [...document.querySelectorAll(".formula-scroller, .wide-formula")]
            .filter((e) => e.scrollWidth > e.clientWidth && !e.hasAttribute("tabindex"))
            .map((e) => e.querySelector(".formula-tex").textContent)"""
        )
        cut = page.evaluate(
            """() => [...document.querySelectorAll(".formula-scroller")]
            .filter((e) => e.scrollHeight > e.clientHeight).length"""
        )

        assert missed == []
        assert cut == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, reader: str, width: int, theme: str) -> None:
    """In both themes, on phone and desk."""
    size = {"width": width, "height": 800}
    with watched(browser, viewport=size, color_scheme=theme) as page:
        shown(page, reader)
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
        found = Axe().run(page, "main, [role=main]", rules).response["violations"]

        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.fixture
def heeding(browser: Browser) -> Iterator[Page]:
    """Return a page of a browser that works as it does while a screen reader runs."""
    flags = [*FLAGS, "--force-renderer-accessibility"]
    running = browser.browser_type.launch(executable_path=find_browser(), args=flags)
    with watched(running, viewport={"width": 1280, "height": 900}) as page:
        yield page
    running.close()


def heard(page: Page) -> list[tuple[str, str | None]]:
    """Return the roles and names that the browser tells a screen reader."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value")) for node in tree if not node["ignored"]
    ]


def test_screen_readers_get_mathml_once(heeding: Page, reader: str) -> None:
    """Neither boxes nor TeX are in the accessibility tree, laid out or not."""
    seen = heard(shown(heeding, reader))

    assert [role for role, _ in seen].count("MathMLMath") == heeding.locator(".katex").count()
    assert [name for _, name in seen if name in {"E", "𝐸", "E=mc^2", "$E=mc^2$"}] in (["E"], ["𝐸"])


def test_screen_readers_get_what_is_far_away(heeding: Page, hard: str) -> None:
    """Formulas that have not been laid out are read like others, their TeX is not."""
    shown(heeding, hard)
    seen = heard(heeding)
    skipped = "(e) => !e.checkVisibility({ contentVisibilityAuto: true })"

    assert heeding.locator(".measured-formula .katex").last.evaluate(skipped)
    assert [role for role, _ in seen].count("MathMLMath") == heeding.locator(".katex").count()
    assert [role for role, _ in seen].count("MathMLFraction") == heeding.locator("mfrac").count()
    assert [name for _, name in seen if name and r"\frac" in name] == []


def test_copying_gives_tex(browser: Browser, reader: str) -> None:
    """As the author wrote it, with dollars: of a paragraph, and of a formula that is dragged over."""
    permissions = ["clipboard-read", "clipboard-write"]
    with watched(browser, viewport={"width": 1280, "height": 800}, permissions=permissions) as page:
        shown(page, reader)
        page.locator("p", has_text="前文").evaluate("(e) => getSelection().selectAllChildren(e)")
        page.keyboard.press("Control+C")
        paragraph = page.evaluate("navigator.clipboard.readText()")
        box = page.locator(".displayed-formula .katex-html").first.bounding_box()
        assert box is not None
        middle = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 2, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, middle, steps=3)
        page.mouse.up()
        page.keyboard.press("Control+C")

        assert paragraph.split() == ["前文", "$E=mc^2$", "后文。"]
        assert page.evaluate("navigator.clipboard.readText()") == "$$ a = b $$"


STRAY_SIGNS = """(paragraph) => {
  const strays = [];
  const box = (text, at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect();
  };
  const bases = (e) => [...e.querySelectorAll(".katex-base")].map((base) => base.getBoundingClientRect());
  const note = (...what) => strays.push(what.join(" "));
  for (let width = 150; width < 400; width += 3) {
    paragraph.style.width = `${width}px`;
    for (const stop of paragraph.querySelectorAll(".formula-stop")) {
      const [last, signs] = [bases(stop.previousElementSibling).at(-1), stop.firstChild];
      if (box(signs, 0).left < last.right - 1 || box(signs, signs.length - 1).top > last.bottom)
        note(width, stop.previousElementSibling.textContent, signs.data);
    }
    for (const opened of paragraph.querySelectorAll(".opened-formula"))
      if (box(opened.firstChild, 0).bottom < bases(opened)[0].top) note(width, opened.textContent);
  }
  return strays;
}"""


def test_no_line_begins_or_ends_with_the_wrong_sign(page: Page, reader: str) -> None:
    """At any width, a comma after a formula and a bracket before it stay with the formula."""
    shown(page, reader)
    paragraph = page.locator("p", has_text="断行")

    assert paragraph.locator(".formula-stop").count() >= 20
    assert paragraph.evaluate(STRAY_SIGNS) == []


def test_formulas_need_no_javascript(browser: Browser, reader: str) -> None:
    """Everything is in the page."""
    with watched(browser, java_script_enabled=False) as page:
        page.goto(reader)

        assert page.locator(".katex-html").first.is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_formulas_have_the_colour_of_the_text(browser: Browser, reader: str, theme: str) -> None:
    """In both themes; and Chinese in them has the size of the text."""
    with watched(browser, color_scheme=theme) as page:
        shown(page, reader)
        style = "(e) => [getComputedStyle(e).color, parseFloat(getComputedStyle(e).fontSize).toFixed(0)]"
        text = page.locator("p").first.evaluate(style)

        assert page.locator(".mord.mathnormal").first.evaluate(style)[0] == text[0]
        assert page.locator(".cjk_fallback").first.evaluate(style) == text


@pytest.mark.parametrize("media", [{"media": "print"}, {"forced_colors": "active"}])
def test_text_layer_gives_way(page: Page, reader: str, media: dict[str, Any]) -> None:
    """Paper needs no copying, and forced colours would show the TeX on top of the formula."""
    page.emulate_media(**media)
    shown(page, reader)

    assert page.locator(".formula-tex").first.is_hidden()
    assert page.locator(".katex-html").first.is_visible()


def test_paper_gets_all_formulas(page: Page, reader: str) -> None:
    """Nothing waits for a reader to come near."""
    page.emulate_media(media="print")
    shown(page, reader)

    assert (
        page.locator(".measured-formula").evaluate_all(
            "(boxes) => boxes.map((box) => getComputedStyle(box).contentVisibility)"
        )
        == ["visible"] * page.locator(".displayed-formula").count()
    )
