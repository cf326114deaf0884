"""Briefings to render, about things that do not exist: tidal power in the Marrow Strait, and what hostile sources say.

All texts are written for these tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.fingerprint import evidence_id
from briefing.fragment import text_fragment
from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Evidence,
    Excerpt,
    Field,
    Finding,
    Origin,
    Overview,
    Period,
    Prose,
    Quote,
    Reference,
    References,
    Section,
    Sentence,
    SourceRecord,
    Tags,
    WriterRecord,
)

HASH = "0" * 64


@dataclass
class Shelf:
    """Blocks of sources, and citations of their words."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)  # the address of each source

    def block(self, source: str, text: str, *heading: str, place: str = "") -> str:
        """Add a block, and return its id. place: "#L3" or "#page=2"; without one it has a text fragment."""
        key = evidence_id(source, text)
        place = place or text_fragment("", text, 0, len(text))
        self.evidence[key] = Evidence(source, text, heading, self.homes[source] + place)
        return key

    def cite(self, key: str, words: str = "") -> Cite:
        evidence = self.evidence[key]
        start = evidence.text.index(words)
        end = start + len(words or evidence.text)
        exact = evidence.url.split("#")[0] + text_fragment("", evidence.text, start, end)
        return Cite(key, start, end, "" if "#:~:" not in evidence.url or end - start == len(evidence.text) else exact)

    def taken(self, key: str, words: str) -> Sentence:
        """A sentence taken from its source as it stands."""
        return Sentence(words, (self.cite(key, words),))

    def quote(self, key: str, words: str) -> Quote:
        return Quote(words, self.cite(key, words))

    def reference(self, key: str, words: str, url: str = "") -> Reference:
        return Reference(words, url, self.cite(key, words))


def _section(key: str, title: str, read: Mapping[str, int], fields: Mapping[str, Field]) -> Section:
    """read: by source, the characters read for it; 0 where an early version did not write how many."""
    return Section(key, title, HASH, dict.fromkeys(read, HASH), fields, {name: n for name, n in read.items() if n})


def tides() -> Briefing:
    """Three months, three sources (a page, a fallback, a PDF), every kind of field, one finding."""
    homes = {
        "review": "https://tides.example/2031/a-year-in-the-strait",
        "notes": "sources/tides/notes.md",
        "report": "sources/tides/report.pdf",
    }
    shelf = Shelf(homes=homes)
    year = "A year in the strait"
    intro = shelf.block(
        "review",
        "Twelve turbines went into the Marrow Strait in 2031, one each month. I chose to write about those that taught "
        "us something, and I leave out the four that simply worked.",
        year,
    )
    blades = shelf.block(
        "review",
        "January belonged to Heron, the first turbine with blades of laminated larch. Over nine weeks it delivered 412 "
        "MWh, 6 % more than the steel rotor beside it, because the wood bends where steel stalls. Nobody had expected "
        "the wood to outlast the winter. It did, and the divers found no crack longer than 2 mm.",
        year,
        "January: wood",
    )
    blades_critic = shelf.block(
        "notes",
        "Ilse Brandt doubts the figure of 6 %: the steel rotor stood in the wake of the pier for three of the nine "
        "weeks. She would wait for a second winter before anyone orders larch.",
        "January",
        place="#L14",
    )
    moor = shelf.block(
        "review",
        "In February the cheapest idea of the year arrived: Kelpie, a turbine on a single mooring, which turns with "
        "the tide instead of pitching its blades. It needs no gearbox. “Half of what breaks is the part that turns the "
        "part that turns,” says its designer, Oku Lindqvist, and Kelpie has neither.",
        year,
        "February: one rope",
    )
    moor_log = shelf.block(
        "report",
        "The single mooring parted on 19 February at a load of 83 kN, well below the rated 120 kN. The chain had worn "
        "against a boulder that the survey of 2029 does not show.",
        "Incidents",
        place="#page=7",
    )
    table = shelf.block(
        "report",
        "Turbine | Hours | MWh\nHeron | 1,488 | 412\nKelpie | 1,102 | 287\nOtter | 733 | ",
        "Yield by turbine",
        place="#page=9",
    )
    code = shelf.block(
        "notes",
        "def yield_of(speed, area):\n    # W, from m/s and m²\n    return 0.5 * 1025 * area * speed**3 * 0.4",
        "How the figures were made",
        place="#L41",
    )
    seals = shelf.block(
        "review",
        "March brought the seals. Otter was stopped on 611 of its 1,344 hours because grey seals lay in the inflow, "
        "and the operator learned more about seals than about tides. A turbine that stands still for animals is a "
        "turbine that keeps its licence.",
        year,
        "March: seals",
    )
    arabic = shelf.block(
        "notes",
        "قال المهندس سامي حدّاد إن التوقّف ليس خسارة. فالرخصة أثمن من الكهرباء (تقرير Otter، ص. 12).",
        "March",
        place="#L58",
    )
    figure = shelf.block("review", "Fig. 4: Hours at rest by time of day. Drawing: Tove Aas.", year, "March: seals")
    outlook = shelf.block(
        "review",
        "Next year the strait gets no new turbine. The money goes into chains, cameras and a harbour seal count, and I "
        "think that is right.",
        year,
        "What next",
    )
    sections = (
        _section(
            "2031-01",
            "January 2031",
            {"review": 1210, "notes": 480, "report": 95},
            {
                "key": shelf.reference(blades, "Heron", "https://heron.example/larch?rotor=(2)&lang=en"),
                "idea": Prose(
                    (
                        shelf.taken(
                            blades,
                            "January belonged to Heron, the first turbine with blades of laminated larch.",
                        ),
                        Sentence(
                            "In nine weeks it delivered 412 MWh, 6 % more than the steel rotor beside it.",
                            (
                                shelf.cite(
                                    blades,
                                    "Over nine weeks it delivered 412 MWh, 6 % more than the steel rotor beside it, "
                                    "because the wood bends where steel stalls.",
                                ),
                                shelf.cite(table, "Heron | 1,488 | 412"),
                            ),
                        ),
                    )
                ),
                "quote": shelf.quote(blades, "Nobody had expected the wood to outlast the winter."),
                "relevance": Prose(
                    (
                        Sentence(
                            "Ilse Brandt doubts the 6 %, since the steel rotor stood in a wake for three weeks.",
                            (
                                shelf.cite(
                                    blades_critic,
                                    "Ilse Brandt doubts the figure of 6 %: the steel rotor stood in the wake of the "
                                    "pier for three of the nine weeks.",
                                ),
                            ),
                        ),
                    )
                ),
                "others": References(
                    (
                        shelf.reference(blades, "laminated larch", "https://heron.example/larch"),
                        shelf.reference(blades_critic, "a second winter"),
                    )
                ),
            },
        ),
        _section(
            "2031-02",
            "February 2031",
            {"review": 860, "report": 640, "notes": 330},
            {
                "key": shelf.reference(moor, "Kelpie", "https://kelpie.example/"),
                "idea": Prose(
                    (
                        Sentence(
                            "Kelpie hangs on a single mooring and turns with the tide; it needs no gearbox.",
                            (
                                shelf.cite(moor, "a turbine on a single mooring, which turns with the tide"),
                                shelf.cite(moor, "It needs no gearbox."),
                            ),
                        ),
                        Sentence(
                            "The mooring parted on 19 February at 83 kN, below its rated 120 kN.",
                            (
                                shelf.cite(
                                    moor_log,
                                    "The single mooring parted on 19 February at a load of 83 kN, well below the rated "
                                    "120 kN.",
                                ),
                            ),
                        ),
                    )
                ),
                "quote": shelf.quote(
                    moor,
                    "“Half of what breaks is the part that turns the part that turns,” says its designer, Oku "
                    "Lindqvist, and Kelpie has neither.",
                ),
                "yield": Excerpt("table", shelf.evidence[table].text, shelf.cite(table)),
                "formula": Excerpt("code", shelf.evidence[code].text, shelf.cite(code), label="python"),
                "view": Analysis(
                    (
                        "A saving that rests on one chain is a loan.",
                        "The survey of the sea floor would have cost less than the repair.",
                    )
                ),
            },
        ),
        _section(
            "2031-03",
            "March 2031",
            {"review": 1475, "notes": 120, "report": 70},
            {
                "key": shelf.reference(seals, "Otter"),
                "tags": Tags(("seals", "licensing", "down-time", "الرخصة")),
                "idea": Prose(
                    (
                        shelf.taken(
                            seals,
                            "Otter was stopped on 611 of its 1,344 hours because grey seals lay in the inflow, and the "
                            "operator learned more about seals than about tides.",
                        ),
                        Sentence("The year’s best camera was bought for animals.", ()),
                    )
                ),
                "quote": shelf.quote(arabic, "قال المهندس سامي حدّاد إن التوقّف ليس خسارة."),
                "rest": Excerpt(
                    "figure",
                    shelf.evidence[figure].text,
                    shelf.cite(figure),
                    address="https://tides.example/2031/rest.svg",
                ),
                "relevance": Prose(
                    (
                        Sentence(
                            "Standing still keeps the licence, which is worth more than the power.",
                            (
                                shelf.cite(
                                    seals,
                                    "A turbine that stands still for animals is a turbine that keeps its licence.",
                                ),
                                shelf.cite(arabic, "فالرخصة أثمن من الكهرباء (تقرير Otter، ص. 12)."),
                            ),
                        ),
                    )
                ),
            },
        ),
    )
    overview = Overview(
        HASH,
        {
            "introduction": Prose(
                (
                    shelf.taken(intro, "Twelve turbines went into the Marrow Strait in 2031, one each month."),
                    Sentence(
                        "Its author writes about those that taught something, and leaves out four that simply worked.",
                        (
                            shelf.cite(
                                intro,
                                "I chose to write about those that taught us something, and I leave out the four that "
                                "simply worked.",
                            ),
                        ),
                    ),
                )
            ),
            "conclusions": Prose(
                (
                    Sentence(
                        "What failed was never the rotor: a chain wore through, and seals lay in the inflow.",
                        (
                            shelf.cite(
                                moor_log,
                                "The chain had worn against a boulder that the survey of 2029 does not show.",
                            ),
                            shelf.cite(seals, "grey seals lay in the inflow"),
                        ),
                    ),
                )
            ),
            "outlook": Prose(
                (
                    shelf.taken(outlook, "Next year the strait gets no new turbine."),
                    Sentence(
                        "The author holds it right that the money goes into chains, cameras and a count of seals.",
                        (
                            shelf.cite(
                                outlook,
                                "The money goes into chains, cameras and a harbour seal count, and I think that is "
                                "right.",
                            ),
                        ),
                    ),
                )
            ),
        },
    )
    return Briefing(
        name="tides",
        title="Tidal power in the Marrow Strait",
        style="gazette",
        language="en",
        period=Period("month", 2031),
        writer=WriterRecord("openai", "small-model-2"),
        sources=(
            SourceRecord(
                "review", year, "Maren Holt", "Tides & Turbines", "2031-12-20", homes["review"], Origin.LIVE, "en"
            ),
            SourceRecord("notes", "Reading notes on the strait", "", "", "2031", homes["notes"], Origin.FALLBACK, "en"),
            SourceRecord(
                "report", "Operator’s report, first quarter", "Marrow Power", "", "", homes["report"], Origin.FILE
            ),
        ),
        sections=sections,
        overview=overview,
        evidence=dict(sorted(shelf.evidence.items())),
        findings=(
            Finding(
                "2031-02/idea",
                "numbers",
                "Left out “It saves 40 % of the cost.”: the number 40 does not stand in what it cites.",
                "warning",
                "Give a figure that the source gives, or none.",
            ),
            Finding("2031-03/idea", "support", "A sentence has no citation.", "info"),
        ),
    )


PAYLOADS = (
    '<script>alert("x")</script>',
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(2)>',
    "</style><script>alert(3)</script>",
    "</blockquote></details></main><h1>Forged</h1>",
    "{{ 7 * 7 }} {% for x in y %}",
    "[link](https://evil.example) ![image](https://evil.example/x.png) [^forged]",
    "[^2031-01-00000000]: forged footnote",
    "<https://evil.example> https://evil.example www.evil.example mail@evil.example",
    "# heading",
    "- item",
    "1. item",
    "> quoted",
    "```",
    "===",
    ":-",
    "| a | b |",
    "a\n\n# heading after a break\n\n---",
    "**bold** _emphasis_ __strong__ ~~gone~~ `code` \\",
    "&lt;b&gt; &copy; &#60;i&#62;",
    "@everyone see #1 and $x$ $$y$$",
    "\u202etxet desrever\u202c and \u2067isolated",
    "bell\x07 null\x00 surrogate\ud800",
    "Wow!",
    "C #",
    " ",
    "",
)
LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "https://evil.example/\"onmouseover=alert(1)//' <b>)](x",
    "http://[bad",
    "file:///etc/passwd",
    "../../../etc/passwd#L1",
    "/etc/passwd",
    "vbscript:x",
    "https:evil",
    "a\nb",
    "mailto:someone@example.org",
)


def hostile() -> Briefing:
    """Every payload in every place where text of a stranger can stand."""
    evidence: dict[str, Evidence] = {}
    sections = []
    for number, payload in enumerate(PAYLOADS):
        url = LINKS[number % len(LINKS)]
        key = evidence_id(payload[:3], payload + "!")
        evidence[key] = Evidence("s<i>", payload + payload, (payload, "x"), url)
        cites = (Cite(key, 0, len(payload)), Cite(key, len(payload) // 2, len(payload) + 3, url))
        fields: dict[str, Field] = {
            "key": Reference(payload, url, cites[0]),
            "idea": Prose((Sentence(payload, cites), Sentence(payload, ()))),
            "quote": Quote(payload, cites[1]),
            "others": References((Reference(payload, url, cites[0]),)),
            "tags": Tags((payload, payload)),
            "code": Excerpt("code", payload, cites[0], label=payload),
            "figure": Excerpt("figure", payload, cites[0], address=url),
            "table": Excerpt("table", payload, cites[0]),
            "view": Analysis((payload,)),
            payload: Prose((Sentence("x", cites),)),
        }
        sections.append(Section(payload, payload, "", {payload: payload}, fields))
    source = SourceRecord("s<i>", *PAYLOADS[:4], LINKS[0], Origin.SNAPSHOT, 'ko"><script>alert(5)</script>')
    finding = Finding(PAYLOADS[1], PAYLOADS[2], PAYLOADS[6], "error", PAYLOADS[4])
    return Briefing(
        name="hostile",
        title=PAYLOADS[0],
        style=PAYLOADS[1],
        language='en"><script>alert(4)</script>',
        period=Period("heading"),
        writer=WriterRecord("openai", PAYLOADS[0]),
        sources=(source,),
        sections=tuple(sections),
        overview=Overview("", {"introduction": Prose((Sentence(PAYLOADS[0], ()),))}),
        evidence=evidence,
        findings=(finding,),
    )


def _small(
    language: str, title: str, source: str, month: str, item: str, text: tuple[str, str, str], read: int
) -> Briefing:
    """One month of one source, taken from it as it stands. read: as in _section."""
    shelf = Shelf(homes={"a": "https://tides.example/" + language})
    block = shelf.block("a", " ".join(text), source, month)
    first, second, third = text
    fields: dict[str, Field] = {
        "key": shelf.reference(block, item, "https://tides.example/" + language + "/1"),
        "idea": Prose((shelf.taken(block, first), shelf.taken(block, second))),
        "quote": shelf.quote(block, third),
    }
    return Briefing(
        name=language,
        title=title,
        style="gazette",
        language=language,
        period=Period("month", 2031),
        writer=WriterRecord("extractive"),
        sources=(SourceRecord("a", source, "", "", "2031-12", shelf.homes["a"], Origin.SNAPSHOT, language),),
        sections=tuple(
            _section(f"2031-0{number}", month, {"a": read}, fields if number < 3 else {}) for number in (1, 2, 3)
        ),
        overview=Overview("", {"introduction": Prose((shelf.taken(block, first),))}),
        evidence=shelf.evidence,
    )


def german() -> Briefing:
    text = (
        "Der Januar gehörte Reiher, der ersten Turbine mit Flügeln aus Lärche.",
        "In neun Wochen lieferte sie 412 MWh.",
        "Niemand hatte erwartet, dass das Holz den Winter übersteht.",
    )
    return _small("de", "Gezeitenkraft in der Markstraße", "Ein Jahr in der Meerenge", "Januar 2031", "Reiher", text, 0)


def korean() -> Briefing:
    text = (
        "1월의 주인공은 낙엽송으로 만든 날개를 단 첫 터빈 왜가리였다.",
        "아홉 주 동안 412 MWh를 생산했다.",
        "나무가 겨울을 넘기리라고는 아무도 생각하지 못했다.",
    )
    return _small("ko", "마로 해협의 조력 발전", "해협에서 보낸 한 해", "2031년 1월", "왜가리", text, 180)


def arabic() -> Briefing:
    text = (
        "كان شهر يناير شهر «البلشون»، أول توربين بشفرات من خشب الأرز.",
        "وأنتج في تسعة أسابيع 412 ميغاواط ساعة.",
        "ولم يتوقّع أحد أن يصمد الخشب حتى نهاية الشتاء.",
    )
    return _small("ar", "طاقة المدّ في مضيق مارو", "عام في المضيق", "يناير 2031", "البلشون", text, 230)


def long(months: int = 60, cites: int = 33) -> Briefing:
    """As long as briefings get: five years, two thousand citations."""
    shelf = Shelf(homes={"a": "https://tides.example/long"})
    sections = []
    for number in range(months):
        blocks = [
            shelf.block(
                "a",
                " ".join(
                    f"In paragraph {block} of month {number}, sentence {sentence} says that turbine "
                    f"{number * 7 + sentence} ran for {block * 31 + sentence} hours."
                    for sentence in range(6)
                ),
                "Five years",
                f"Month {number}",
            )
            for block in range(cites // 3)
        ]
        sentences = tuple(
            shelf.taken(
                block,
                f"In paragraph {place} of month {number}, sentence {sentence} says that turbine "
                f"{number * 7 + sentence} ran for {place * 31 + sentence} hours.",
            )
            for place, block in enumerate(blocks)
            for sentence in (0, 2, 5)
        )
        title = f"{2027 + number // 12}-{number % 12 + 1:02}"
        sections.append(_section(title, title, {"a": 4000 + 4700 * number % 9000}, {"idea": Prose(sentences)}))
    return Briefing(
        name="long",
        title="Five years of turbines",
        style="gazette",
        language="en",
        period=Period("month"),
        writer=WriterRecord("extractive"),
        sources=(SourceRecord("a", "Five years", "", "", "", shelf.homes["a"], Origin.LIVE),),
        sections=tuple(sections),
        overview=Overview("", {}),
        evidence=shelf.evidence,
    )


SAMPLES = {"tides": tides, "hostile": hostile, "german": german, "korean": korean, "arabic": arabic}
