"""Names in another form: countries and their people, abbreviations and what they are short for."""

import pytest

from briefing.audit.initials import shortened, spelled_out
from briefing.audit.nations import same_country

COUNTRIES = [
    ("American", "an extradition request from the US", True),
    ("US", "the American request", True),
    ("British", "the UK’s Foreign Office", True),
    ("Ghana", "the Ghanaian government", True),
    ("Swedish", "an envoy of Sweden", True),
    ("Dutch", "a firm in the Netherlands", True),
    ("London", "Britain objects", True),
    ("französisch", "ein Bauer aus Frankreich", True),
    ("American", "they asked us to leave", False),
    ("Iran", "the Iraqi army", False),
    ("Austria", "the Australian coast", False),
    ("Dutch", "a firm in Denmark", False),
]
SPELLED = [
    ("PEFT", "we use parameter-efficient fine-tuning", True),
    ("IPO", "an initial public offering", True),
    ("JPL", "NASA’s Jet Propulsion Laboratory", True),
    ("DSO", "the Department of the Southern Office", True),
    ("SAP", "so an old plan was kept", False),
    ("IPO", "it provided oil", False),
    ("Holm", "he opened large markets", False),
]
SHORTENED = [
    ("Jet Propulsion Laboratory", "at the JPL", True),
    ("Bank of Vik", "the BV said", True),
    ("Jet Propulsion Laboratory", "at the JPX", False),
    ("Laboratory", "at the L", False),
]


@pytest.mark.parametrize(("word", "text", "same"), COUNTRIES)
def test_a_country_and_its_people(word: str, text: str, same: bool) -> None:
    assert same_country(word, text) is same


@pytest.mark.parametrize(("short", "text", "told"), SPELLED)
def test_an_abbreviation_that_is_spelled_out(short: str, text: str, told: bool) -> None:
    assert spelled_out(short, text, sure=3) is told


@pytest.mark.parametrize(("name", "text", "told"), SHORTENED)
def test_a_name_that_is_shortened(name: str, text: str, told: bool) -> None:
    assert shortened(name, text) is told
