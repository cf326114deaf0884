"""What came of writing one section, or the overview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Evidence, Field, Finding, Usage


@dataclass(frozen=True, slots=True)
class Written:
    """Verified fields, the evidence that they cite, what was found on the way, and what it cost."""

    fields: Mapping[str, Field]
    evidence: Mapping[str, Evidence]
    findings: Sequence[Finding] = ()
    usage: Usage = field(default_factory=Usage)
