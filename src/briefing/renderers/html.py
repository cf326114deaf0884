"""briefing.html: the page. In: a Briefing. Out: one file that asks nothing of the network.

Its content security policy allows the style and the script that it carries, by their hashes, and nothing else. Without
script everything is there: every passage stands at the end of its section. The script folds the passages away, and
opens them where they are cited.
"""

import base64
import hashlib
from functools import partial
from typing import Any

from briefing.cldr import primary
from briefing.model import Briefing
from briefing.renderers.arrange import arrange
from briefing.renderers.cleaning import clean, link
from briefing.renderers.coverage import highest, lanes
from briefing.renderers.labels import direction_of, language_of, load_labels
from briefing.renderers.strip import Strip
from briefing.renderers.templates import fill
from briefing.style import Style

# What page.js folds at the end is not laid out before: on a long page that spares a quarter of the wait.
_EARLY = """(({ classList }) => {
  classList.add("loading");
  addEventListener("DOMContentLoaded", () => classList.remove("loading"));
})(document.documentElement);"""


def render_html(briefing: Briefing, style: Style, base: str) -> str:
    language = language_of(briefing.language)
    direction = direction_of(language)
    labels = load_labels(style, language)
    found = {lane.source: lane for lane in lanes(briefing)}
    assets = {kind: style.text(f"page.{kind}") for kind in ("css", "js")} | {"early": _EARLY}
    values = {
        "view": arrange(briefing, style, labels, partial(link, base=base, hosted=False)),
        "labels": labels,
        "language": language,
        "spoken": "" if primary(language) == primary(labels.language) else labels.language,
        "direction": direction,
        "style": style.name,
        "lanes": found,
        "strip": Strip(len(briefing.sections), highest(found.values()), direction == "rtl"),
        "grouped": grouped,
        "assets": assets,
        "hashes": {kind: _hash(text) for kind, text in assets.items()},
    }
    return fill(style, "page.html.j2", values, markup=True, finalize=_clean).lstrip()


def grouped(number: int) -> str:
    """A number with its thousands set apart by a narrow space, as ISO 80000-1 has it for any language."""
    return f"{number:,}".replace(",", "\u202f")


def _clean(value: Any) -> Any:
    return clean(value) if type(value) is str else value


def _hash(text: str) -> str:
    """As a content security policy names a script (CSP Level 3, hash-source)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
