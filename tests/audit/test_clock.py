"""Times of the day and parts of the year: what is read, and which two are one."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.clock import times
from briefing.audit.periods import periods, short_years
from tests.audit.documents import document

# text, minutes after midnight, whether it may be twelve hours later as well
READ = [
    ("at 18:30", 1110, False),
    ("at 6:30 p.m.", 1110, False),
    ("at 6:30pm", 1110, False),
    ("at 6 p.m. sharp", 1080, False),
    ("at 12:15 a.m.", 15, False),
    ("at 6:30", 390, True),
    ("at 06:30", 390, False),
    ("at half past six", 390, True),
    ("at half past six in the evening", 1110, False),
    ("at a quarter to midnight", 1425, False),
    ("at twenty-five minutes past three", 205, True),
    ("at six o'clock", 360, True),
    ("at noon", 720, False),
    ("at midnight", 0, False),
    ("at 24:00", 0, False),
    ("um 18.30 Uhr", 1110, False),
    ("um 18 Uhr", 1080, False),
    ("um halb sieben", 390, True),
    ("um Viertel nach acht", 495, True),
    ("à 18 h 30", 1110, False),
    ("à minuit", 0, False),
    ("午後6時半に", 1110, False),
    ("오후 6시 30분에", 1110, False),
]
NO_TIMES = ["a score of 3:1", "on 2 evenings", "1.5 amp", "section 2.10.3", "5 ms", "3時間", "27:15", "the 6 families"]


@pytest.mark.parametrize(("text", "minutes", "either"), READ)
def test_a_time_is_read(text: str, minutes: int, either: bool) -> None:
    (found,) = times(text)
    assert (found.minutes, found.either) == (minutes, either)
    assert text[found.start : found.end].strip() == found.text


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert times(text) == ()


ONE = [
    ("18:30", "6:30 p.m."),
    ("18:30", "half past six"),
    ("12:00", "noon"),
    ("24:00", "midnight"),
    ("18:30 CET", "17:30 UTC"),
    ("9 a.m. EST", "14:00 GMT"),
    ("18:30 CET", "18:30"),
]
TWO = [
    ("18:30", "6:30 a.m."),
    ("18:30", "half past seven"),
    ("noon", "midnight"),
    ("18:30 CET", "18:30 UTC"),
    ("11:15 p.m.", "23:50"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_ways_of_telling_one_time(one: str, other: str) -> None:
    assert times(one)[0].agrees(times(other)[0])


@pytest.mark.parametrize(("one", "other"), TWO)
def test_another_time_is_another(one: str, other: str) -> None:
    assert not times(one)[0].agrees(times(other)[0])


PARTS = [
    ("in Q3", "in the third quarter", True),
    ("in 3Q", "im dritten Quartal", True),
    ("in H1", "in the first half", True),
    ("au 2e trimestre", "in the 2nd quarter", True),
    ("in Q3", "in the second quarter", False),
    ("in H2", "in the first half", False),
    ("in H2", "in Q2", False),
]


@pytest.mark.parametrize(("one", "other", "same"), PARTS)
def test_parts_of_the_year(one: str, other: str, same: bool) -> None:
    assert periods(one)[0].same(periods(other)[0]) is same


def test_no_part_of_a_year() -> None:
    assert [periods(text) for text in ("the H5 model", "RQ2", "Q3-based", "a third of it")] == [()] * 4


def test_years_of_two_digits() -> None:
    assert short_years("in ’24 and '98") == [(4, "24"), (12, "98")]
    assert short_years("the '90s, 12'34, and 'x24'") == []


SOURCE = document("# The kiln\n\nThe kiln is lit at 6:30 p.m. in the winter of 2024. In Q3 it burnt 40 tons of pine.\n")
TRUE = [
    "The kiln is lit at 18:30 in the winter of ’24.",
    "The kiln is lit at half past six in winter.",
    "In the third quarter the kiln burnt 40 tons of pine.",
    "In the 3rd quarter the kiln burnt 40 tons of pine.",
]
FALSE = [
    ("The kiln is lit at 19:30 in winter.", "“6:30 p.m.”, not “19:30”"),
    ("The kiln is lit at 6:30 a.m. in winter.", "“6:30 p.m.”, not “6:30 a.m.”"),
    ("The kiln is lit at 18:30 in the winter of ’23.", "“2024”, not “’23”"),
    ("In Q2 the kiln burnt 40 tons of pine.", "“Q3”, not “Q2”"),
]


@pytest.mark.parametrize("text", TRUE)
def test_a_time_in_another_form_stands(text: str) -> None:
    assert [f.message for f in audit(document(text), [SOURCE]).findings if f.severity != "info"] == []


@pytest.mark.parametrize(("text", "says"), FALSE)
def test_another_time_does_not(text: str, says: str) -> None:
    (finding,) = [f for f in audit(document(text), [SOURCE]).findings if f.severity != "info"]
    assert (finding.verdict, finding.severity) == ("contradicted", "error")
    assert says in finding.message
