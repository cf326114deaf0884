"""What is planned, asked for or possible is not told as done; and only one of several, and up for down."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

DAIRY = document(
    """# The dairy of Hamar

The dairy of Hamar makes cheese for the valley, and it has done so since 1911.

The dairy and the farmers of Lunner have been expected to sign a contract for goat milk since May. The mayor of Hamar \
wants the court of Oslo to open an inquiry into the price of butter. The police are examining whether the old director \
hid money in the cellar to enrich himself.

Farmers hope for help from the county to pay for the new barns. Engineers would not completely rule out a larger \
cooling tank of 900 litres. The council will close the road to the dairy in June.

Visitors reach the dairy by boat, by bus or on foot. The guarantee covers not only the tanks, but the pipes as well. \
Both the brown cheese and the white cheese are sold in Denmark.

The dairy in Lom made less butter in spring, down 4.2%, and its neighbour in Vang sold 3.1% more milk than a year \
before. The dairy hired twelve people after it had planned to hire twenty.
""",
    "dairy.md",
)
LEAD = "# The dairy of Hamar\n\nThe dairy of Hamar makes cheese for the valley.\n\n"
FALSE = [
    "The dairy signed a contract for goat milk with the farmers of Lunner in May.",
    "The court of Oslo has already opened an inquiry into the price of butter, said the mayor.",
    "The police have established that the old director enriched himself with money in the cellar.",
    "The county has agreed to pay for the new barns of the farmers.",
    "Engineers say a larger cooling tank of 900 litres will come.",
    "The council closed the road to the dairy in June.",
    "Visitors can reach the dairy only by boat.",
    "The guarantee covers the tanks only.",
    "Only the brown cheese is sold in Denmark.",
    "The dairy in Lom gained 4.2% with its butter in spring.",
]
TRUE = [
    "The dairy and the farmers of Lunner were expected to have a contract for goat milk signed since May.",
    "The mayor of Hamar wants an inquiry into the price of butter by the court of Oslo.",
    "The police are looking at money that the old director hid in the cellar.",
    "The farmers have asked the county to pay for the new barns.",
    "A larger cooling tank of 900 litres may come, say engineers.",
    "In June, the council is to close the road to the dairy.",
    "Visitors reach the dairy by boat and by bus.",
    "The guarantee covers the tanks and the pipes.",
    "The brown cheese is sold in Denmark.",
    "In Lom, butter fell by 4.2% in spring.",
    "The dairy in Vang sold 3.1% more milk.",
    "The dairy hired twelve people.",
    "The only guarantee covers the tanks and the pipes.",
]


def _told(text: str) -> list[str]:
    return [each.verdict for each in audit(document(LEAD + text), [DAIRY]).findings if each.severity != "info"]


@pytest.mark.parametrize("text", FALSE)
def test_what_goes_beyond_the_source_is_contradicted(text: str) -> None:
    assert "contradicted" in _told(text)


@pytest.mark.parametrize("text", TRUE)
def test_what_leaves_it_open_or_is_so_is_not(text: str) -> None:
    assert _told(text) == []
