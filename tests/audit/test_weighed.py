"""More than, by the numbers of the source, or by the same comparison there; and all of what are some."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

ORCHARD = document(
    """# The orchards of Ulvik

The orchards of Ulvik grow apples on the south side of the fjord.

The harvest in Lofthus declined 4.5%, while the harvest in Kinsarvik fell 7.2%. A crate from Odda weighs 21 kg, \
whereas a crate from Eidfjord weighs 18 kg.

Given its simple design, the sorting belt should prove far more reliable than the troublesome drum sorters of the \
first years. The steel ladder is heavier than the wooden one.

The income of 31 million crowns is less than the 34 million crowns that the mayor promised. The prices of the orchards \
were mixed on Tuesday after the news of the frost. Others have asked for water from the canal while they repaired \
their own wells.
""",
    "orchard.md",
)
LEAD = "# The orchards of Ulvik\n\nThe orchards of Ulvik grow apples on the south side of the fjord.\n\n"
FALSE = [
    "The harvest in Lofthus fell further than the harvest in Kinsarvik.",
    "A crate from Odda is lighter than a crate from Eidfjord.",
    "The drum sorters should prove far more reliable than the new sorting belt.",
    "The wooden ladder is heavier than the steel one.",
    "The income is higher than the 34 million crowns that the mayor promised.",
    "The prices of all orchards rose on Tuesday after the news of the frost.",
]
TRUE = [
    "The harvest in Kinsarvik fell further than the harvest in Lofthus.",
    "A crate from Eidfjord is lighter than a crate from Odda.",
    "The new sorting belt should prove far more reliable than the drum sorters.",
    "The steel ladder is heavier than the one of wood.",
    "The income is lower than the 34 million crowns that the mayor promised.",
    "The prices of some orchards rose on Tuesday after the news of the frost.",
    "The harvest in Lofthus fell less than the harvest in Kinsarvik.",
]


def _told(text: str) -> list[str]:
    return [each.verdict for each in audit(document(LEAD + text), [ORCHARD]).findings if each.severity != "info"]


@pytest.mark.parametrize("text", FALSE)
def test_a_comparison_turned_round_is_contradicted(text: str) -> None:
    assert "contradicted" in _told(text)


@pytest.mark.parametrize("text", TRUE)
def test_a_comparison_as_the_source_has_it_is_not(text: str) -> None:
    assert _told(text) == []
