"""The budget, held before each call, and what was used.

A call reserves the most that it can cost; afterwards what it did cost is entered instead. So the sum of what is spent
and what is under way never passes the budget, however many threads there are. A ledger may stand below another: that of
a briefing below that of a run that makes many. A server that counts more tokens than were reckoned with is believed:
from then on, each call is reckoned with by as much more.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from briefing.errors import BudgetExceeded
from briefing.model import Budget, Usage

Price = Callable[[int, int], float | None]  # of tokens in and out, in US dollars


@dataclass(frozen=True, slots=True)
class Reservation:
    """The most that one call can cost."""

    number: int
    tokens: int
    usd: float
    reckoned: tuple[int, int] = (0, 0)  # tokens in and out, before what was learned of the server
    above: "Reservation | None" = None  # the same, in the ledger above


class Ledger:
    def __init__(
        self,
        budget: Budget,
        price: Price = lambda _in, _out: None,
        above: "Ledger | None" = None,
        remedy: str = "Raise model.budget in the manifest",
    ) -> None:
        self._budget = budget
        self._price = price
        self._above = above
        self._remedy = remedy
        self._open: dict[int, Reservation] = {}
        self._number = 0
        self._heavier = (1.0, 1.0)  # tokens in and out, by the server's count
        self._total = Usage()
        self._change = threading.Condition()

    @property
    def limited(self) -> bool:
        return self._budget != Budget()

    @property
    def total(self) -> Usage:
        with self._change:
            return self._total

    def reserve(self, what: str, input_tokens: int, output_tokens: int) -> Reservation:
        """Set aside the most that a call can cost. Where only calls under way stand in between, wait for what they
        turn out to cost. Raises BudgetExceeded."""
        with self._change:
            ingoing, outgoing = (ceil(n * m) for n, m in zip((input_tokens, output_tokens), self._heavier, strict=True))
        usd = self._price(ingoing, outgoing) if self._in_dollars else 0.0
        if usd is None:
            raise BudgetExceeded(
                "a budget in US dollars is set, but the price of this model is not known",
                where=what,
                hint="Set a budget in tokens instead.",
            )
        reserved = self._reserve(what, ingoing + outgoing, usd)
        return replace(reserved, reckoned=(input_tokens, output_tokens))

    @property
    def _in_dollars(self) -> bool:
        return self._budget.usd is not None or (self._above is not None and self._above._in_dollars)

    def _reserve(self, what: str, tokens: int, usd: float) -> Reservation:
        with self._change:
            self._number += 1
            wanted = Reservation(self._number, tokens, usd)
            while not self._fits(wanted, *self._open.values()):
                if not self._fits(wanted):
                    raise self._exceeded(what, wanted)
                self._change.wait()
            self._open[wanted.number] = wanted
        if self._above is None:
            return wanted
        try:
            return replace(wanted, above=self._above._reserve(what, tokens, usd))
        except BaseException:
            self._enter(wanted, Usage())
            raise

    def settle(self, reservation: Reservation, usage: Usage) -> None:
        """Enter what the call did cost in the place of what it could have."""
        self._weigh(reservation.reckoned, (usage.input_tokens, usage.output_tokens))
        self._enter(reservation, usage)
        if self._above is not None and reservation.above is not None:
            self._above.settle(reservation.above, usage)

    def _weigh(self, reckoned: tuple[int, int], counted: tuple[int, int]) -> None:
        with self._change:
            ratios = (now / before if before else 1.0 for now, before in zip(counted, reckoned, strict=True))
            one, two = (max(pair) for pair in zip(self._heavier, ratios, strict=True))
            self._heavier = one, two

    def _enter(self, reservation: Reservation, usage: Usage) -> None:
        with self._change:
            del self._open[reservation.number]
            self._total += usage
            self._change.notify_all()

    def note(self, usage: Usage) -> None:
        """Enter what was had without a call."""
        with self._change:
            self._total += usage
        if self._above is not None:
            self._above.note(usage)

    def _fits(self, *reservations: Reservation) -> bool:
        tokens = self._total.input_tokens + self._total.output_tokens + sum(r.tokens for r in reservations)
        usd = (self._total.usd or 0.0) + sum(r.usd for r in reservations)
        within = self._budget
        return (within.tokens is None or tokens <= within.tokens) and (within.usd is None or usd <= within.usd)

    def _exceeded(self, what: str, wanted: Reservation) -> BudgetExceeded:
        spent = self._total.input_tokens + self._total.output_tokens
        limits = []
        if self._budget.tokens is not None:
            limits.append(f"{spent:,} of {self._budget.tokens:,} tokens are spent, and it can take {wanted.tokens:,}")
        if self._budget.usd is not None:
            spent_usd = self._total.usd or 0.0
            limits.append(f"${spent_usd:.4f} of ${self._budget.usd:.4f} are spent, and it can take ${wanted.usd:.4f}")
        return BudgetExceeded(
            f"the next call could pass the budget ({'; '.join(limits)})",
            where=what,
            hint=f"{self._remedy}, or lower model.max_tokens. Replies paid for are kept.",
        )
