"""What is said of two things, each of the other one: statements about a few sentences of our own."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SAID = {
    "lines": "The harbour line was repaved in April, while the longer hill line was resurfaced in September.",
    "glaze": "Of two faults, the difference being that crawling leaves bare patches whereas crazing leaves a net.",
    "wool": "The guild sorts twice: coarse wool in the barn of the miller... lambswool in the barn of the smith.",
    "shops": "The baker's (award-winning) rye bread, the smith's iron hinges, the weaver's linen, and the cooper's "
    "oak barrels could all be bought on the quay.",
    "moths": "Silk moths had been kept in Lund and Tromsund for decades. Now they are bred in Vik, with help from "
    "the school, the church and the mill.",
    "bells": "Bells of bronze are cast by the Okafor foundry, those of steel by the Brandt works.",
    "tenants": "Ada Voss, 41, who rents out the tower, wrote three times to Emil Holm, 67, but he did not answer.",
    "peat": "Peat is cut in spring and dried in the open; turf is laid in autumn and watered for weeks.",
    "herring": "The herring fleet lands its catch at Sund, Brekke and Vik.",
    "clocks": "The clock of the town hall strikes the hours. The clock of the church strikes the quarters.",
}
FALSE = [
    ("lines", "The harbour line was repaved in September, the longer hill line in April."),
    ("lines", "In April the hill line was resurfaced, and in September the harbour line was."),
    ("glaze", "Crawling leaves a net, and crazing leaves bare patches."),
    ("wool", "The guild keeps lambswool in the barn of the miller and coarse wool in the barn of the smith."),
    ("shops", "The cooper sold rye bread, while the baker sold oak barrels."),
    ("moths", "Silk moths had been kept in Vik for decades before they were bred in Lund and Tromsund."),
    ("bells", "The Okafor foundry casts bells of steel, the Brandt works bells of bronze."),
    ("tenants", "Voss is 67 and Holm is 41."),
    ("peat", "Peat is cut in autumn, and turf is laid in spring."),
    ("clocks", "The church clock strikes the hours, and the clock of the town hall the quarters."),
]
TRUE = [
    ("lines", "The hill line was resurfaced in September, the harbour line in April."),
    ("lines", "In September it was the longer hill line, and in April the harbour line."),
    ("glaze", "Crazing leaves a net, while crawling leaves bare patches."),
    ("wool", "Lambswool lies in the barn of the smith, and coarse wool in the barn of the miller."),
    ("shops", "On the quay one could buy the cooper's oak barrels, and the baker's rye bread."),
    ("moths", "They were bred in Lund and Tromsund for decades before Vik bred silk moths, too."),
    ("bells", "The Brandt works cast bells of steel, the Okafor foundry bells of bronze."),
    ("tenants", "Holm is 67, and Voss is 41."),
    ("peat", "Turf is laid in autumn, and peat is cut in spring."),
    ("herring", "The catch of the herring fleet is landed at Vik, at Brekke and at Sund."),
    ("clocks", "The quarters are struck by the church, and the hours by the clock of the town hall."),
]


@pytest.mark.parametrize(("said", "text"), FALSE)
def test_two_things_said_of_each_other_are_told(said: str, text: str) -> None:
    found = audit(document(text), [document(SAID[said], "said.md")]).findings
    assert [(f.verdict, f.severity) for f in found if f.severity != "info"] == [("contradicted", "error")]


@pytest.mark.parametrize(("said", "text"), TRUE)
def test_the_same_in_another_order_stands(said: str, text: str) -> None:
    found = audit(document(text), [document(SAID[said], "said.md")]).findings
    assert [f.message for f in found if f.severity != "info"] == []


TITLES = (
    "The quay of Vik is home to the bowls that the potter fired, the best being 2009's “Ebb” and 2016's “Spring”.\n\n"
    "The “raw” shelf of the drying room was renamed to “dry” by the apprentices."
)


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("The potter's “Spring” was first fired in 2009, and “Ebb” in 2016.", 1),
        ("The potter's “Spring” was first fired in 2016, and “Ebb” in 2009.", 0),
        ("The “dry” shelf of the drying room was renamed to “raw”.", 1),
        ("In the drying room, the “raw” shelf was renamed to “dry”.", 0),
    ],
)
def test_titles_between_quotation_marks_are_said_of_too(text: str, errors: int) -> None:
    found = audit(document(text), [document(TITLES, "said.md")]).findings
    assert len([finding for finding in found if finding.severity == "error"]) == errors
