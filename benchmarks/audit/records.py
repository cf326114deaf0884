"""The statements of the benchmark that were written by hand, and their sources. In: files. Out: records.

statements/NAME.tsv holds, one a line, `true` or `error`, the kind and the statement, written by hand without regard to
how any checker works. Every record says of itself whether it is an error and which verdict is expected.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
HELD_OUT = FOLDER / "held_out"  # articles and statements by which nobody mends the audit
LANGUAGES = {"moor": "de", "velo": "fr", "tram-ja": "ja", "seeds-ko": "ko"}  # the others are English
PEOPLE = {
    "harbour-heat": ("Mara Lindqvist", "Tomas Ek", "Aino Rautio"),
    "reading-group": ("Priya Raman", "Marta Kowalczyk"),
    "glacier": ("Lena Obrist", "Paul Zgraggen"),
    "library-loans": ("Grace Okafor", "Peter Haldane", "Samuel Whitcombe"),
    "moor": ("Silke Harms", "Heiner Voss", "Anke Petersen"),
    "ferry": ("Ingvild Aas", "Tormod Lie", "Renate Holm", "Yusuf Demir", "Kari Moen"),
    "velo": ("Nadia Belkacem", "Marc Thévenin", "Yves Carpentier"),
    "tram-ja": ("高橋誠", "佐々木健", "藤井恵子"),
    "seeds-ko": ("이현주", "최민석"),
    "trial": ("Owen Prys", "Miriam Feld"),
    "release": ("Samir Haddad", "Lucia Ferrante"),
}
# Other names of each source, by what could stand in one another's place.
RIVALS = {
    "ferry": (
        ("Alke", "Lomvi"),
        ("Kestrel", "Borealis"),
        ("NX-410", "NX-430"),
        ("Tidal 3", "Tidal 4"),
        ("Havnedata", "Fjordkraft"),
        ("gzip", "zstd"),
        ("Vik", "Sund"),
    ),
    "reading-group": (("Chinchilla", "Gopher"), ("Guanaco", "ChatGPT"), ("LoRA", "QLoRA"), ("Mixtral", "AlphaFold")),
}
# The verdict that is expected of an error, where its kind alone tells it; of the others a quotation is altered and a
# statement contradicted.
EXPECTED = {
    "source": "misplaced",
    "speaker": "misplaced",
    "invented quote": "missing",
    "invented number": "missing",
    "invented name": "missing",
    "name": "missing",
    "link": "missing",
    "identifier": "missing",
    "placeholder": "placeholder",
    "malformed": "malformed",
    "leftover": "leftover",
    "repeated": "repeated",
}
MARKS = [("“", "”"), ("„", "“"), ("»", "«"), ("«", "»"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"')]
_QUOTED = re.compile("|".join(f"(?<!\\w){a}(.+?){b}(?![A-Za-z])" if a == "‘" else f"{a}(.+?){b}" for a, b in MARKS))
_ATTRIBUTION = re.compile(r" — [^—]+$")


@dataclass(frozen=True, slots=True)
class Source:
    name: str
    language: str
    title: str
    text: str  # as it is written, in Markdown
    people: tuple[str, ...] = ()
    rivals: tuple[tuple[str, ...], ...] = ()

    @property
    def plain(self) -> str:
        """What a reader reads: without the marks of Markdown."""
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", self.text)
        return " ".join(re.sub(r"^(#+|- |\|)|\*+", "", text, flags=re.MULTILINE).split())


@dataclass(frozen=True, slots=True)
class Record:
    """One statement. `base` is the id of the true statement it was made from, or its own."""

    id: str
    kind: str
    statement: str
    source: str
    expected: str
    error: bool
    base: str
    mixed: bool = False  # stands in a document about several sources, and is held against all of them
    hand: bool = False  # written by hand, not made by a mutation

    @property
    def quotes(self) -> tuple[str, ...]:
        return quotes_of(self.statement)


def quotes_of(statement: str) -> tuple[str, ...]:
    """What stands between quotation marks, or in a block quote."""
    if statement.startswith("> "):
        return (_ATTRIBUTION.sub("", statement[2:]),)
    return tuple(next(filter(None, found)).strip() for found in map(re.Match.groups, _QUOTED.finditer(statement)))


def expected_of(kind: str, statement: str) -> str:
    if kind == "month" and quotes_of(statement):
        return "misplaced"
    return EXPECTED.get(kind, "altered" if quotes_of(statement) else "contradicted")


def sources(folder: Path = FOLDER) -> dict[str, Source]:
    found = {}
    for path in sorted((folder / "sources").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ")
        found[path.stem] = Source(
            path.stem, LANGUAGES.get(path.stem, "en"), title, text, PEOPLE[path.stem], RIVALS.get(path.stem, ())
        )
    return found


def handwritten(source: Source, folder: Path = FOLDER) -> Iterator[Record]:
    lines = (folder / "statements" / f"{source.name}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        truth, kind, statement = line.split("\t")
        name = f"{source.name}/{number:02}"
        error = truth == "error"
        expected = expected_of(kind, statement) if error else "unclear" if kind == "unknown" else "stands"
        yield Record(name, kind, statement, source.name, expected, error, name, hand=True)
