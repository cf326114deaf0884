"""The reports of an audit, by the name of their format. A new one is a file of this folder, and a line here."""

from collections.abc import Callable

from briefing.reports.audit_findings import Audit
from briefing.reports.audit_html import as_html
from briefing.reports.audit_json import as_json
from briefing.reports.audit_markdown import as_markdown
from briefing.reports.audit_text import as_text

AUDIT_REPORTS: dict[str, Callable[[Audit], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
    "json": as_json,
}
