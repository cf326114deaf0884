"""Debian's Chromium, driven by playwright, for tests that must see what a reader sees.

A test module that uses it is marked `browser`, and is skipped with a reason where there is no Chromium.
"""

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# The characters of a page over whose middle a screenshot shows pure magenta.
_MARKED = """async (picture) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let marked = "";
  for (let node; (node = walker.nextNode()); ) {
    for (let place = 0; place < node.length; place++) {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getBoundingClientRect();
      if (!box.width || !box.height) continue;
      const column = Math.floor((box.left + box.right) / 2);
      const pixel = 4 * (Math.floor((box.top + box.bottom) / 2) * image.width + column);
      if (pixels[pixel] === 255 && pixels[pixel + 1] === 0 && pixels[pixel + 2] === 255) marked += node.data[place];
    }
  }
  return marked;
}"""

# What a window has around its page, made anew for each window: half the time that it takes to open one.
WITHOUT = "AimEnabled,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup"
# Of what playwright leaves out, what bears on a page. The last list of two is the one that counts.
WITHOUT_AS_EVER = "HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding"

TARGET_STYLE = "::target-text { background: #f0f; color: #f0f }"


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium. Skips the test where none is installed."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("there is no Chromium here (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        options = [f"--disable-features={WITHOUT},{WITHOUT_AS_EVER}"]
        browser = playwright.chromium.launch(executable_path=path, args=options)
        try:
            yield browser
        finally:
            browser.close()


def target_text(page: Page) -> str:
    """The text that the browser marks as the target of a text fragment, on a page styled with TARGET_STYLE."""
    return str(page.evaluate(_MARKED, base64.b64encode(page.screenshot()).decode()))
