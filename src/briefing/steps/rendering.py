"""Hold the Markdown of both versions against what their briefings render to. In: a comparison, the committed files and
those in the working tree. Out: the comparison, with every changed line of briefing.md accounted for.
"""

from briefing.errors import ManifestError
from briefing.model import Briefing
from briefing.renderers.html import render_html
from briefing.renderers.markdown import render_markdown
from briefing.reports.difference import Cause, Difference
from briefing.steps.account import BY_HAND, Otherwise, Text, account
from briefing.steps.baseline import Baseline
from briefing.steps.claims import Claims, Page
from briefing.steps.setting import Setting
from briefing.style import Style, load_style

BEFORE = Cause("hand", "the earlier briefing.md was not what its briefing.json renders to: edited by hand")
PROGRAM = Cause("program", "another version of the program renders it so")


def hold_against_markdown(
    difference: Difference, before: Baseline, after: Briefing, markdown: str, setting: Setting, base: str
) -> Difference:
    """markdown: the file in the working tree, "" where there is none. base: as renderers take it."""
    if before.briefing is None:
        return difference
    style = _style(before.briefing.style, setting)
    one = render_markdown(before.briefing, style, base)
    two = render_markdown(after, setting.style, base)
    claims = Claims(difference, Page(before.briefing, style, base), Page(after, setting.style, base))
    old, new = Text(_lines(before.markdown or one), _lines(one)), Text(_lines(markdown), _lines(two))
    why = Otherwise(
        BEFORE if old.intact else _earlier(before, before.briefing, style, setting, base), setting.rendering or BY_HAND
    )
    return account(difference, old, new, claims, why)


def _style(name: str, setting: Setting) -> Style:
    """The earlier style, or, where there is none of that name any more, the one of now."""
    try:
        return load_style(name, setting.manifest.root)
    except ManifestError:
        return setting.style


def _earlier(before: Baseline, briefing: Briefing, style: Style, setting: Setting, base: str) -> Cause:
    """Why the committed Markdown is not what its briefing renders to now. A page beside it that still is, was made by
    the same program: then only the Markdown was edited."""
    if setting.rendering:
        return setting.rendering
    return BEFORE if before.html == render_html(briefing, style, base) else PROGRAM


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").split("\n"))
