"""Documents of our own, read as the command reads them."""

from briefing.audit.audit import audit
from briefing.model import Document, Origin, Page
from briefing.steps.extract import extract

KILNS = """# A year at the kilns

By Ada Voss

## January: the salt kiln

The team fired the salt kiln 312 times in January. It reached 1,280 °C, 40 degrees more than in the year before.
Anyone who opens the door too early will not see the glaze again.

“We lost two shelves, and we do not regret it,” says Piet Lindqvist, who built the kiln.

## February: the wood kiln

The wood kiln burns 18 hours on pine alone. According to [the report](https://arxiv.org/abs/2402.09353) of Okafor and \
colleagues, ash alone may carry the glaze.

1. Stack the shelves loosely.

2. Feed the fire in small portions (e.g., 5%) of the load to keep the draught even.

## March: the electric kiln

The electric kiln costs $2.4 million and takes 30 minutes to load. It is not as quiet as the others, however.
"""


def document(text: str, name: str = "notes.md") -> Document:
    return extract(Page(name.split(".")[0], name, Origin.FILE, text.encode(), path=name))


def told(kind: str, lead: str, said: str, text: str) -> list[str]:
    """What an audit of a short document holds against a sentence, of one kind. said: what the source says."""
    found = audit(document(f"# Vik\n\n{lead}\n\n{text}"), [document(f"# Vik\n\n{said}", "source.md")]).findings
    return [each.message for each in found if each.kind == kind and each.severity != "info"]
