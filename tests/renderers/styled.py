"""Briefings in the styles that come with the program: cards with tags, and an essay that quotes Hebrew and Arabic.

All texts are written for these tests.
"""

from briefing.model import (
    Analysis,
    Briefing,
    Origin,
    Overview,
    Period,
    Prose,
    Quote,
    Section,
    Sentence,
    SourceRecord,
    Tags,
    Words,
    Woven,
    WriterRecord,
)
from tests.renderers.sample import HASH, Shelf

HOME = "https://tides.example/cards"
TAGS = {
    "January": ("wood", "blades"),
    "February": ("mooring", "chains"),
    "March": ("wood", "mooring"),
    "April": ("ice",),
}


def cards() -> Briefing:
    """Four months in the style `review`; two tags are each in two of them."""
    shelf = Shelf(homes={"a": HOME})
    sections = []
    for number, (month, tags) in enumerate(TAGS.items(), 1):
        text = f"In {month} turbine {number} ran for {number * 31} hours. Its builders came from Nordhaven."
        block = shelf.block("a", text, "A year", month)
        ran = f"In {month} turbine {number} ran for {number * 31} hours."
        fields = {
            "tags": Tags(tags),
            "description": Prose((shelf.taken(block, ran),)),
            "published": Words(month, shelf.cite(block, month)),
            "context": Prose((shelf.taken(block, "Its builders came from Nordhaven."),)),
        }
        sections.append(Section(f"2031-{number:02}", f"{month} 2031", HASH, {"a": HASH}, fields, {"a": 200}))
    return _briefing("cards", "review", sections, Overview("", {}), shelf, {"a": "en"})


HEBREW = "הטורבינה הראשונה פעלה תשעה שבועות, והעץ לא נסדק."
ARABIC = "ولم يتوقّع أحد أن يصمد الخشب حتى نهاية الشتاء."


def essay() -> Briefing:
    """An English essay in the style `commentary`: a theme with a cited heading, and words of four sources in it."""
    shelf = Shelf(homes={name: f"https://tides.example/{name}" for name in ("a", "he", "ar")})
    english = shelf.block("a", "Nobody had expected the wood to outlast the winter. It did.", "A year")
    hebrew, arabic = shelf.block("he", HEBREW, "ינואר"), shelf.block("ar", ARABIC, "يناير")
    words = "והעץ לא נסדק"
    told = f"The Hebrew log says it in three words, “{words}”, and no more."
    start = told.index(words)
    woven = Sentence(
        told, (shelf.cite(hebrew),), (Woven(start, start + len(words), shelf.cite(hebrew, words)),)
    )  # the slice is printed as it stands
    heading = Sentence(
        "Wood that outlasts", (shelf.cite(english, "Nobody had expected the wood to outlast the winter."),)
    )
    overview = {
        "lead": Prose((shelf.taken(english, "Nobody had expected the wood to outlast the winter."),)),
        "theme-1-heading": Prose((heading,)),
        "theme-1-text": Prose((woven,)),
        "theme-1-pull": Quote(ARABIC, shelf.cite(arabic)),
        "theme-1-counter": Analysis(("One winter is no proof.",)),
    }
    idea = {"idea": Prose((shelf.taken(english, "It did."),)), "quote": Quote(HEBREW, shelf.cite(hebrew))}
    sections = [Section("2031-01", "January 2031", HASH, {"a": HASH}, idea, {"a": 90, "he": 60})]
    languages = {"a": "en", "he": "he", "ar": "ar"}
    return _briefing("essay", "commentary", sections, Overview("", overview), shelf, languages)


def _briefing(
    name: str, style: str, sections: list[Section], overview: Overview, shelf: Shelf, languages: dict[str, str]
) -> Briefing:
    sources = tuple(
        SourceRecord(source, f"Log {source}", "Maren Holt", "", "", shelf.homes[source], Origin.LIVE, language)
        for source, language in languages.items()
    )
    writer = WriterRecord("openai", "small-model-2")
    period = Period("month", 2031)
    return Briefing(name, name.title(), style, "en", period, writer, sources, tuple(sections), overview, shelf.evidence)
