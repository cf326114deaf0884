"""Numbers that lead to notes: "[1]", "[2, 5]", "¹²", "［3］". In: a text. Out: where they stand.

They say of a sentence where it is from, and nothing of their own: no source has to have them. What holds a zero is an
interval.
"""

import re

_NUMBER = r"[1-9]\d{0,2}"
_MARK = re.compile(
    rf"\s?[\[［【]\s?{_NUMBER}(?:\s?[,;、–-]\s?{_NUMBER})*\s?[\]］】](?!\()"  # [1], [2, 5], [3-7]
    r"|(?<=[^\W\d_][^\W\d_][^\W\d_])[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[⁻,–-][¹²³⁴⁵⁶⁷⁸⁹⁰]+)*(?=[\s.,;:!?)]|$)"
    r"|(?<=[.,;:!?\"”»)%])[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*(?=\s|$)"
)


def citation_marks(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _MARK.finditer(text)]
