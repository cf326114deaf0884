"""Differences in a few words, for tests of the formats. All texts are invented."""

from msgspec.structs import replace

from briefing.reports.difference import Cause, Difference, Entry, Part, SourceChange

CHANGE = SourceChange("report", "reworded", "It took 312 firings.", "It took 319 firings.")
SOURCE = Cause("source", changes=(CHANGE,))
HAND = Cause("hand", "edited by hand in briefing.json")

REWORDED = Entry("reworded", "sentence", (SOURCE,), "idea", "Main idea", "The Atlas saw 312.", "The Atlas saw 319.")
MOVED = Entry("moved", "address", (Cause("source", "it moved"),), after="report.md", count=3)


def difference(*parts: Part) -> Difference:
    titles = tuple((part.id, part.title) for part in parts)
    return Difference("kilns", "Kilns in 2031", "HEAD", "0123456789abcdef" * 2, parts, titles, lines=(2, 2))


def part(*entries: Entry, id_: str = "2031-01", title: str = "January 2031") -> Part:
    return Part(id_, title, "changed", entries)


def hostile(text: str) -> Difference:
    """The text, wherever text of a stranger can stand."""
    change = SourceChange(text, "reworded", text, f"{text} now")
    cause = Cause("source", changes=(change, SourceChange(text, "added", "", text)))
    entry = replace(REWORDED, label=text, before=text, after=f"{text} 2", causes=(cause, Cause("manifest", text)))
    entries = (entry, replace(entry, noun="line"), replace(entry, noun="finding"), replace(entry, noun="source"))
    found = difference(part(*entries, MOVED, id_=text, title=text), part(replace(MOVED, after=text), title=text))
    return replace(found, name=text, title=text, base=text)
