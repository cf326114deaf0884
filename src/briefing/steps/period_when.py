"""When: a day, a week, a month or several, as far as a source tells it. Out: ids of sections, and their order."""

import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

By = Literal["month", "quarter", "week"]


class When(Struct, frozen=True):
    """A place in time. What the source does not say is None or 0.

    more counts the months after `month` that belong to it too: August to December is month=8, more=4.
    """

    year: int | None = None
    month: int = 0
    day: int = 0
    week: int = 0  # of ISO 8601, where the source counts in weeks
    more: int = 0

    @property
    def months(self) -> range:
        """The months from `month` on, counted through the years; in year 0 where the year is not known."""
        first = (self.year or 0) * 12 + self.month - 1
        return range(first, first + self.more + 1)


def in_year(when: When, year: int | None) -> When:
    """The same with its year. A week belongs to the month of its Thursday (ISO 8601)."""
    settled = replace(when, year=year)
    if year is None or not when.week:
        return settled
    return replace(settled, month=_week_start(year, when.week, 4).month)


def from_date(text: str) -> When | None:
    """An ISO 8601 date, or as much of it as is known: "2024-05-03", "2024-05"; None without a month."""
    parts = text[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        datetime.date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    if len(numbers) < 2:
        return None
    return When(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0)


def section_id(when: When, by: By) -> str:
    """ "2024-01", "2024-Q1", "2024-W05", over several "2024-01..2024-03"; "m01", "q1", "w05" where no year is known.

    "" where it is not exact enough: a month cannot be put into a week.
    """
    if by == "week":
        return _week_id(when)
    if not when.month:
        return ""
    names = [_name(index, when.year is not None, by) for index in (when.months[0], when.months[-1])]
    return "..".join(dict.fromkeys(names))


def _name(index: int, dated: bool, by: By) -> str:
    year, month = divmod(index, 12)
    if by == "month":
        return f"{year}-{month + 1:02}" if dated else f"m{month + 1:02}"
    return f"{year}-Q{month // 3 + 1}" if dated else f"q{month // 3 + 1}"


def _week_id(when: When) -> str:
    if when.week and when.year is None:
        return f"w{when.week:02}"
    if (day := monday(when)) is None:
        return ""
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


def monday(when: When) -> datetime.date | None:
    """The Monday of its week, where the source tells the week or the day."""
    if when.year is None:
        return None
    if when.week:
        return _week_start(when.year, when.week, 1)
    try:
        day = datetime.date(when.year, when.month, when.day)
    except ValueError:  # no day, or one that its month does not have
        return None
    return day - datetime.timedelta(days=day.weekday())


def order(when: When, by: By) -> tuple[int, ...]:
    """Sorts by time; what has no year comes last; of two that begin together, the shorter comes first."""
    start = monday(when) if by == "week" else None
    if start:
        return (0, start.year, start.month, start.day, 0)
    first = (when.month - 1) // 3 * 3 + 1 if by == "quarter" else when.month
    return (when.year is None, when.year or 0, first, when.week, when.more)


def _week_start(year: int, week: int, weekday: int) -> datetime.date:
    last = datetime.date(year, 12, 28).isocalendar().week
    return datetime.date.fromisocalendar(year, min(week, last), weekday)
