"""The page in a real browser: each thing that a person does with it."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
else:
    Browser = Page = object

A = "🌊 Police closed the Dale bridge on March 5. 12 people were taken to hospital. Mayor Ann Price came at noon. Rain fell all night."
B = "Police closed the Dale bridge on March 6. 14 people were taken to hospital. Rain fell all night. Mayor Ann Price came at noon."
BEFORE = {"source": "The Dale Gazette", "text": A, "published_at": "2024-03-06"}
AFTER = {"source": "Valley Wire", "text": B, "published_at": "2024-03-06"}
WAIT = 30_000  # milliseconds: a merge on a busy machine
ON_SCREEN = "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """The page, just opened; whatever it asks for elsewhere, and whatever goes wrong in it, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    strange: list[str] = []
    opened.on("request", lambda r: strange.append(r.url) if not r.url.startswith((site, "blob:" + site)) else None)
    opened.on("pageerror", lambda e: strange.append(str(e)))
    opened.on(
        "console", lambda m: strange.append(m.text) if m.type == "error" and "status of 4" not in m.text else None
    )
    opened.goto(site)
    yield opened
    context.close()
    assert strange == []


def enter(page: Page, *articles: dict[str, str]) -> None:
    """Types the articles into the fields."""
    for index, article in enumerate(articles):
        if page.locator(".entry").count() <= index:
            page.click("#p-add")
        for name, value in article.items():
            page.fill(f"#p-{index}-{name}", value)


def compared(page: Page, button: str = "button.main") -> None:
    """Sends what was entered, and waits for the report."""
    page.click(button)
    page.wait_for_selector("#p-result:not([hidden])", timeout=WAIT)


def sample(page: Page, name: str) -> None:
    """Loads a sample, and waits for the report."""
    page.click(f"[data-sample={name}]")
    page.wait_for_selector("#p-result:not([hidden])", timeout=WAIT)


def report_of(page: Page, site: str, *articles: dict[str, str]) -> dict[str, list[dict[str, object]]]:
    """The report as JSON."""
    answer = page.request.post(site + "v1/merge", data={"articles": list(articles)})
    found: dict[str, list[dict[str, object]]] = answer.json()
    return found


def focused(page: Page) -> str:
    """Where the keyboard is."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.className"))


def test_a_sample_shows_its_contradictions(page: Page) -> None:
    """One click; the summary is cited, contested values stand beside it, cards follow, and the title has the focus."""
    sample(page, "troops")
    assert focused(page) == "p-result-title"
    assert page.locator("#p-report .card.conflict").count() >= 3
    assert page.locator("#p-report .cited .chip").count() >= 6
    assert page.locator("#p-report .contested .side").count() >= 2
    assert re.search(r"\d outlets, \d origins", " ".join(page.locator("#p-report .cited").all_inner_texts()))
    assert not page.locator("#p-input").evaluate("e => e.open")


def test_show_in_text_marks_the_exact_spans(page: Page, site: str) -> None:
    """Offsets count code points: a letter outside the basic plane stands before them all."""
    report = report_of(page, site, BEFORE, AFTER)
    enter(page, BEFORE, AFTER)
    compared(page)
    assert report["discrepancies"]
    for finding in report["discrepancies"]:
        evidence = [e for v in finding["values"] for e in v["evidence"]]  # type: ignore[attr-defined]
        for number, found in enumerate(evidence, 1):
            page.click(f"#{finding['id']} a.place[href='#{finding['id']}-{number}']")
            shown = page.locator("mark.shown")
            assert "".join(shown.all_text_contents()) == found["quote"]
            source = shown.first.evaluate("m => m.closest('.source').id")
            assert source == f"article-{['a1', 'a2'].index(found['article']) + 1}"
            assert shown.first.evaluate(
                "m => { const r = m.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
            )


def test_findings_by_keyboard(page: Page) -> None:
    """j and k walk, Enter shows every value in its article, Escape comes back, ? helps; all but Enter can be turned off."""
    enter(page, BEFORE, AFTER)
    compared(page)
    page.keyboard.press("j")
    assert focused(page) == "d1"
    page.keyboard.press("j")
    assert focused(page) == "d2"
    page.keyboard.press("k")
    assert focused(page) == "d1"
    page.keyboard.press("Enter")
    assert page.locator("#article-1 mark.shown").count() >= 1
    assert page.locator("#article-2 mark.shown").count() >= 1
    assert "shown" in focused(page)
    page.keyboard.press("Escape")
    assert focused(page) == "d1"
    page.keyboard.press("?")
    assert page.locator("#p-help").evaluate("d => d.open")
    page.uncheck("#p-keys")
    page.keyboard.press("Escape")
    page.locator("#d1").focus()
    page.keyboard.press("j")
    assert focused(page) == "d1"


def test_letters_in_a_field_are_letters(page: Page) -> None:
    """An outlet may have a j in its name."""
    page.focus("#p-0-source")
    page.keyboard.type("j?k")
    assert page.input_value("#p-0-source") == "j?k"
    assert not page.locator("#p-help").evaluate("d => d.open")


def test_a_citation_shows_its_sentence(page: Page) -> None:
    """On hover and on focus; Escape hides it; a click leads there."""
    sample(page, "troops")
    chip = page.locator(".chip[aria-describedby]").first
    tip = page.locator(f"#{chip.get_attribute('aria-describedby')}")
    assert not tip.is_visible()
    chip.focus()
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.locator("#p-result-title").focus()
    chip.hover()
    assert tip.is_visible()
    words = tip.inner_text()
    page.mouse.move(0, 0)
    chip.click()
    assert focused(page).startswith("st-")
    assert words in str(page.evaluate("document.activeElement.textContent"))


def test_partners_light_up(page: Page) -> None:
    """Focus in one statement, and those that say the same are outlined; what only one article says is marked in words."""
    enter(page, BEFORE, AFTER)
    compared(page)
    link = page.locator("#article-1 .partners a").first
    claim = link.evaluate("a => a.closest('.statement').dataset.claim")
    link.focus()
    lit = page.locator(".statement.lit")
    assert set(lit.evaluate_all("all => all.map(s => s.dataset.claim)")) == {claim}
    assert set(lit.evaluate_all("all => all.map(s => s.closest('.source').id)")) == {"article-1", "article-2"}
    page.locator("#p-result-title").focus()
    assert page.locator(".statement.lit").count() == 0
    page.click("#p-input > summary")
    page.fill("#p-1-text", B + " Two dogs were found on the roof of the mill.")
    page.click("button.main")
    page.wait_for_selector("#article-2 .alone", timeout=WAIT)
    assert "(only here)" in str(page.locator("#article-2 .alone").last.text_content())


def test_a_near_copy_is_folded_and_opened_by_a_link(page: Page) -> None:
    """Two articles of one origin are one witness: the second waits under its name."""
    sample(page, "troops")
    copy = page.locator("details.copy")
    assert copy.count() == 1
    assert "of one origin with [3] Reuters" in copy.locator("summary").inner_text()
    assert not page.locator("#article-4").is_visible()
    page.locator("#p-report a.chip[href^='#st-4-']").first.click()
    assert page.locator("#article-4").is_visible()


def test_coverage_says_who_says_what(page: Page) -> None:
    """Words, not only colours: says, disputes, silent; a cell leads to its sentence."""
    sample(page, "court")
    words = set(page.locator(".grid td").evaluate_all("all => all.map(t => t.className)"))
    assert words == {"says", "disputes", "silent"}
    assert all(w in page.inner_text(".grid") for w in words)
    page.locator(".grid td.disputes a").first.click()
    assert focused(page).startswith("st-")


def test_a_value_that_moved_on_has_a_timeline(page: Page) -> None:
    """A death toll: days in order, and the card is told from a conflict by word, sign and line."""
    sample(page, "quake")
    card = page.locator(".card.update").first
    days = card.locator(".timeline time").evaluate_all("all => all.map(t => t.dateTime)")
    assert len(days) >= 2
    assert days == sorted(days)
    assert "→ update" in card.inner_text()
    assert card.evaluate("c => getComputedStyle(c).borderLeftStyle") == "dashed"
    assert page.locator(".card.conflict").first.evaluate("c => getComputedStyle(c).borderLeftStyle") == "solid"


def test_errors_stand_beside_their_fields(page: Page) -> None:
    """All of them at once, the first field ready; they go when they are put right."""
    enter(page, {**BEFORE, "published_at": "soon"}, {"source": "Valley Wire", "title": "Bridge"})
    page.click("button.main")
    page.wait_for_selector("#p-problem:not([hidden])", timeout=WAIT)
    assert focused(page) == "p-0-published_at"
    for field in ("p-0-published_at", "p-1-text"):
        assert page.get_attribute(f"#{field}", "aria-invalid") == "true"
        assert page.inner_text(f"#{page.get_attribute(f'#{field}', 'aria-describedby')}")
    assert page.locator("#p-problem li").count() == 2
    assert page.locator("#p-problem li a").all_inner_texts() == ["Article 1, Published", "Article 2, Text"]
    enter(page, BEFORE, AFTER)
    compared(page)
    assert page.locator("[aria-invalid]").count() == 0


def test_too_few_articles_and_wrong_options(page: Page) -> None:
    """What belongs to no article is told too; empty entries are not sent."""
    page.click("button.main")
    page.wait_for_selector("#p-problem:not([hidden])", timeout=WAIT)
    assert "give 2" in page.inner_text("#p-problem")
    enter(page, BEFORE, AFTER)
    page.click(".options summary")
    page.fill("#p-timezone", "Mars/Base")
    page.click("button.main")
    page.wait_for_selector("#p-timezone[aria-invalid=true]", timeout=WAIT)
    assert focused(page) == "p-timezone"


def test_files_of_each_kind(page: Page) -> None:
    """Text with header lines, a page, a list of articles; what cannot be read is named, and the others go on."""
    page.set_input_files(
        "#p-files",
        [
            {"name": "dale.txt", "mimeType": "text/plain", "buffer": f"Title: Shut\nDate: 2024-03-06\n\n{A}".encode()},
            {"name": "wire.html", "mimeType": "text/html", "buffer": f"<html><p>{B}</p></html>".encode()},
            {"name": "more.json", "mimeType": "application/json", "buffer": json.dumps([AFTER]).encode()},
            {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"},
            {"name": "bad.json", "mimeType": "application/json", "buffer": b"{"},
        ],
    )
    page.wait_for_selector("#p-files-error:not([hidden])")
    error = page.inner_text("#p-files-error")
    assert "scan.pdf" in error
    assert "bad.json: not JSON" in error
    assert page.locator(".entry").count() == 3
    assert (page.input_value("#p-0-source"), page.input_value("#p-0-title")) == ("dale", "Shut")
    assert page.input_value("#p-0-text") == A
    assert page.input_value("#p-2-source") == "Valley Wire"
    compared(page)
    assert page.locator(".source").count() == 3


def test_a_dropped_file_is_taken(page: Page) -> None:
    """Anywhere on the page."""
    drop = """text => { const all = new DataTransfer(); all.items.add(new File([text], "dale.txt", {type: "text/plain"}));
      for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: all, bubbles: true, cancelable: true})) }"""
    page.evaluate(drop, A)
    page.wait_for_selector(".entry:only-child")
    assert page.input_value("#p-0-text") == A


def test_two_versions(page: Page) -> None:
    """Words that went and came, a moved sentence, changes of fact on top with their places; other counts are refused."""
    enter(page, BEFORE, AFTER, AFTER)
    page.click("#p-diff")
    page.wait_for_selector("#p-problem:not([hidden])")
    assert "exactly two" in page.inner_text("#p-problem")
    page.locator(".remove").last.click()
    compared(page, "#p-diff")
    assert {"12", "14"} <= set(page.locator(".row ins, .row del").all_text_contents())
    assert page.locator(".row.moved").count() == 1
    card = page.locator(".card").first
    card.locator("button.show").click()
    assert page.locator(".row mark.shown").count() >= 2
    assert not page.locator("[data-format=csv]").is_visible()


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("json", "{"),
        ("markdown", "#"),
        ("html", "<!DOCTYPE html>"),
        ("text", ""),
        ("csv", ""),
        ("annotations", "{"),
        ("ninjs", "{"),
    ],
)
def test_every_form_is_downloaded(page: Page, form: str, begins: str) -> None:
    """Under a name that says what it is."""
    enter(page, BEFORE, AFTER)
    compared(page)
    with page.expect_download(timeout=WAIT) as download:
        page.click(f"[data-format={form}]")
    content = download.value.path().read_text()
    assert download.value.suggested_filename.startswith("report.")
    assert content.startswith(begins)
    assert "March 5" in content


def test_the_request_as_curl(page: Page, site: str) -> None:
    """The command, run by a shell, gets the report; quotes and dollars in an article do it no harm."""
    if not shutil.which("curl"):
        pytest.skip("no curl here")
    odd = {**BEFORE, "text": A + '\nEND-OF-REQUEST\nIt\'s $HOME `id` \\n "so".'}
    enter(page, odd, AFTER)
    compared(page)
    page.click("#p-curl")
    command = page.input_value("#p-curl-text")
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True, timeout=60)  # noqa: S603, S607
    report = json.loads(done.stdout)
    assert report["articles"][0]["text"] == odd["text"]
    assert report["discrepancies"] == report_of(page, site, odd, AFTER)["discrepancies"]


def test_a_request_can_be_cancelled(page: Page) -> None:
    """It says that it is at work, and stops when asked to."""
    page.route("**/v1/merge*", lambda route: None)
    enter(page, BEFORE, AFTER)
    page.click("button.main")
    page.wait_for_selector("#p-progress:not([hidden])")
    assert "2 articles" in page.inner_text("#p-status")
    page.evaluate("scrollTo(0, 0)")
    assert page.locator("#p-cancel").evaluate(ON_SCREEN)
    page.click("#p-cancel")
    page.wait_for_selector("#p-progress", state="hidden")
    assert page.locator("#p-result").is_hidden()
    assert page.inner_text("#p-note") == "Cancelled."
    assert focused(page) == "main"


def test_the_main_contradictions_are_on_the_first_screen(page: Page) -> None:
    """One click on a sample, no scrolling: three questions, each with its values and who gives them; each leads to its card."""
    sample(page, "troops")
    entries = page.locator(".glance > ol > li")
    assert entries.count() == 3
    assert entries.evaluate_all(f"all => all.every({ON_SCREEN})")
    assert all(len(e.locator("li").all()) >= 2 for e in entries.all())
    entries.nth(1).locator("a").click()
    assert focused(page) == "d2"
    assert page.locator("#d2").evaluate(ON_SCREEN)


def test_the_main_contradictions_are_near_on_a_telephone(page: Page) -> None:
    """The tools are folded, and the first question with its values is on the first screen."""
    page.set_viewport_size({"width": 360, "height": 780})
    sample(page, "troops")
    assert not page.locator("[data-format=json]").is_visible()
    assert page.locator(".glance > ol > li").first.evaluate(ON_SCREEN)
    page.click("#p-tools > summary")
    assert page.locator("[data-format=json]").is_visible()


def test_what_is_shown_is_not_drowned(page: Page) -> None:
    """The spans asked for stand out alone, each under the name of its outlet."""
    sample(page, "troops")
    page.locator("#d1 button.show").click()
    assert page.locator("mark.shown").count() >= 3
    assert page.locator(".statement.lit").count() == 0
    for number in page.locator("mark.shown").evaluate_all("all => all.map(m => m.closest('.source').id)"):
        assert page.locator(f"#{number} h3").evaluate(ON_SCREEN)


def test_what_was_taken_is_told_and_can_be_brought_back(page: Page) -> None:
    """The file button forgets the names; a click on a sample must not cost an editor what was pasted."""
    content = json.dumps([BEFORE]).encode()
    page.set_input_files("#p-files", [{"name": "a.json", "mimeType": "application/json", "buffer": content}])
    page.locator("#p-files-told:not(:empty)").wait_for(state="attached")
    assert page.inner_text("#p-files-told").startswith("1 article added, 1 in all. Add another")
    page.click("#p-clear")
    assert page.input_value("#p-0-text") == ""
    assert page.inner_text("#p-files-told") == ""
    page.click("#p-undo")
    assert page.input_value("#p-0-text") == A
    assert focused(page) == "p-0-source"
    assert not page.locator("#p-undo").is_visible()


def test_a_download_that_fails_is_told(page: Page) -> None:
    """Also where what answers is no report and no problem of ours."""
    enter(page, BEFORE, AFTER)
    compared(page)
    page.route("**/v1/merge?format=csv", lambda route: route.fulfill(status=418, body="<p>tea"))
    page.click("[data-format=csv]")
    page.locator("#p-told", has_text="Not saved").wait_for(state="attached")
    assert "418" in page.inner_text("#p-told")
