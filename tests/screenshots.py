"""The pictures of docs/images: the sample in each style, as a browser shows it.

python -m tests.screenshots
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from briefing.cli import main as briefing
from tests.browser import chromium

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
NAME = "raschka-2024"
LARGEST = 250_000  # bytes of a picture, for the sake of who clones the repository
CITE, TAGS = "[id='2024-01'] .sentence a.note >> nth=2", ".filter button >> nth=1"
# name, style, width, height, colours, what is clicked, and what then stands at the upper edge
SHOTS = (
    ("briefing", "briefing", 1200, 720, "light", CITE, "[id='2024-01']"),
    ("head", "briefing", 1200, 640, "light", "", ""),
    ("commentary", "commentary", 1200, 720, "light", "", "main"),
    ("review", "review", 1200, 720, "light", TAGS, ".filter"),
    ("phone", "review", 390, 844, "dark", CITE, "[id='2024-01']"),
)
AT_THE_EDGE = "(place) => scrollTo(0, scrollY + place.getBoundingClientRect().top - 40)"


def made(style: str, folder: Path) -> Path:
    """The page of the sample in a style, written without a model and without a network."""
    shutil.copytree(ROOT / "sources", folder / style / "sources")
    with contextlib.chdir(folder / style):
        code = briefing(["run", "--offline", "--quiet", "--style", style, f"sources/{NAME}.yaml"])
    if code:
        raise SystemExit(code)
    return folder / style / "outputs" / NAME / "briefing.html"


def shoot(browser: Browser, page_of: dict[str, Path]) -> None:
    for name, style, width, height, colours, clicked, edge in SHOTS:
        view = {"width": width, "height": height}
        page = browser.new_page(viewport=view, color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(page_of[style].as_uri())
        if clicked:
            page.locator(clicked).click()
        if edge:
            page.locator(edge).evaluate(AT_THE_EDGE)
        file = IMAGES / f"{name}.png"
        page.screenshot(path=file)
        page.close()
        if file.stat().st_size > LARGEST:
            raise SystemExit(f"{file.name} has {file.stat().st_size:,} bytes, more than {LARGEST:,}")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        shoot(browser, {style: made(style, Path(folder)) for style in {shot[1] for shot in SHOTS}})


if __name__ == "__main__":
    main()
