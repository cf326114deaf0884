"""Processes of their own that start at once: one that has imported what they need is forked for each of them."""

from multiprocessing import get_context

APART = get_context("forkserver")
APART.set_forkserver_preload(
    [
        "__main__",
        "openai",
        "httpx2",
        "pypdf",
        "feedparser",
        "briefing.fetchers.http",
        "briefing.readers.html",
        "briefing.writers.openai",
        "tests.faults.reading",
        "tests.faults.dying",
    ]
)
