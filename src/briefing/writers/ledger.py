"""The budget, held before each call, and what was used.

A call reserves the most that it can cost; afterwards what it did cost is entered instead. So the sum of what is spent
and what is under way never passes the budget, however many threads there are, and machines, where these share the cell
in which the balance is kept. A ledger may stand below another: that of a briefing below that of a run that makes many.
A server that counts more tokens than were reckoned with is believed: from then on, each call is reckoned with by as
much more.
"""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from math import ceil, inf
from uuid import uuid4

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.cell import Cell, Lost
from briefing.errors import BudgetExceeded
from briefing.model import Budget, Usage

_EXACT = 9  # decimals of a dollar: three times 0.1 is no more than 0.3

Price = Callable[[int, int], float | None]  # of tokens in and out, in US dollars


class Reservation(Struct, frozen=True):
    """The most that one call can cost."""

    key: str
    tokens: int
    usd: float
    until: float = inf  # by the clock; whoever has not settled it by then is gone
    reckoned: tuple[int, int] = (0, 0)  # tokens in and out, before what was learned of the server
    above: "Reservation | None" = None  # the same, in the ledger above


class Balance(Struct, frozen=True):
    """What is under way, what is spent, and by how much more than reckoned the server counts tokens in and out. aside:
    whether something of it is not spent, but set aside for what is handed in."""

    open: Mapping[str, Reservation] = field(default_factory=dict)
    total: Usage = field(default_factory=Usage)
    heavier: tuple[float, float] = (1.0, 1.0)
    aside: bool = False


class Ledger:
    def __init__(
        self,
        budget: Budget,
        price: Price = lambda _in, _out: None,
        above: "Ledger | None" = None,
        remedy: str = "Raise model.budget in the manifest",
        cell: Cell[Balance] | None = None,
        lost_after: float = inf,
    ) -> None:
        """cell: where the balance is kept, if not in this process alone. lost_after: seconds after which a call that
        was not settled is taken to be lost, with the process that made it, and to have cost the most that it could."""
        self._budget = budget
        self._price = price
        self._above = above
        self._remedy = remedy
        self._cell = cell or Cell(Balance())
        self._lost_after = lost_after

    @property
    def limited(self) -> bool:
        return self._budget != Budget()

    @property
    def total(self) -> Usage:
        return self._cell.value.total

    def reserve(self, what: str, input_tokens: int, output_tokens: int) -> Reservation:
        """Set aside the most that a call can cost. Where only calls under way stand in between, wait for what they
        turn out to cost. Raises BudgetExceeded, and Lost where the balance cannot be reached."""
        heavier = self._cell.value.heavier
        ingoing, outgoing = (ceil(n * m) for n, m in zip((input_tokens, output_tokens), heavier, strict=True))
        usd = self._price(ingoing, outgoing) if self._in_dollars else 0.0
        if usd is None:
            raise BudgetExceeded(
                "a budget in US dollars is set, but the price of this model is not known",
                where=what,
                hint="Set a budget in tokens instead.",
            )
        reserved = self._reserve(what, ingoing + outgoing, usd, time.time() + self._lost_after)
        return replace(reserved, reckoned=(input_tokens, output_tokens))

    @property
    def _in_dollars(self) -> bool:
        return self._budget.usd is not None or (self._above is not None and self._above._in_dollars)

    def _reserve(self, what: str, tokens: int, usd: float, until: float) -> Reservation:
        wanted = Reservation(uuid4().hex, tokens, usd, until)

        def with_it(balance: Balance) -> Balance | None:
            now = time.time()
            lost = [each for each in balance.open.values() if each.until < now]
            if not self._fits(balance.total, wanted, *lost):
                raise self._exceeded(what, balance, wanted)
            if not self._fits(balance.total, wanted, *balance.open.values()):
                return None
            return replace(balance, open={**balance.open, wanted.key: wanted})

        self._cell.change(with_it, partial(_waits, what))
        if self._above is None:
            return wanted
        try:
            return replace(wanted, above=self._above._reserve(what, tokens, usd, until))
        except BaseException:
            self._enter(wanted, Usage())
            raise

    def settle(self, reservation: Reservation, usage: Usage, *, aside: bool = False) -> None:
        """Enter what the call did cost in the place of what it could have; aside: what is set aside for it, as it is
        made later. Where the balance is lost, nobody asks for it any more, but what the call brought is still to be
        kept."""
        self._enter(reservation, usage, aside=aside)
        if self._above is not None and reservation.above is not None:
            self._above.settle(reservation.above, usage, aside=aside)

    def _enter(self, reservation: Reservation, usage: Usage, *, aside: bool = False) -> None:
        counted = zip((usage.input_tokens, usage.output_tokens), reservation.reckoned, strict=True)
        one, two = (now / before if before else 1.0 for now, before in counted)

        def without_it(balance: Balance) -> Balance:
            return Balance(
                {key: each for key, each in balance.open.items() if key != reservation.key},
                balance.total + usage,
                (max(balance.heavier[0], one), max(balance.heavier[1], two)),
                balance.aside or aside,
            )

        with suppress(Lost):
            self._cell.change(without_it)

    def note(self, usage: Usage) -> None:
        """Enter what was had without a call."""
        with suppress(Lost):
            self._cell.change(lambda balance: replace(balance, total=balance.total + usage))
        if self._above is not None:
            self._above.note(usage)

    def _fits(self, total: Usage, *reservations: Reservation) -> bool:
        tokens = total.input_tokens + total.output_tokens + sum(r.tokens for r in reservations)
        usd = round((total.usd or 0.0) + sum(r.usd for r in reservations), _EXACT)
        within = self._budget
        return (within.tokens is None or tokens <= within.tokens) and (within.usd is None or usd <= within.usd)

    def _exceeded(self, what: str, balance: Balance, wanted: Reservation) -> BudgetExceeded:
        total, limits = balance.total, []
        spent = total.input_tokens + total.output_tokens
        gone = "are spent, or set aside for what is handed in," if balance.aside else "are spent,"
        if self._budget.tokens is not None:
            limits.append(f"{spent:,} of {self._budget.tokens:,} tokens {gone} and it can take {wanted.tokens:,}")
        if self._budget.usd is not None:
            spent_usd = total.usd or 0.0
            limits.append(f"${spent_usd:.4f} of ${self._budget.usd:.4f} {gone} and it can take ${wanted.usd:.4f}")
        return BudgetExceeded(
            f"the next call could pass the budget ({'; '.join(limits)})",
            where=what,
            hint=f"{self._remedy}, or lower model.max_tokens. Replies paid for are kept.",
        )


def _waits(what: str, balance: Balance) -> str:
    longest = max((each.until for each in balance.open.values()), default=0.0) - time.time()
    return (
        f"{what} waits for calls that hold what is left of the budget; one that was lost with its machine holds it for "
        f"{max(longest, 0.0):.0f} s more at most"
    )
