"""Whether a quotation stands. In: the words that a document gives as those of a source. Out: where they stand there, or
what the source says instead, word by word; or that there is nothing of the kind."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.audit.align import Aligned, align, tokens
from briefing.audit.changes import Change, changes
from briefing.audit.corpus import Corpus, Segment, Window
from briefing.audit.fold import fold
from briefing.audit.scan import scan
from briefing.audit.search import Exactness, Place, chains, pieces, places, spellings
from briefing.reports.words import Run

LEAST = 0.6  # share of the words of a quotation that stand in one place in their order, for it to be a form of what
# stands there; below that it is other words
SURE = 0.8  # the same, for it to be that wherever it stands
_PIECE = 4  # words in a row that are looked for by themselves: fewer stand in many places
_CLOSEST = 4  # sentences around which a quotation is aligned


class Standing(Struct, frozen=True):
    """chains: all ways in which the quotation stands, each a place for each of its pieces."""

    exactness: Exactness
    chains: tuple[tuple[Place, ...], ...]


class Altered(Struct, frozen=True):
    places: tuple[Segment, ...]
    changes: tuple[Change, ...]
    runs: tuple[Run, ...]
    share: float = 1.0  # of its words that stand there


def judge(corpus: Corpus, quoted: str, language: str) -> Standing | Altered | None:
    """None where no source has it, in whatever form."""
    said = [_judge(corpus, spelling, language) for spelling in spellings(quoted)]
    return next((each for each in said if isinstance(each, Standing)), said[0])


def _judge(corpus: Corpus, quoted: str, language: str) -> Standing | Altered | None:
    parts = pieces(quoted)
    found = [_places(corpus, part, quoted) for part in parts]
    if found and all(found):
        ways = tuple(chains(found))
        if ways:
            exact = all(place.exactness == "verbatim" for way in ways[:1] for place in way)
            return Standing("verbatim" if exact else "folded", ways)
        slices = tuple(each for options in found for each in options[0].slices)
        return Altered(slices, (Change("stitched"),), _joined(parts))
    forms = [_piece(corpus, part, language, known) for part, known in zip(parts, found, strict=True)]
    if not forms or not all(forms):
        return None
    held = [form for form in forms if form]
    return Altered(
        tuple(each for form in held for each in form.places),
        tuple(change for form in held for change in form.changes),
        tuple(run for number, form in enumerate(held) for run in ((Run("same", " … "),) * bool(number) + form.runs)),
        min(form.share for form in held),
    )


def _places(corpus: Corpus, part: str, quoted: str) -> list[Place]:
    """In the order of the sources; words that stand in many places may be quoted from any of them."""
    unique = {place.order: place for place in (*scan(corpus, part), *places(corpus, part, quoted))}
    return [unique[order] for order in sorted(unique)]


def _joined(parts: Sequence[str]) -> tuple[Run, ...]:
    return tuple(
        run for n, part in enumerate(parts) for run in ((Run("added", " … "),) * bool(n) + (Run("same", part),))
    )


def _piece(corpus: Corpus, part: str, language: str, known: list[Place]) -> Altered | None:
    if known:
        return Altered(known[0].slices, (), (Run("same", part),))
    best = nearest(corpus, part)
    if best is None:
        return None
    window, aligned = best
    rest = _elsewhere(corpus, part, aligned)
    share = aligned.share + sum(_words(text) for text, _ in rest) / max(1, _words(part))
    if share < LEAST or (aligned.words < 2 and _words(part) > 1):
        return None
    return _altered(window, aligned, part, rest, language, share)


def nearest(corpus: Corpus, part: str) -> tuple[Window, Aligned] | None:
    """The stretch of the sources that has most of the words, in their order."""
    best: tuple[Window, Aligned] | None = None
    words = [token.text for token in tokens(part) if token.is_word]
    for number in corpus.nearest(part, _CLOSEST):
        window = corpus.window(number, len(part) + 150)
        if best and _most(words, window.text) < best[1].share:
            continue
        aligned = align(part, window.text)
        if aligned and (best is None or _rank(aligned) > _rank(best[1])):
            best = window, aligned
    return best


def _most(words: Sequence[str], text: str) -> float:
    """No larger share of the words can stand there, whatever their order: to see that takes a hundredth of the time
    that it takes to align them."""
    seen = fold(text).text.casefold()
    return sum(word in seen for word in words) / (len(words) or 1)


def _rank(aligned: Aligned) -> tuple[float, int]:
    return aligned.share, aligned.start - aligned.end


def _elsewhere(corpus: Corpus, part: str, aligned: Aligned) -> list[tuple[str, Place]]:
    """What of the text stands before or after the aligned slice, and to the letter in another place."""
    found: list[tuple[str, Place]] = []
    for start, end in (aligned.left, aligned.right):
        text = part[start:end].strip(" ,;:.!?")
        known = places(corpus, text) if _words(text) >= _PIECE else []
        found += [(text, known[0])] if known else []
    return found


def _altered(
    window: Window, aligned: Aligned, part: str, rest: list[tuple[str, Place]], language: str, share: float
) -> Altered:
    slices = window.places(aligned.start, aligned.end)
    given = part
    for text, _ in rest:
        given = given.replace(text, "", 1)
    found, runs = changes(window.text[aligned.start : aligned.end], given.strip(), language)
    if rest:
        found = [Change("stitched"), *(change for change in found if change.kind != "marks")]
        slices = [*slices, *(each for _, place in rest for each in place.slices)]
        runs = (*runs, *(Run("added", f" … {text}") for text, _ in rest))
    return Altered(tuple(slices), tuple(found), runs, share)


def _words(text: str) -> int:
    return sum(token.is_word for token in tokens(text))
