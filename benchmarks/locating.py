"""Finding altered quotations in a long source: the audit's aligner beside langextract's, on the same text.

1,000 quotations of a text of 1 MB, each altered in one way: another number, another word, a lost "not", a word left
out, one put in, two sentences stitched into one. From the texts to all answers, on both sides; a quotation is found
where at least half of what is told to be its place is its place, and the other way round, and told as altered where it
does not count as exact. langextract is as slow as the text is long for each quotation, so that it is given a few of
them only, spread over all kinds, and its time for 1,000 is reckoned from those: the row says of how many. What both do
once for the source is measured by itself and not multiplied.

    python benchmarks/locating.py [--quotes 1000] [--peer-quotes 12] [--runs 2] [--write | --rows]
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

from benchmarks.audit.checkers import document, environment  # noqa: E402

from briefing.audit.corpus import Corpus  # noqa: E402
from briefing.audit.quotation import Altered, judge  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "locating.md"
START = "<!-- figures: written by benchmarks/locating.py -->\n"
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
    quotes: int
    found: float  # shares
    told: float
    both: float


def score(asked: Sequence[Planted], given: Sequence[Answer | None]) -> Score:
    found = [answer is not None and _meet(each, answer) for each, answer in zip(asked, given, strict=True)]
    told = [answer is not None and answer.altered for answer in given]
    both = [a and b for a, b in zip(found, told, strict=True)]
    size = len(asked)
    return Score(size, sum(found) / size, sum(told) / size, sum(both) / size)


def _meet(planted: Planted, answer: Answer) -> bool:
    shared = min(planted.end, answer.end) - max(planted.start, answer.start)
    return 2 * shared >= max(planted.end - planted.start, answer.end - answer.start)


@dataclass(frozen=True, slots=True)
class Measured:
    ours: tuple[Answers, ...]
    theirs: tuple[Answers, ...]
    our_score: Score
    their_score: Score

    def ratios(self) -> list[float]:
        quotes = self.our_score.quotes
        return [b.seconds(quotes) / a.seconds(quotes) for a, b in zip(self.ours, self.theirs, strict=True)]


def measured(quotes: int, peer_quotes: int, runs: int) -> Measured:
    source, asked = planted(sentences(SIZE), quotes)
    some = asked[:: max(1, quotes // peer_quotes // len(ALTERED) * len(ALTERED) + 1)][:peer_quotes]
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(by_audit(source, asked))
        theirs.append(by_peer(source, some))
    return Measured(tuple(ours), tuple(theirs), score(asked, ours[0].given), score(some, theirs[0].given))


def table(found: Measured) -> str:
    rows = [
        ("briefing, the audit's aligner", found.ours, found.our_score),
        (f"langextract, `WordAligner` ({PEER})", found.theirs, found.their_score),
    ]
    quotes = found.our_score.quotes
    lines = [
        f"| {name} | {each.quotes} | {statistics.median(a.once for a in said):.2f} s "
        f"| {1000 * statistics.median(a.each for a in said):,.2f} ms "
        f"| {statistics.median(a.seconds(quotes) for a in said):,.1f} s "
        f"| {each.found:.1%} | {each.told:.1%} | {each.both:.1%} |\n"
        for name, said, each in rows
    ]
    head = (
        f"| aligner | measured on quotations | once for the source | each quotation | {quotes:,} quotations "
        "| found at their place | told as altered | both |\n|---|---:|---:|---:|---:|---:|---:|---:|\n"
    )
    ratios = found.ratios()
    return (
        f"{head}{''.join(lines)}\n{statistics.median(ratios):,.0f} × as fast "
        f"({min(ratios):,.0f} to {max(ratios):,.0f} in {len(ratios)} runs).\n"
    )


def rows(found: Measured) -> Iterator[dict[str, object]]:
    ratios, ours, theirs = found.ratios(), found.our_score, found.their_score
    seconds = [statistics.median(a.seconds(ours.quotes) for a in said) for said in (found.ours, found.theirs)]
    yield {
        "what": f"finding {ours.quotes:,} altered quotations in 1 MB of source: times as fast",
        "limit": f"{PEER.replace('==', ' ')}, its aligner",
        "goal": GOAL,
        "sense": "at least",
        "ratio": round(statistics.median(ratios), 1),
        "spread": [round(min(ratios), 1), round(max(ratios), 1)],
        "beside": f"{seconds[0]:.1f} s for {seconds[1]:,.0f} s, the latter reckoned from {theirs.quotes} quotations; "
        f"at the right place and told as altered: {ours.both:.1%} for {theirs.both:.1%}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=1000)
    parser.add_argument("--peer-quotes", type=int, default=12, help="how many of them langextract is given")
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
    found = measured(options.quotes, options.peer_quotes, options.runs)
    if options.rows:
        for row in rows(found):
            print(json.dumps(row, ensure_ascii=False))
        return
    made = table(found)
    print(made)
    if options.write:
        before = PAGE.read_text(encoding="utf-8").partition(START)[0]
        PAGE.write_text(f"{before}{START}\n{made}", encoding="utf-8")


if __name__ == "__main__":
    main()
