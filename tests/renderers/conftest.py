"""A browser for the tests of the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.renderers.opener import Opener, Tabs


@pytest.fixture(scope="module")
def tabs() -> Iterator[Tabs]:
    with chromium() as browser:
        yield Tabs(browser)


@pytest.fixture
def opened(tabs: Tabs, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(tabs, tmp_path)
    yield opener
    opener.close()
