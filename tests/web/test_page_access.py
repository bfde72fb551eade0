"""The page for everybody: axe finds nothing, on a telephone, on paper, without scripts; and articles that mean it harm."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
else:
    Browser = Page = object

A = "Police closed the Dale bridge on March 5. 12 people were taken to hospital."
B = "Police closed the Dale bridge on March 6. 14 people were taken to hospital."
WAIT = 60_000  # milliseconds
REPORTED = "#p-input:not([open]) ~ #p-result:not([hidden])"  # a report of before stays until the next is there
LAWS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Page]:
    """The page, just opened."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(site)
    yield page
    context.close()


def merged(page: Page, *articles: dict[str, str]) -> None:
    """Loads articles as a file and compares them."""
    content = json.dumps({"articles": articles}).encode()
    page.set_input_files("#p-files", [{"name": "all.json", "mimeType": "application/json", "buffer": content}])
    page.wait_for_selector(f".entry:nth-child({len(articles)})")
    page.click("button.main")
    page.wait_for_selector(REPORTED, timeout=WAIT)


def sample(page: Page, name: str) -> None:
    """Loads a sample, and waits for the report."""
    page.click(f"[data-sample={name}]")
    page.wait_for_selector("#p-result:not([hidden])", timeout=WAIT)


def faults(page: Page) -> list[str]:
    """What axe finds; it is put in past the page's policy, which lets no script of others run."""
    axe = pytest.importorskip("axe_playwright_python", reason="axe is not installed: pip install -e .[dev]")
    source = next(Path(axe.__file__).parent.rglob("axe.min.js")).read_text()
    tools = page.context.new_cdp_session(page)
    tools.send("Runtime.evaluate", {"expression": source})
    asked = f"axe.run({{runOnly: {json.dumps(LAWS)}}}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html)))"
    answer = tools.send("Runtime.evaluate", {"expression": asked, "awaitPromise": True, "returnByValue": True})
    found: list[str] = answer["result"]["value"]
    return found


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(opened: Page, theme: str, width: int) -> None:
    """At each step: the form, its errors, a report with everything unfolded and a place shown, help, two versions."""
    opened.emulate_media(color_scheme=theme, reduced_motion="reduce")
    opened.set_viewport_size({"width": width, "height": 900})
    assert faults(opened) == []
    opened.click("button.main")
    opened.wait_for_selector("#p-problem:not([hidden])", timeout=WAIT)
    assert faults(opened) == []
    sample(opened, "quake")
    opened.evaluate("for (const d of document.querySelectorAll('#p-report details')) d.open = true")
    opened.locator("button.show").first.click()
    assert faults(opened) == []
    opened.click("#p-help-open")
    assert faults(opened) == []
    opened.keyboard.press("Escape")
    opened.click("#p-input > summary")
    opened.click("#p-clear")
    merged(opened, {"source": "A", "text": A}, {"source": "B", "text": B})
    opened.click("#p-input > summary")
    opened.click("#p-diff")
    opened.wait_for_selector(".rows", timeout=WAIT)
    assert faults(opened) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_report_alone(browser: Browser, site: str, theme: str) -> None:
    """The page that is mailed around; it runs no script, and a link still leads to a span."""
    context = browser.new_context(color_scheme=theme)
    page = context.new_page()
    asked = {"articles": [{"source": "A", "text": A}, {"source": "B", "text": B}]}
    answer = page.request.post(site + "v1/merge?format=html", data=asked)
    page.set_content(answer.text())
    assert faults(page) == []
    page.click("#d1 a.place")
    place = page.evaluate("document.querySelector(':target + mark').textContent")
    assert place in page.inner_text("#d1 .place")
    context.close()


def test_every_way_by_keyboard_is_seen(opened: Page) -> None:
    """Tab by tab through form and report: what has the focus is on the screen and outlined."""
    merged(opened, {"source": "A", "text": A}, {"source": "B", "text": B})
    seen: set[str] = set()
    for _ in range(40):
        opened.keyboard.press("Tab")
        outline, inside = opened.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
            return [s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1, r.bottom > 0 && r.top < innerHeight]; }"""
        )
        assert outline, opened.evaluate("document.activeElement.outerHTML")
        assert inside
        seen.add(str(opened.evaluate("document.activeElement.className")))
    assert {"chip", "place"} <= seen


def test_on_a_telephone(opened: Page) -> None:
    """360 pixels: nothing sticks out, with the report open and a citation's words shown."""
    opened.set_viewport_size({"width": 360, "height": 780})
    assert opened.evaluate(FITS)
    sample(opened, "troops")
    assert opened.evaluate(FITS)
    for chip in opened.locator(".chip[aria-describedby]").all():
        chip.focus()
        assert opened.evaluate(FITS)


def test_on_paper(opened: Page) -> None:
    """The report and the whole of each article; no buttons, no form."""
    sample(opened, "troops")
    opened.emulate_media(media="print")
    assert not opened.locator("#p-input").is_visible()
    assert not opened.locator(".tools").is_visible()
    assert not opened.locator("button.show").first.is_visible()
    columns = opened.locator(".articles .source")
    assert columns.evaluate_all("all => all.every(c => c.scrollHeight <= c.clientHeight + 1)")


def test_motion_only_for_those_who_want_it(opened: Page) -> None:
    """The page follows the reader's setting."""
    assert opened.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    opened.emulate_media(reduced_motion="no-preference")
    assert opened.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"


def test_without_scripts(browser: Browser, site: str) -> None:
    """A form sends files, and the report comes as a page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": t.encode()} for n, t in (("a", A), ("b", B))]
    page.set_input_files("noscript input[type=file]", files)
    page.click("noscript button")
    page.wait_for_selector(".card.conflict", timeout=WAIT)
    context.close()


def test_an_article_stays_text(opened: Page) -> None:
    """Scripts, handlers, entities and closing tags in every field of an article run nowhere and close nothing."""
    evil = "<script>window.hit=1</script><img src=x onerror=window.hit=2></bdi></div>&lt;b&gt;<a href='javascript:window.hit=3'>x</a>"
    asked: list[str] = []
    opened.on("request", lambda r: asked.append(r.url))
    first = {
        "id": '"><script>',
        "source": f"A {evil}",
        "title": evil,
        "text": f"{A} Mayor {evil} said so.",
    }
    merged(opened, first, {"source": "B", "text": f"{B} Mayor {evil} did not say so."})
    assert opened.evaluate("window.hit") is None
    assert opened.locator("#p-report :is(script, img, [onerror], a:not([href^='#']):not([id]))").count() == 0
    assert not [url for url in asked if url.endswith("/x")]
    shown = opened.locator("#article-1 .text").evaluate(
        "e => { const c = e.cloneNode(true); for (const p of c.querySelectorAll('.partners')) p.remove(); return c.textContent }"
    )
    assert shown == first["text"]


def test_a_text_that_turns_around_turns_nothing_else(opened: Page) -> None:
    """A right-to-left override in an outlet's name or a sentence ends with it."""
    turned = "\u202eGazette"
    merged(opened, {"source": turned, "text": f"{A} \u202eHe said so. She did not."}, {"source": "B", "text": B})
    assert opened.locator("bdi", has_text=turned).count() >= 1
    loose = opened.evaluate(
        """() => { const walk = document.createTreeWalker(document.getElementById("p-report"), NodeFilter.SHOW_TEXT), found = [];
        while (walk.nextNode()) if (/[\u202a-\u202e]/.test(walk.currentNode.data) && !walk.currentNode.parentElement.closest("bdi, .statement")) found.push(walk.currentNode.data);
        return found; }"""
    )
    assert loose == []


def test_endless_words_and_200_findings(opened: Page) -> None:
    """Nothing sticks out, and walking still works."""
    towns = [
        a + b
        for a in ("Bel", "Dor", "Kar", "Mor", "Tal", "Ven", "Zel", "Rud", "Pol", "Nor", "Gal", "Fen", "Har", "Lom")
        for b in (
            "wick",
            "dale",
            "ton",
            "ford",
            "by",
            "ham",
            "mouth",
            "stead",
            "field",
            "bridge",
            "gate",
            "haven",
            "port",
            "moor",
            "holm",
        )
    ]

    def told(by: int) -> str:
        return " ".join(
            f"In {t}, police said {10 + i * 7 + by} people were injured by the storm." for i, t in enumerate(towns)
        )

    merged(opened, {"source": "A" * 200, "text": told(0) + " " + "x" * 10_000}, {"source": "B", "text": told(3)})
    assert opened.locator(".card").count() >= 200
    assert opened.evaluate(FITS)
    for _ in range(3):
        opened.keyboard.press("j")
    assert opened.evaluate("document.activeElement.id") == "d3"
    assert opened.locator(".card:visible").count() <= 12
    for _ in range(10):
        opened.keyboard.press("j")
    assert opened.evaluate("document.activeElement.id") == "d13"
    assert opened.locator("#d13").is_visible()
    opened.set_viewport_size({"width": 360, "height": 780})
    assert opened.evaluate(FITS)
