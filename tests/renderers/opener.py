"""Opens briefings in a browser, and refuses what a page must never do."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request

from briefing.model import Briefing
from briefing.renderers.html import render_html
from briefing.style import load_style

HERE = str(Path(__file__).parent)  # its prompts/ has the style of the samples
STYLES = {"cards": "review", "essay": "commentary"}
PHONE, TABLET, DESKTOP = 390, 820, 1440
TOLD = ("console", "pageerror", "dialog", "request")


class Tabs:
    """Tabs of a browser, each used by one test after the other: to open one takes longer than what is done in it. A
    page does not outlive its document, and a briefing keeps nothing in the browser."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[bool, list[Page]] = {True: [], False: []}

    def take(self, script: bool) -> Page:
        free = self._free[script]
        return free.pop() if free else self._browser.new_page(java_script_enabled=script)

    def give_back(self, page: Page, script: bool) -> None:
        page.mouse.move(0, 0)
        page.goto("about:blank")
        self._free[script].append(page)


class Opener:
    """Opens briefings, and notes what a page must never do: ask the network, complain, or show a dialog."""

    def __init__(self, tabs: Tabs, folder: Path) -> None:
        self._tabs, self._folder = tabs, folder
        self._open: list[tuple[Page, bool]] = []
        self.seen: list[str] = []

    def __call__(
        self,
        briefing: Briefing,
        width: int = DESKTOP,
        *,
        java_script_enabled: bool = True,
        color_scheme: Literal["dark", "light"] = "light",
    ) -> Page:
        file = self._folder / "briefing.html"
        style = load_style(STYLES.get(briefing.name, "gazette"), HERE)
        file.write_bytes(render_html(briefing, style, "../..").encode("utf-8", "replace"))
        page = self._tabs.take(java_script_enabled)
        self._open.append((page, java_script_enabled))
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="null", reduced_motion="reduce", color_scheme=color_scheme)
        for event in TOLD:
            page.on(event, self._note)  # type: ignore[call-overload]
        page.goto(file.as_uri())
        assert self.seen.pop(0) == f"request: {file.as_uri()}"
        return page

    def _note(self, what: ConsoleMessage | Dialog | Error | Request) -> None:
        match what:
            case Request():
                self.seen.append(f"request: {what.url}")
            case Dialog():
                self.seen.append(f"dialog: {what.message}")
            case ConsoleMessage():
                self.seen.append(f"console: {what.text}")
            case _:
                self.seen.append(f"error: {what}")

    def close(self) -> None:
        for page, script in self._open:
            self._tabs.give_back(page, script)
            for event in TOLD:
                page.remove_listener(event, self._note)
        assert self.seen == []
