"""A small project for runs: a year of an invented pottery, in Markdown, three months and a frame."""

from pathlib import Path

NOTES = """\
---
title: A year of kilns
author: Mira Voss
---

# A year of kilns

This report follows the Voss studio through the first quarter of 2031.
It covers firing, glazing and one paper on each.

## January 2031: the Kiln Atlas

The [Kiln Atlas](https://example.org/atlas) by Okafor and Lindqvist measures 312 firings of electric kilns.
It appeared on 4 January 2031.

A shorter hold of 14 minutes saved 9% of the energy in the measured firings. The atlas does not cover gas kilns.

### Relevance

Voss expects that the Kiln Atlas will change how small studios plan a firing.
Slow cooling still matters more than peak heat.

## February 2031: ash glazes

The [Ash Glaze Survey](https://example.org/ash) by Berg tested 48 recipes from 6 countries.
Only 5 of the recipes were food-safe without testing.

Ash glazes forgive a short hold because they melt over a wide range of heat.

## March 2031: the Ember 3

The [Ember 3](https://example.org/ember) kiln reaches 1280 degrees in four hours.
It costs 4,200 euros and draws 11 kW.

In practice the Ember 3 suits studios that fire twice a week, according to Voss.

## Outlook

The studio will test gas kilns next year. Voss leaves open whether ash glazes will stay.
"""

MANIFEST = """\
title: Kilns in 2031
period: {by: month, year: 2031}
sources:
  - id: report
    path: report.md
"""


def write_project(root: Path, notes: str = NOTES, manifest: str = MANIFEST) -> Path:
    """Write the project, and return the path of its manifest."""
    (root / "sources").mkdir(exist_ok=True)
    (root / "sources" / "report.md").write_text(notes, encoding="utf-8")
    path = root / "sources" / "kilns.yaml"
    path.write_text(manifest, encoding="utf-8")
    return path
