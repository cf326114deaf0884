"""Links and identifiers: a table of those that stand, and a table of those that do not, with what is said of them."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SOURCE = document(
    "# Kilns\n\nThe kiln of Okafor is in [Ash and Glaze](https://arxiv.org/abs/2402.09353), and the shelves in "
    "[Loose Shelves](https://doi.org/10.5072/kiln.2024.17). Code: [okafor/kilns](https://github.com/okafor/kilns). The "
    "figures of the kiln are at https://kilns.example/figures/2024.\n\n"
    "[Salt and Fire](https://arxiv.org/abs/2401.01234) is older. The team fired the salt kiln 312 times.\n",
    "kilns.md",
)
LEAD = "The kiln of Okafor and its shelves, the salt kiln that the team fired 312 times.\n\n"

STANDS = [
    "See [Ash and Glaze](https://arxiv.org/abs/2402.09353).",
    "See [the PDF](https://arxiv.org/pdf/2402.09353v2).",
    "See arXiv:2402.09353 for it.",
    "See doi:10.5072/kiln.2024.17 for it.",
    "See 10.5072/KILN.2024.17 for it.",
    "The code is at github.com/okafor/kilns.",
    "Figures: <http://www.kilns.example/figures/2024/?utm_source=mail#top>",
    "Write to <mailto:okafor@kilns.example>.",
]

# document, verdict, severity, what the message holds
FALLS = [
    (
        "See [Ash and Glaze](https://arxiv.org/abs/2402.11111).",
        "missing", "error", "Where they speak of “Ash and Glaze”, the sources have https://arxiv.org/abs/2402.09353.",
    ),
    ("See arXiv:2402.09335 for it.", "missing", "error", "the sources have https://arxiv.org/abs/2402.09353"),
    ("See doi:10.5072/kiln.2024.71 for it.", "missing", "error", "the sources have https://doi.org/10.5072/kiln.2024.17"),
    ("See https://kilns.example/figures/2042 for it.", "missing", "error", "https://kilns.example/figures/2024"),
    ("See https://arxiv.org/abs/1706.03762 for it.", "missing", "warning", "It is not in the sources."),
    (
        "See [Ash and Glaze](https://arxiv.org/abs/2401.01234).",
        "misplaced", "error", "is the address of “Salt and Fire”; for “Ash and Glaze” they have",
    ),
    ("See [Ash and Glaze](https://arxiv.org/abs/2402.xxxxx).", "placeholder", "error", "never filled in"),
    ("See [it](https://example.com/your-link-here).", "placeholder", "error", "never filled in"),
    ("See arXiv:2413.01234 for it.", "malformed", "error", "this form"),
    ("See arXiv:24022.0935311 for it.", "malformed", "error", "this form"),
    ("See https:/kilns.example/figures for it.", "malformed", "error", "this form"),
    ("See https://elsewhere.example/page for it.", "unclear", "info", "cannot be told"),
    ("See https://github.com/elsewhere/looms for it.", "missing", "warning", "It is not in the sources."),
]  # fmt: skip


@pytest.mark.parametrize("text", STANDS)
def test_stands(text: str) -> None:
    made = audit(document(LEAD + text), [SOURCE])
    assert [finding for finding in made.findings if finding.kind == "link"] == []


@pytest.mark.parametrize(("text", "verdict", "severity", "says"), FALLS)
def test_falls(text: str, verdict: str, severity: str, says: str) -> None:
    (finding,) = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.kind == "link"]
    assert (finding.verdict, finding.severity) == (verdict, severity)
    assert says in finding.message
