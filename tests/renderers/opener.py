"""Opens briefings in a browser, and refuses what a page must never do."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from briefing.model import Briefing
from briefing.renderers.html import render_html
from briefing.style import load_style

HERE = str(Path(__file__).parent)  # its prompts/ has the style of the samples
STYLES = {"cards": "review", "essay": "commentary"}
PHONE, TABLET, DESKTOP = 390, 820, 1440


class Opener:
    """Opens briefings, and notes what a page must never do: ask the network, complain, or show a dialog."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.pages: list[Page] = []
        self.seen: list[str] = []

    def __call__(self, briefing: Briefing, width: int = DESKTOP, **options: object) -> Page:
        file = self.folder / "briefing.html"
        file.write_bytes(
            render_html(briefing, load_style(STYLES.get(briefing.name, "gazette"), HERE), "../..").encode(
                "utf-8", "replace"
            )
        )
        view = {"width": width, "height": 900}
        page = self.browser.new_page(viewport=view, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        page.on("console", lambda message: self.seen.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.seen.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.seen.append(f"request: {request.url}"))
        page.goto(file.as_uri())
        assert self.seen.pop(0) == f"request: {file.as_uri()}"
        self.pages.append(page)
        return page

    def close(self) -> None:
        for page in self.pages:
            page.close()
        assert self.seen == []
