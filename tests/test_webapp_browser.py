"""In a real browser: no barrier that axe finds, nothing wider than the screen, tasks by keyboard and without script."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from tests.site_tour import EACH, each_own_page
from webapp.app import create_app
from webapp.display import COOKIE
from webapp.workspace import Workspace

pytestmark = pytest.mark.browser

CHROMIUM = next((path for path in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if path.exists()), None)
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
MODES = {"标准": "", "特大": "t-xl", "高对比度": "hc"}


@pytest.fixture(scope="module")
def address(site: Workspace) -> Iterator[str]:
    """The site, served on a free port of the loopback."""
    server = make_server("127.0.0.1", 0, create_app(site, b"secret"), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def tour(site: Workspace) -> tuple[str, ...]:
    """One address of each kind of page and state."""
    return (*EACH, *each_own_page(create_app(site, b"secret").test_client()))


def opened(browser: Browser, address: str, width: int = 1366, mode: str = "", *, script: bool = True) -> BrowserContext:
    """A context of a width in a display mode."""
    context = browser.new_context(
        viewport={"width": width, "height": 768}, java_script_enabled=script, base_url=address, locale="zh-CN"
    )
    if mode:
        context.add_cookies([{"name": COOKIE, "value": mode, "url": address}])
    return context


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_no_barrier(browser: Browser, address: str, tour: tuple[str, ...], mode: str) -> None:
    """No violation of WCAG 2.2 AA nor of the best practices, and no message on the console.

    Every page is looked at in the standard mode, the richest ones in the others too.
    """
    from axe_playwright_python.sync_playwright import Axe

    context = opened(browser, address, 360 if mode == "特大" else 1366, MODES[mode])
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    for path in tour if mode == "标准" else tour[::5]:
        page.goto(path)
        found = Axe().run(page, options={"runOnly": list(RULES), "resultTypes": ["violations"]}).response["violations"]
        barriers = [(item["id"], [node["html"][:200] for node in item["nodes"][:3]]) for item in found]
        assert not barriers, (mode, path)
    context.close()
    assert [text for text in messages if "404" not in text] == []


@pytest.mark.parametrize(("width", "mode"), [(320, ""), (360, "t-xl"), (683, ""), (1280, "t-l"), (1366, "")])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, address: str, tour: tuple[str, ...], width: int, mode: str
) -> None:
    """No page scrolls sideways; only the region of a table may."""
    context = opened(browser, address, width, mode)
    page = context.new_page()
    for path in tour:
        page.goto(path)
        wide, shown = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= shown, (path, width, mode)
    context.close()


def test_only_this_site_is_asked(browser: Browser, address: str, tour: tuple[str, ...]) -> None:
    """Every request goes to this very site; a first view takes few of them, and little."""
    context = opened(browser, address)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in tour:
        asked.clear()
        page.goto(path)
        assert all(url.startswith(address) for url in asked), path
        assert len(asked) <= 6, path
        assert page.evaluate("document.querySelectorAll('*').length") <= 8000, path
    context.close()


def press(page: Page, *keys: str) -> None:
    """Presses keys one after another."""
    for key in keys:
        page.keyboard.press(key)


def test_search_by_keyboard(browser: Browser, address: str) -> None:
    """From the home page to the first hit at its clause; the first Tab after a search lands on the first hit."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("输入词语、文号、提案号或问题").focus()
    page.keyboard.type("养老机构护理型床位")
    press(page, "Enter")
    page.wait_for_url("**/search?q=*")
    page.goto(page.url + "#results")
    press(page, "Tab")
    assert page.evaluate("document.activeElement.closest('.hit h3') !== null")
    press(page, "Enter")
    page.wait_for_url("**/documents/*")
    assert page.url.partition("#")[2].startswith("c-")
    assert page.locator(":target").is_visible()
    context.close()


def test_skip_link_comes_first(browser: Browser, address: str) -> None:
    """The first stop of every page leads to its main part and is seen when reached."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto("/documents")
    press(page, "Tab")
    link = page.get_by_role("link", name="跳到主要内容")
    assert link.evaluate("element => element === document.activeElement && element.getBoundingClientRect().left >= 0")
    press(page, "Enter")
    page.wait_for_url("**/documents#main")  # the browser tells of it after the key
    context.close()


def test_display_modes(browser: Browser, address: str) -> None:
    """Two presses make any page large and of high contrast, two more bring it back."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto("/documents?genre=plan")
    for name in ("特大", "高对比度"):
        page.get_by_role("button", name=name).click()
        assert page.get_by_role("button", name=name).get_attribute("aria-pressed") == "true"
    assert page.url.partition("#")[0].endswith("/documents?genre=plan")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "24px"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    for name in ("标准", "高对比度"):
        page.get_by_role("button", name=name).click()
    assert page.evaluate("document.documentElement.className") == ""
    context.close()


def tabs_to(page: Page, words: str, most: int = 40) -> int:
    """Presses Tab until what says these words has the focus; gives the number of presses."""
    for count in range(1, most + 1):
        press(page, "Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return count
    pytest.fail(f"{words} was not reached")


def test_display_modes_by_keyboard(browser: Browser, address: str) -> None:
    """特大 and 高对比度 take at most 12 presses from the top of a page; after the first, the keyboard goes on there."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto("/commitments")
    presses = 2
    for name in ("特大", "高对比度"):
        presses += tabs_to(page, name)
        with page.expect_navigation():
            press(page, "Enter")
    assert presses <= 12
    assert page.evaluate("document.documentElement.className") == "t-xl hc"
    context.close()


def test_the_text_is_the_widest_column(browser: Browser, address: str) -> None:
    """Beside its facts, and its headings where it has any."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto("/documents")
    links = page.eval_on_selector_all("main a[href^='/documents/d']", "all => all.map(one => one.pathname)")
    widths = "['.doc-outline', '.doc-text', '.doc-facts'].map(one => document.querySelector(one)?.offsetWidth ?? 0)"
    for path in dict.fromkeys(links):
        page.goto(path)
        _, text, facts = page.evaluate(widths)
        assert text > facts > 0, path
    page.evaluate("document.querySelector('.doc-outline').remove()")
    page.evaluate("document.querySelector('.doc').classList.add('no-outline')")  # as the page of such a document has it
    _, text, facts = page.evaluate(widths)
    assert text > facts > 0
    context.close()


def test_facts_of_a_clause_by_keyboard(browser: Browser, address: str, tour: tuple[str, ...]) -> None:
    """The facts of the third clause are opened and its address is copied with at most 25 presses."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto(next(path for path in tour if path.startswith("/documents/d")))
    presses = tabs_to(page, "跳到正文") + 1
    press(page, "Enter")
    third = "document.activeElement === document.querySelectorAll('.clause-box summary')[2]"
    while presses < 25 and not page.evaluate(third):
        press(page, "Tab")
        presses += 1
    press(page, "Enter")
    presses += 2 + tabs_to(page, "复制链接")
    press(page, "Enter")
    assert presses <= 25
    context.close()


def test_names_are_proposed(browser: Browser, address: str) -> None:
    """Two letters of the pinyin fill the list of the search field."""
    context = opened(browser, address)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("输入词语、文号、提案号或问题").press_sequentially("ylfw")
    page.locator("#q-names option").first.wait_for(state="attached")
    assert "养老服务" in (page.locator("#q-names option").first.get_attribute("value") or "")
    context.close()


def test_controls_are_large_enough(browser: Browser, address: str) -> None:
    """Buttons, fields and switches have at least 44 pixels, whatever stands alone at least 24."""
    context = opened(browser, address, 390)
    page = context.new_page()
    for path in ("/", "/search?q=养老", "/commitments", "/ask", "/feedback", "/preferences"):
        page.goto(path)
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary")]
            .filter(e => e.offsetParent !== null)
            .map(e => [e.closest("label") || e, e.tagName])
            .filter(([e]) => e.getBoundingClientRect().height < 44)
            .map(([e, tag]) => tag + " " + e.outerHTML.slice(0, 120))"""
        )
        assert small == [], path
    context.close()


def test_tasks_without_script(browser: Browser, address: str) -> None:
    """Searching, filtering, marking, asking and reporting work where scripts do not run."""
    context = opened(browser, address, script=False)
    page = context.new_page()
    page.goto("/search?q=养老")
    page.locator(".filters").get_by_label("规划（").first.check()
    page.get_by_role("button", name="应用筛选").first.click()
    assert "genre=plan" in page.url
    page.get_by_role("link", name="移除条件：文种 规划").click()
    assert "genre" not in page.url
    page.locator(".hit h3 a").first.click()
    page.get_by_label("时间", exact=True).check()
    page.get_by_role("button", name="应用", exact=True).click()
    assert page.locator(".mk-time").count() > 1
    page.goto("/ask")
    page.get_by_label("问题").fill("2027年养老机构护理型床位占比目标是多少")
    page.locator("main").get_by_role("button", name="提问").click()
    assert page.locator("#answer").is_visible()
    page.goto("/feedback")
    page.get_by_role("button", name="提交反馈").click()
    assert page.get_by_role("heading", name="有2处需要修改").is_visible()
    page.get_by_label("要素抽取有误").check()
    page.get_by_label("说明").fill("第三段的牵头单位与原文不一致。")
    page.get_by_role("button", name="提交反馈").click()
    assert page.get_by_role("status").inner_text().strip() == "已收到您的反馈，谢谢。"
    context.close()


def test_copying_works_on_a_plain_address(browser: Browser, address: str) -> None:
    """Where the clipboard is not at hand, the address is copied or selected, and it is said which."""
    context = opened(browser, address)
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto("/commitments")
    page.locator("td a[href*='#c-']").first.click()
    box = page.locator(".clause:has(:target), .clause:target, tr:target").first
    box.wait_for()
    page.locator(".clause-box summary").first.click()
    button = page.locator(".clause-box[open] button").first
    button.click()
    assert button.inner_text() in ("已复制", "请按复制键复制选中的文字")
    context.close()


def test_print_begins_with_the_source(browser: Browser, address: str, tour: tuple[str, ...]) -> None:
    """On paper the source block comes first and neither navigation nor buttons are there."""
    context = opened(browser, address)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(next(path for path in tour if path.startswith("/documents/d")))
    visible: Any = page.evaluate("document.body.innerText")
    head = visible[:200]
    assert head.index("题名") < head.index("文号") < head.index("发文机关")
    for word in ("主导航", "应用筛选", "菜单", "显示设置", "引用本条"):
        assert word not in visible
    context.close()
