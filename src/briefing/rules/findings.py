"""Whether there is a finding that is worse than what the manifest allows."""

from collections.abc import Iterable

from briefing.model import SEVERITIES
from briefing.reports.problems import Problem
from briefing.rules.base import Committed


class Findings:
    name = "findings"
    asks = "no finding is worse than `check: {allow: …}` of the manifest, by default a warning"
    helps = "do what the finding says and run again, or allow it in the manifest"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        allowed = committed.manifest.allow
        for number, finding in enumerate(committed.briefing.findings):
            if SEVERITIES.index(finding.severity) > SEVERITIES.index(allowed):
                hint = (
                    finding.hint
                    or f"Mend what it is about and run again, or set `check: {{allow: {finding.severity}}}`."
                )
                message = f"{finding.where}: {finding.message}"
                yield committed.at(("findings", number), self.name, message, hint)
