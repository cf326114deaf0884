"""All rules. To add one: a file beside this, and a line here."""

from briefing.checks.base import Check
from briefing.checks.dates import Dates
from briefing.checks.direction import Direction
from briefing.checks.identifiers import Identifiers
from briefing.checks.links import Links
from briefing.checks.names import Names
from briefing.checks.negation import Negation
from briefing.checks.numbers import Numbers
from briefing.checks.omissions import Omissions
from briefing.checks.quotations import Quotations
from briefing.checks.support import Support
from briefing.checks.units import Units

CHECKS: tuple[Check, ...] = (
    Links(),
    Quotations(),
    Numbers(),
    Units(),
    Dates(),
    Identifiers(),
    Names(),
    Negation(),
    Omissions(),
    Direction(),
    Support(),
)
