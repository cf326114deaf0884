"""How the page of a long briefing behaves in a browser: sixty months and two thousand citations against twelve months.

Each page is opened in Debian's Chromium a few times, the two in turn, and the least of each figure is kept: what else a
machine does only adds. Times depend on the machine, so what is written down of them is their ratio. Prints a Markdown
table; --write puts it into docs/benchmarks/page.md.

    python benchmarks/page.py [--runs 5] [--write]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402
from tests.renderers.sample import long  # noqa: E402

from briefing.renderers.html import render_html  # noqa: E402 - the repository is put on the path first
from briefing.style import load_style  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "page.md"
FEW, MANY = 12, 60
LINEAR = MANY // FEW
HEAD = f"""# The page in a browser

`python benchmarks/page.py --runs {{runs}} --write`: the page of a briefing of {MANY} months and two thousand
citations against one of {FEW} months, in headless Chromium at 1280 pixels, the least of {{runs}} visits each. What is
linear grows by {LINEAR}. Times depend on the machine, so only their ratio is given; `tests/renderers/test_page.py`
holds that the long page is painted, and loaded, within two seconds.
"""
SIZES = ("file (kB)", "DOM nodes", "citations")
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


def measure(browser: Browser, file: Path) -> dict[str, float]:
    """One visit with an empty cache."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    page.goto(file.as_uri())
    loaded = "performance.getEntriesByType('navigation')[0].loadEventEnd"
    counted = {
        "first paint": float(page.evaluate(PAINT)),
        "loaded": float(page.evaluate(loaded)),
        "file (kB)": file.stat().st_size / 1000,
        "DOM nodes": page.evaluate("document.querySelectorAll('*').length"),
        "citations": page.locator("main a.note").count(),
    }
    client.send("HeapProfiler.collectGarbage")
    metrics = {metric["name"]: metric["value"] for metric in client.send("Performance.getMetrics")["metrics"]}
    cites = page.locator("main a.note")
    places = [counted["citations"] * part // 10 for part in (1, 5, 9)]
    opened = [float(cites.nth(int(place)).evaluate(OPENING)) for place in places]
    assert page.locator(".card").count() == 1
    page.close()
    return counted | {"JS heap (kB)": metrics["JSHeapUsedSize"] / 1000, "a citation opened": sum(opened) / len(opened)}


def table(few: dict[str, float], many: dict[str, float]) -> str:
    rows = [f"| what | {FEW} months | {MANY} months | ratio |", "| --- | --: | --: | --: |"]
    for name in (*SIZES, "JS heap (kB)", "first paint", "loaded", "a citation opened"):
        timed = name not in (*SIZES, "JS heap (kB)")
        shown = ["" if timed else f"{value[name]:,.0f}" for value in (few, many)]
        rows.append(f"| {name} | {shown[0]} | {shown[1]} | {many[name] / few[name]:.1f} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks/page.md")
    options = parser.parse_args()
    style = load_style("gazette", str(ROOT / "tests" / "renderers"))
    visits: dict[int, list[dict[str, float]]] = {FEW: [], MANY: []}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        files = {months: Path(folder, f"{months}.html") for months in visits}
        for months, file in files.items():
            file.write_text(render_html(long(months), style, "../.."), encoding="utf-8")
        for _ in range(options.runs + 1):
            for months, file in files.items():
                visits[months].append(measure(browser, file))
    few, many = ({name: min(visit[name] for visit in found[1:]) for name in found[0]} for found in visits.values())
    print(table(few, many), {name: (few[name], many[name]) for name in few}, sep="\n")
    if options.write:
        PAGE.write_text(f"{HEAD.format(runs=options.runs)}\n{table(few, many)}", encoding="utf-8")


if __name__ == "__main__":
    main()
