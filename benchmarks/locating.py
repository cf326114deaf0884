"""Finding altered quotations in a long source: the audit's aligner beside langextract's, on the same text.

1,000 quotations of a text of 1 MB, each altered in one way: another number, another word, a lost "not", a word left
out, one put in, two sentences stitched into one. From the texts to all answers, on both sides. In the order of a
document, which is not that of its sources, and in the order of the source, which is what langextract is made for: then
it finds the beginning of each by one comparison of all. In the first it looks through the whole source for each, so
that it is given a few of them, and its time for all is reckoned from those: the row says of how many. What it does once
for the source is measured by itself and not multiplied.

    python benchmarks/locating.py [--quotes 1000] [--few 12] [--runs 2] [--write] [--rows]
"""

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import rows as table_rows  # noqa: E402 - the repository is put on the path first
from benchmarks.audit.checkers import document, environment  # noqa: E402

from briefing.audit.corpus import Corpus  # noqa: E402
from briefing.audit.quotation import Altered, judge  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "locating.md"
START = "<!-- figures: written by benchmarks/locating.py -->"
PEER = "langextract==1.7.1"
WORKER = ROOT / "benchmarks" / "audit" / "peers" / "langextract_places.py"
GOAL = 100
SIZE = 1_000_000  # characters
VOCABULARY = 20_000
SYLLABLES = "ba cor den el fi gan hor ist ju kel lam mo nar os pel qui ran sol tur ven wis yor zam ad be".split()


def word(chance: random.Random) -> str:
    """The commoner, the shorter, and as common as words of a language are (Zipf's law)."""
    rank, syllables = int(VOCABULARY ** chance.random()), ""
    while rank:
        rank, n = divmod(rank, len(SYLLABLES))
        syllables += SYLLABLES[n]
    return syllables


def sentences(size: int) -> list[str]:
    """As many as make a text of that size."""
    chance, found, length = random.Random(7), [], 0  # noqa: S311 - the same text each time
    while length < size:
        words = [word(chance) for _ in range(12)]
        words[3:3] = ["did", "not"] if chance.random() < 0.3 else ["of", "the"]
        words.insert(9, str(chance.randrange(20, 60_000)))
        found.append(" ".join(words).capitalize() + ".")
        length += len(found[-1]) + 1
    return found


@dataclass(frozen=True, slots=True)
class Planted:
    """A quotation that was altered. source[start:end] is what it was made of: its first sentence, where two were."""

    kind: str
    text: str
    start: int
    end: int


def _other_number(text: str, _: str) -> str:
    return re.sub(r"\d(?=\d\b)", lambda m: str((int(m[0]) + 1) % 10), text)


def _other_word(text: str, _: str) -> str:
    words = text.split()
    return " ".join([*words[:7], "zebra", *words[8:]])


def _no_not(text: str, _: str) -> str:
    return text.replace(" not ", " ", 1)


def _left_out(text: str, _: str) -> str:
    words = text.split()
    return " ".join([*words[:6], *words[7:]])


def _put_in(text: str, _: str) -> str:
    words = text.split()
    return " ".join([*words[:6], "hardly", *words[6:]])


def _stitched(text: str, other: str) -> str:
    """The first words of one, and the last of another."""
    return " ".join([*text.split()[:10], *other.split()[-6:]])


ALTERED: dict[str, Callable[[str, str], str]] = {
    "number": _other_number,
    "word": _other_word,
    "lost not": _no_not,
    "left out": _left_out,
    "put in": _put_in,
    "stitched": _stitched,
}


def planted(said: Sequence[str], quotes: int) -> tuple[str, list[Planted]]:
    """The source, and its altered quotations: each kind in turn, from all parts of it."""
    source, starts = "", []
    parts: list[str] = []
    length = 0
    for n, sentence in enumerate(said):
        starts.append(length)
        parts.append(sentence + ("\n\n" if n % 6 == 5 else " "))
        length += len(parts[-1])
    source = "".join(parts)
    kinds, found = list(ALTERED), []
    for n in range(quotes):
        kind, home = kinds[n % len(kinds)], n * len(said) // quotes
        while kind == "lost not" and " not " not in said[home]:
            home = (home + 1) % len(said)
        text = ALTERED[kind](said[home], said[(home + len(said) // 2) % len(said)])
        assert text not in source
        quoted = said[home] if kind != "stitched" else " ".join(said[home].split()[:10])
        found.append(Planted(kind, text, starts[home], starts[home] + len(quoted)))
    return source, found


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a quotation is said to stand: source[start:end]; and whether it is said to be altered."""

    start: int
    end: int
    altered: bool


@dataclass(frozen=True, slots=True)
class Answers:
    once: float  # seconds for the source
    each: float  # seconds for a quotation
    given: tuple[Answer | None, ...]

    def seconds(self, quotes: int) -> float:
        return self.once + quotes * self.each


def by_audit(source: str, asked: Sequence[Planted]) -> Answers:
    start = time.perf_counter()
    corpus = Corpus([document("source", source)])
    indexed = time.perf_counter()
    said = [judge(corpus, each.text, "en") for each in asked]
    ended = time.perf_counter()
    firsts = _places_of_blocks(source, corpus)
    given = []
    for found in said:
        place = found.places[0] if isinstance(found, Altered) else found.chains[0][0].slices[0] if found else None
        at = firsts[place.block] if place else 0
        given.append(Answer(at + place.start, at + place.end, isinstance(found, Altered)) if place else None)
    return Answers(indexed - start, (ended - indexed) / len(asked), tuple(given))


def _places_of_blocks(source: str, corpus: Corpus) -> list[int]:
    """Where each block stands in the source, which is nothing but its paragraphs."""
    places, start = [], 0
    for block in corpus.documents[0].blocks:
        start = source.find(block.text, start)
        places.append(start)
    return places


def by_peer(source: str, asked: Sequence[Planted]) -> Answers:
    command = [str(environment(PEER) / "bin" / "python"), str(WORKER)]
    request = json.dumps({"source": source, "quotes": [each.text for each in asked]})
    done = subprocess.run(command, input=request, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return Answers(told["once"], told["each"], tuple(Answer(*each) if each else None for each in told["given"]))


@dataclass(frozen=True, slots=True)
class Score:
    """Shares. found: most of what is told to be the place lies in it; whole: most of the place is told, too; told: as
    altered; right: found and told."""

    quotes: int
    found: float
    whole: float
    told: float
    right: float


def score(asked: Sequence[Planted], given: Sequence[Answer | None]) -> Score:
    pairs = list(zip(asked, given, strict=True))
    found = [answer is not None and _inside(each, answer) for each, answer in pairs]
    whole = [answer is not None and _meet(each, answer) for each, answer in pairs]
    told = [answer is not None and answer.altered for answer in given]
    right = [a and b for a, b in zip(found, told, strict=True)]
    size = len(asked)
    return Score(size, sum(found) / size, sum(whole) / size, sum(told) / size, sum(right) / size)


def _shared(planted: Planted, answer: Answer) -> int:
    return min(planted.end, answer.end) - max(planted.start, answer.start)


def _inside(planted: Planted, answer: Answer) -> bool:
    return 2 * _shared(planted, answer) >= answer.end - answer.start


def _meet(planted: Planted, answer: Answer) -> bool:
    return 2 * _shared(planted, answer) >= max(planted.end - planted.start, answer.end - answer.start)


@dataclass(frozen=True, slots=True)
class Measured:
    """In one order. theirs: of as many quotations as their score says."""

    order: str
    ours: tuple[Answers, ...]
    theirs: tuple[Answers, ...]
    our_score: Score
    their_score: Score

    def seconds(self, said: Sequence[Answers]) -> float:
        return statistics.median(each.seconds(self.our_score.quotes) for each in said)

    def ratios(self) -> list[float]:
        quotes = self.our_score.quotes
        return [b.seconds(quotes) / a.seconds(quotes) for a, b in zip(self.ours, self.theirs, strict=True)]


def measured(quotes: int, few: int, runs: int) -> list[Measured]:
    source, asked = planted(sentences(SIZE), quotes)
    mixed = random.Random(1).sample(asked, len(asked))  # noqa: S311 - the same order each time
    return [
        _measured("the order of a document", source, mixed, mixed[:few], runs),
        _measured("the order of the source", source, asked, asked, 1),
    ]


def _measured(order: str, source: str, asked: Sequence[Planted], some: Sequence[Planted], runs: int) -> Measured:
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(by_audit(source, asked))
        theirs.append(by_peer(source, some))
    return Measured(order, tuple(ours), tuple(theirs), score(asked, ours[0].given), score(some, theirs[0].given))


def table(found: Sequence[Measured]) -> str:
    quotes = found[0].our_score.quotes
    head = (
        f"| aligner | quotations, in | measured on | once for the source | each quotation | {quotes:,} quotations "
        "| at their place | all of it | told as altered |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n"
    )
    lines = [
        f"| {name} | {each.order} | {of.quotes:,} | {statistics.median(a.once for a in said):.2f} s "
        f"| {1000 * statistics.median(a.each for a in said):,.1f} ms | {each.seconds(said):,.1f} s "
        f"| {of.found:.1%} | {of.whole:.1%} | {of.told:.1%} |\n"
        for each in found
        for name, said, of in (
            ("briefing, that of the audit", each.ours, each.our_score),
            (f"{PEER.replace('==', ' ')}, `WordAligner`", each.theirs, each.their_score),
        )
    ]
    said = [
        f"In {each.order}: {statistics.median(each.ratios()):,.0f} × as fast"
        + (f" ({min(each.ratios()):,.0f} to {max(each.ratios()):,.0f}).\n" if len(each.ours) > 1 else ", one run.\n")
        for each in found
    ]
    return f"{head}{''.join(lines)}\n{chr(10).join(said)}"


def rows(found: Sequence[Measured]) -> Iterator[table_rows.Row]:
    for each in found:
        ours, theirs, ratios = each.our_score, each.their_score, each.ratios()
        reckoned = f", reckoned from {theirs.quotes}" if theirs.quotes < ours.quotes else ""
        yield table_rows.measured(
            f"finding {ours.quotes:,} altered quotations in 1 MB of source, in {each.order}: times as fast",
            f"{PEER.replace('==', ' ')}, its aligner, all in one call",
            GOAL,
            ratios,
            f"{each.seconds(each.ours):.1f} s for {each.seconds(each.theirs):,.0f} s{reckoned}; at the right "
            f"place and told as altered: {ours.right:.1%} for {theirs.right:.1%}; the whole of the place: "
            f"{ours.whole:.1%} for {theirs.whole:.1%}",
            "at least",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=1000)
    parser.add_argument("--few", type=int, default=12, help="quotations that langextract is given, out of order")
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="print what briefing does not get right")
    parser.add_argument("--rows", action="store_true", help="print rows for the table of ratios, as JSON lines")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    if options.list:
        source, asked = planted(sentences(SIZE), options.quotes)
        answers = by_audit(source, asked)
        print(f"{answers.once:.2f} s, {1000 * answers.each:.2f} ms", score(asked, answers.given))
        for each, answer in zip(asked, answers.given, strict=True):
            if answer is None or not answer.altered or not _meet(each, answer):
                print(json.dumps({**asdict(each), "answer": asdict(answer) if answer else None}))
        return
    found = measured(options.quotes, options.few, options.runs)
    if options.rows:
        print(table_rows.dump(rows(found)), end="")
    made = table(found)
    if not options.rows:
        print(made)
    if options.write:
        table_rows.put(PAGE, START, made)


if __name__ == "__main__":
    main()
