"""Names that stand otherwise than in the source and are right: told in another order, fuller, of another office. Beside
each, one that is wrong."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

REGATTA = """# The rowing club of Aune

The rowing club of Aune raced on the fjord in May, and the whole town watched the boats from the quay.

“It was a plain attempt to hide the leak,” Tora Skaug, head of the Bergen-based boat inspection Dry Keel, told the NRB.

Aune 7, Gulls 2: Ivar Moen and Lars Tveit won three heats each, and Nora Eide steered two boats to help Aune.

The eight slept in a villa on the quay belonging to Brekke's former boat-builder Signe Haugland. Brekke himself \
stayed at home with a cold.

The club bought its first motor launch from the widow of Skipper Osen, and named it after a seal.

The weather balloons of the HMI were launched from the pier on the morning of the last heat. The meteorologists \
warned of gusts.

The boats from Sundvik had left their harbour too late. The boats of West Sundvik came last, and many \
people in West Sundvik blamed the fog.

The new oars were carved by the carpenter Gro Myhre, and the town paid the freight from Bergen.

A letter from Mr Drange arrived in June and asked the club to paint its shed in a quieter colour.
"""
CABINET = """# La réunion de Brême

La réunion de Brême a duré deux jours, et les ministres ont parlé de la pêche.

L'entourage du ministre de la Marine marchande comme celui de Rémi Castel, le ministre de la Forêt, refuse d'en parler.

Les pêcheurs ont attendu sur le quai, sous une pluie fine, et personne ne leur a parlé. Le soir, les bateaux sont \
restés au port, les cafés ont fermé tôt, et la ville a compté ses parapluies. Une vieille grue a grincé toute la nuit.

Yves Lanoue, lui, a quitté Brême avant le dîner. Odile Brac a présidé la réunion, sans dire un mot à la presse.
"""
LEADS = {
    "en": "# The rowing club of Aune\n\nThe rowing club of Aune raced on the fjord in May.\n\n",
    "fr": "# La réunion de Brême\n\nLa réunion de Brême a duré deux jours, et les ministres ont parlé de la pêche.\n\n",
}
READ = {"en": document(REGATTA, "regatta.md"), "fr": document(CABINET, "cabinet.md")}
TRUE = [
    ("en", "Dry Keel's head, Tora Skaug, spoke to the NRB of an attempt to hide the leak."),
    ("en", "Tora Skaug of Dry Keel said in an interview with the NRB that it was an attempt to hide the leak."),
    ("en", "The eight slept in a villa that belonged to Signe Haugland."),
    ("en", "The weather balloons of the Hordaland Meteorological Institute were launched from the pier."),
    ("en", "From the pier, both the club and the Hordaland Meteorological Institute launched weather balloons."),
    ("en", "Arne Drange asked the club in a letter to paint its shed in a quieter colour."),
    ("en", "Ivar Moen and Lars Tveit won three heats each to help Aune past West Sundvik."),
    ("fr", "M. Lanoue est ministre de la Marine marchande."),
    ("fr", "M. Lanoue est le ministre de la Marine marchande, dont l'entourage refuse d'en parler."),
    ("fr", "M. Castel est ministre de la Forêt."),
    ("en", "Vadheim's Ivar Moen won three heats, and so did Lars Tveit."),
]
FALSE = [
    ("en", "The eight slept in a villa on the quay that belonged to Nora Eide."),
    ("en", "The weather balloons of the Hordaland Rowing Museum were launched from the pier on the last morning."),
    ("en", "Nora Eide and Gustav Lars Tveit steered two boats on the fjord of Aune to help."),
    ("en", "The new oars were carved by the carpenter Nora Eide."),
    ("fr", "Yves Lanoue est le ministre de la Forêt, dont l'entourage refuse d'en parler."),
    ("fr", "Odile Brac est la ministre de la Forêt."),
    ("en", "Kjell Haugland, a former boat-builder, owned the villa on the quay in which the eight slept."),
    ("en", "Arne Lofthus asked the club in a letter to paint its shed in a quieter colour."),
]


def _told(language: str, text: str) -> list[str]:
    found = audit(document(LEADS[language] + text), [READ[language]]).findings
    return [each.message for each in found if each.severity != "info"]


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_a_name_told_otherwise_is_not_accused(language: str, text: str) -> None:
    assert _told(language, text) == []


@pytest.mark.parametrize(("language", "text"), FALSE)
def test_another_name_is(language: str, text: str) -> None:
    assert _told(language, text)
