"""The reports of problems, by the name of their format. A new one is a file of this folder, and a line here."""

from briefing.reports.check_github import as_github
from briefing.reports.check_json import as_json
from briefing.reports.check_sarif import as_sarif
from briefing.reports.check_text import as_text
from briefing.reports.problems import ProblemReport

PROBLEM_REPORTS: dict[str, ProblemReport] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
