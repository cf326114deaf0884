"""The quotations of a document, one by one. In: a quotation, and where it stands. Out: a statement that stands, or that
has the finding which says why it does not."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.audit.changes import Change
from briefing.audit.citations import citation_marks
from briefing.audit.corpus import Corpus, Segment
from briefing.audit.endings import turned_by
from briefing.audit.lines import line_of
from briefing.audit.quotation import SURE, Altered, Standing, judge
from briefing.audit.quotes import Quoted
from briefing.audit.reach import ALONE
from briefing.audit.sentence import UNREACHED, Judge
from briefing.audit.spot import Spot
from briefing.model import Block, Severity
from briefing.reports.audit_findings import AuditFinding, AuditStatement, weight, worst

_TERM = 2  # words: as few in quotation marks are a name for something, more often than somebody's words
_FOLDED = "Verbatim, but for typography: quotation marks, dashes, ellipses or spaces."
_NAME = "The sources do not have these words; in quotation marks, they may be just a name for something."
_UNKNOWN = "Whether it stands cannot be told: the given sources do not cover this."


class Quoting:
    def __init__(self, corpus: Corpus, sentences: Judge, *, alone: bool) -> None:
        """alone: the document has but one section, so that nothing beside a quotation tells what it is about."""
        self.corpus, self.sentences, self.alone = corpus, sentences, alone
        self.places = sentences.places

    def statement(self, spot: Spot, quoted: Quoted) -> AuditStatement:
        found = self._found(quoted.text)
        if isinstance(found, Standing):
            return self._standing(found, spot, quoted)
        if isinstance(found, Altered) and (found.share >= SURE or self._covers(spot, quoted)):
            return self._altered(found, spot, quoted)
        return self._unfound(spot, quoted)

    def _found(self, text: str) -> Standing | Altered | None:
        """As it stands, else without the marks of notes that were set into it."""
        found = judge(self.corpus, text, self.sentences.language)
        bare = _without_marks(text)
        if isinstance(found, Standing) or bare == text:
            return found
        return judge(self.corpus, bare, self.sentences.language) or found

    def _standing(self, found: Standing, spot: Spot, quoted: Quoted) -> AuditStatement:
        """The first of its places that agrees with what the document says of it; else why none does."""
        outside = _outside(spot, quoted)
        agrees = (way for way in found.chains if not self.places.misplaced(way[0].slices[0], outside, spot.heading))
        way = next(agrees, found.chains[0] if _is_term(quoted.text) else None)
        chain = way or found.chains[0]
        slices = [each for place in chain for each in place.slices]
        passage = self.corpus.passage(slices)
        if way is None:
            message = self.places.misplaced(slices[0], outside, spot.heading)
            return spot.falls(
                "quotation", quoted.text, quoted.start, ("quotation", "misplaced", "error", message), passage
            )
        if turned := self._turned(slices[-1]):
            message = f"It is cut off before “{turned}”, which says otherwise."
            passage = self.corpus.passage([*slices[:-1], replace(slices[-1], end=slices[-1].end + len(turned) + 1)])
            return spot.falls(
                "quotation", quoted.text, quoted.start, ("quotation", "altered", "error", message), passage
            )
        stands = spot.stands("quotation", quoted.text, quoted.start, passage)
        if all(place.exactness == "verbatim" for place in chain):
            return stands
        line = line_of(spot.block, quoted.start)
        note = AuditFinding("quotation", "folded", "info", quoted.text, line, _FOLDED, passage)
        return replace(stands, findings=(note,))

    def _turned(self, last: Segment) -> str:
        return turned_by(self._block(last).text, last.start, last.end)

    def _altered(self, found: Altered, spot: Spot, quoted: Quoted) -> AuditStatement:
        severity = self._severity(found, quoted.text)
        passage = self.corpus.passage(found.places)
        if (severity == "info" and _is_term(quoted.text)) or all(map(_is_mark, found.changes)):
            return spot.stands("quotation", quoted.text, quoted.start, passage)
        message = f"Not as the source has it: {'; '.join(_said(found.changes))}."
        return spot.falls(
            "quotation", quoted.text, quoted.start, ("quotation", "altered", severity, message), passage, found.runs
        )

    def _severity(self, found: Altered, text: str) -> Severity:
        """Where words differ in case alone, and begin with capitals as a title does, or are few, that is no reproach.
        Other words for a title of the sources may be the title of something else."""
        long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
        titled = len(long) > 1 and all(word[0].isupper() for word in long)
        mild = all(change.severity != "error" for change in found.changes)
        if mild and (titled or len(text.split()) <= _TERM + 1):
            return "info"
        if titled and all(self._block(place).kind == "heading" for place in found.places):
            return "warning"
        return worst(change.severity for change in found.changes)

    def _block(self, place: Segment) -> Block:
        return self.corpus.documents[place.document].blocks[place.block]

    def _unfound(self, spot: Spot, quoted: Quoted) -> AuditStatement:
        near = self.sentences.judge(quoted.text).near
        passage = self.corpus.passage_of(near[0]) if near else None
        if _is_term(quoted.text):
            return spot.falls("quotation", quoted.text, quoted.start, ("quotation", "unclear", "info", _NAME))
        if self._covers(spot, quoted):
            message = "It is not in the sources, in whatever form."
            return spot.falls(
                "quotation", quoted.text, quoted.start, ("quotation", "missing", "error", message), passage
            )
        return spot.falls("quotation", quoted.text, quoted.start, ("quotation", "unclear", "info", _UNKNOWN), passage)

    def _covers(self, spot: Spot, quoted: Quoted) -> bool:
        """Whether the sources would have a quotation if there were one: they speak of its section, of who says it, or
        of what it says."""
        if spot.reached or self.places.names_anybody(_outside(spot, quoted)):
            return True
        return self.sentences.judge(quoted.text).support() >= (ALONE if self.alone else UNREACHED)


def _is_mark(change: Change) -> bool:
    """Whether the mark of a note was left out, as who quotes does."""
    return change.kind == "left out" and not any(map(str.isalnum, _without_marks(change.before)))


def _without_marks(text: str) -> str:
    for start, end in reversed(citation_marks(text)):
        text = text[:start] + text[end:]
    return text


def _is_term(text: str) -> bool:
    """Whether a quotation is so short that anybody may have said it anywhere."""
    return len(text.split()) <= _TERM and text.isascii()


def _outside(spot: Spot, quoted: Quoted) -> str:
    return f"{spot.beside(quoted.start, quoted.end)} {quoted.who}"


def _said(changes: Sequence[Change]) -> list[str]:
    """The gravest first, each once; that punctuation differs, where nothing else does."""
    ranked = sorted(changes, key=lambda change: -weight(change.severity))
    told = [change for change in ranked if change.kind != "marks"] or ranked
    return list(dict.fromkeys(map(str, told)))
