"""How the page of a long briefing behaves in a browser: sixty months and two thousand citations against twelve months.

Each page is opened in Debian's Chromium a few times, the two in turn, each time in a browser started for it, and the
least of each figure is kept: what else a machine does only adds. Prints a Markdown table; --write puts it into
docs/benchmarks/page.md.

    python benchmarks/page.py [--runs 5] [--write]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402
from tests.renderers.sample import long  # noqa: E402

from briefing.renderers.html import render_html  # noqa: E402 - the repository is put on the path first
from briefing.style import load_style  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "page.md"
FEW, MANY = 12, 60
LINEAR = MANY // FEW
DESKTOP, PHONE, SLOWED = 1280, 390, 4
HEAD = f"""# The page in a browser

`python benchmarks/page.py --runs {{runs}} --write`: the page of a briefing of {MANY} months and two thousand citations
against one of {FEW} months, in headless {{browser}} on {{cores}} cores: the least of {{runs}} visits each, in one run,
each in a browser started for it. What is linear grows by {LINEAR}. Times and memory depend on the machine, ratios much
less; `tests/renderers/test_page.py` holds that the long page is painted, and loaded, within two seconds.

“Renderer” is what the process that holds the page has in memory, the browser's own code in it included. The rows of a
phone are of a screen of {PHONE} pixels, and of a processor slowed down to a quarter.
"""
FIGURES = {
    "file": "kB",
    "DOM nodes": "",
    "citations": "",
    "JS heap": "kB",
    "renderer": "MB",
    "first paint": "ms",
    "DOM ready": "ms",
    "loaded": "ms",
    "a citation opened": "ms",
    "phone: first paint": "ms",
    "phone: loaded": "ms",
    "phone: a citation opened": "ms",
}
TIMING = "performance.getEntriesByType('navigation')[0]"
FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
PAINT = """new Promise((done) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) done(entry.startTime);
}).observe({ type: "paint", buffered: true }))"""
# A click, and the two frames in which the passage is laid out and drawn.
OPENING = f"""async (cite) => {{
  cite.scrollIntoView({{ block: "center" }});
  await {FRAME};
  const start = performance.now();
  cite.click();
  await {FRAME};
  return performance.now() - start;
}}"""


def visit(file: Path) -> dict[str, float]:
    """A visit on a desk, and one with a phone, each with an empty cache."""
    with chromium() as browser:
        desk = on_a_desk(browser, file)
    with chromium() as browser:
        page, client = opened(browser, PHONE)
        client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        return desk | {f"phone: {name}": value for name, value in times(page, file).items() if name != "DOM ready"}


def on_a_desk(browser: Browser, file: Path) -> dict[str, float]:
    page, client = opened(browser, DESKTOP)
    found = times(page, file)
    client.send("HeapProfiler.collectGarbage")
    metrics = {metric["name"]: metric["value"] for metric in client.send("Performance.getMetrics")["metrics"]}
    return found | {
        "file": file.stat().st_size / 1000,
        "DOM nodes": page.evaluate("document.querySelectorAll('*').length"),
        "citations": page.locator("main a.note").count(),
        "JS heap": metrics["JSHeapUsedSize"] / 1000,
        "renderer": renderer(browser),
    }


def opened(browser: Browser, width: int) -> tuple[Page, CDPSession]:
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    return page, client


def times(page: Page, file: Path) -> dict[str, float]:
    """Of what a reader waits for, in ms."""
    page.goto(file.as_uri())
    found = {
        "first paint": float(page.evaluate(PAINT)),
        "DOM ready": float(page.evaluate(f"{TIMING}.domContentLoadedEventEnd")),
        "loaded": float(page.evaluate(f"{TIMING}.loadEventEnd")),
    }
    cites = page.locator("main a.note")
    places = [cites.count() * part // 10 for part in (1, 5, 9)]
    waits = [float(cites.nth(place).evaluate(OPENING)) for place in places]
    assert page.locator(".card").count() == 1
    return found | {"a citation opened": sum(waits) / len(waits)}


def renderer(browser: Browser) -> float:
    """MB that the largest process of a page has in memory (VmRSS of proc(5)): the others hold none."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    texts = (Path(f"/proc/{each['id']}/status").read_text() for each in processes if each["type"] == "renderer")
    return max(int(text.partition("VmRSS:")[2].split()[0]) for text in texts) / 1000


def table(few: dict[str, float], many: dict[str, float]) -> str:
    rows = [f"| what | {FEW} months | {MANY} months | ratio |", "| --- | --: | --: | --: |"]
    for name, unit in FIGURES.items():
        shown = " | ".join(f"{value[name]:,.0f}" for value in (few, many))
        rows.append(f"| {f'{name} ({unit})' if unit else name} | {shown} | {many[name] / few[name]:.1f} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks/page.md")
    options = parser.parse_args()
    style = load_style("gazette", str(ROOT / "tests" / "renderers"))
    visits: dict[int, list[dict[str, float]]] = {FEW: [], MANY: []}
    with tempfile.TemporaryDirectory() as folder:
        files = {months: Path(folder, f"{months}.html") for months in visits}
        for months, file in files.items():
            file.write_text(render_html(long(months), style, "../.."), encoding="utf-8")
        for _ in range(options.runs):
            for months, file in files.items():
                visits[months].append(visit(file))
    few, many = ({name: min(each[name] for each in found) for name in FIGURES} for found in visits.values())
    print(table(few, many))
    if options.write:
        with chromium() as browser:
            name = f"Chromium {browser.version.partition('.')[0]}"
        head = HEAD.format(runs=options.runs, browser=name, cores=os.cpu_count())
        PAGE.write_text(f"{head}\n{table(few, many)}", encoding="utf-8")


if __name__ == "__main__":
    main()
