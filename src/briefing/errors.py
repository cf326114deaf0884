"""Every error that a person can meet, and the exit code it ends with.

BriefingError                 something went wrong that a message can explain
├── ManifestError      exit 2  the manifest, a style or an option is not as it must be
├── SourceError        exit 3  a source could not be read
│   └── NotAnArticle   exit 3  it was read, and holds nothing to brief
├── ModelError         exit 4  the model could not be reached, or gave nothing usable
│   └── BudgetExceeded exit 4  the next call would pass the budget that the manifest sets
├── Awaiting           exit 0  replies are with a batch: a later run goes on
└── OutputError        exit 2  the committed output cannot be read or replaced

Each message has three parts: what happened, where, and what to do now.
"""

# A path or an address in a message may be a stranger's, and a terminal obeys controls and overrides of direction.
_OBEYED = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F)), "\ufffd")


class BriefingError(Exception):
    """Base of all errors meant for people.

    what: one clause, without a full stop. where: a file with a line, or an address. hint: what to do now.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        said = ": ".join(filter(None, (self.where, self.what))) + (f"\n  {self.hint}" if self.hint else "")
        return said.translate(_OBEYED)


class ManifestError(BriefingError):
    exit_code = 2


class OutputError(BriefingError):
    exit_code = 2


class SourceError(BriefingError):
    exit_code = 3


class NotAnArticle(SourceError):  # noqa: N818 - the name says what it is
    pass


class ModelError(BriefingError):
    exit_code = 4


class BudgetExceeded(ModelError):  # noqa: N818
    pass


class Awaiting(BriefingError):  # noqa: N818
    exit_code = 0
