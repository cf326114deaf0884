"""What came of writing one section, or the overview."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from briefing.model import Evidence, Field, Finding, Usage


class Written(Struct, frozen=True):
    """Verified fields, the evidence that they cite, what was found on the way, and what it cost."""

    fields: Mapping[str, Field]
    evidence: Mapping[str, Evidence]
    findings: Sequence[Finding] = ()
    usage: Usage = field(default_factory=Usage)
