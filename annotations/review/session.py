"""A review under way: each verdict, edit and remark of the reviewer, and what it does.

Plain Python over the store. An act is in the database when its method returns; a screen only draws what it finds here.
Times are seconds of ``time.monotonic``: ``at`` is when the key was read.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotations.errors import GoldwireError
from annotations.model import Event, Span
from annotations.review.candidates import STATES, Candidate
from annotations.review.edit_keys import EditKeys
from annotations.review.outcome import INSERT, Advice, Outcome, refused
from annotations.review.recorder import Recorder
from annotations.store.forms import Verdict, dump, verdict_form

if TYPE_CHECKING:
    from annotations.review.draft import Draft

_DONE = {**STATES, "edit": "saved"}


class _Painted(NamedTuple):
    """What stood on the screen, and since when."""

    article: str
    candidate: Candidate | None
    since: float


class ReviewSession(Recorder):
    """One reviewer at one database, deciding. It opens as a desk does, with nothing painted yet."""

    _painted: _Painted | None = None
    _edited: _Painted | None = None

    def shown(self, at: float) -> None:
        """The screen says: the article and its selected candidate are painted, since ``at``."""
        if self.article is not None and not self._is_painted():
            self._painted = _Painted(self.article.id, self.selected, at)

    @property
    def edited(self) -> Candidate | None:
        """The candidate that the draft begun last is of; None where it adds one."""
        return self._edited.candidate if self._edited else None

    # Deciding

    def accept(self, at: float) -> Outcome:
        """The selected event is right as it stands."""
        return self._decide(at, lambda candidate: _gold(candidate, candidate.event))

    def reject(self, at: float) -> Outcome:
        """There is no event under the selected trigger."""
        candidate = self.selected
        outcome = self._decide(at, lambda one: Verdict("reject", one.event))
        if outcome.ok and candidate is not None:
            self._rejected = candidate.id
        return outcome

    def reason(self, name: str) -> Outcome:
        """Add a reason of the ontology to what was rejected last."""
        if (candidate := self.rejected) is None:
            return refused("a reason follows a rejection", Advice("reject", "rejects"))
        outcome = self._append(candidate, "verdict", _state(Verdict("reject", candidate.event, name)))
        if outcome.ok:
            self._rejected = candidate.id
        return _saying(outcome, f"{candidate.number} rejected: {self.ontology.rejects[name].words}")

    def skip(self, at: float) -> Outcome:
        """Leave the selected candidate for later."""
        if self.selected is not None and not self.selected.is_open:
            already = f"{self.selected.number} is {self.selected.state} already"
            return refused(already, Advice("undo", "undoes that"))
        return self._decide(at, lambda candidate: Verdict("skip", candidate.event))

    def set_type(self, name: str, at: float) -> Outcome:
        """The selected event is of another type; fillers of roles that it lacks are dropped, and that is said."""
        roles = self.ontology.types[name].roles

        def retyped(candidate: Candidate) -> Verdict:
            kept = tuple(argument for argument in candidate.event.arguments if argument.role in roles)
            return _gold(candidate, replace(candidate.event, type=name, arguments=kept))

        return self._decide(at, retyped)

    def set_status(self, name: str, at: float) -> Outcome:
        """The selected event has another status."""
        return self._decide(at, lambda candidate: _gold(candidate, replace(candidate.event, status=name)))

    def flag(self, at: float) -> Outcome:
        """Flag the selected candidate, or the article where there is none; or take the flag away."""
        if (unseen := self._unseen(at)) is not None:
            return unseen
        flagged = self.selected.flag if self.selected else bool(self.article and self.article.flag)
        return _saying(self._append(self.selected, "flag", dump(not flagged)), "unflagged" if flagged else "flagged")

    def comment(self, text: str, on: Candidate | None) -> Outcome:
        """Comment on a candidate, or with None on the article; an empty text takes the comment away."""
        said = text.strip()
        outcome = self._append(on, "comment", dump(said) if said else None)
        return _saying(outcome, "comment saved" if said else "comment taken away")

    def complete(self, at: float) -> Outcome:
        """The article was read for events that no candidate shows; then the next one opens."""
        if self.article is None:
            return refused("no article is open")
        if (unseen := self._unseen(at)) is not None:
            return unseen
        waiting = [index for index, candidate in enumerate(self.candidates) if candidate.is_open]
        if waiting:
            self.select(waiting[0])
            skipped = sum(candidate.state == "skipped" for candidate in self.candidates)
            left = ((len(waiting) - skipped, "undecided"), (skipped, "skipped"))
            counts = " and ".join(f"{count} {state}" for count, state in left if count)
            return refused(f"not done: {counts} of {len(self.candidates)}")
        done = f"article {self.position[0]} done"
        if not self.article.complete:
            outcome = self._append(None, "complete", dump(True))
            if not outcome.ok:
                return outcome
        if (following := self._next_open()) is not None:
            return self._open(following).after(done)
        if self.progress.extracted < self.progress.articles:
            return Outcome(f"{done} · extraction has not reached the next one")
        return Outcome(f"{done}, and with it the queue")

    # Editing

    def edit(self, at: float, keys: EditKeys | None = None) -> "Draft | Outcome":
        """Begin to edit the selected event; nothing is saved before ``save``."""
        if (unseen := self._unseen(at)) is not None:
            return unseen
        article, candidate = self.article, self.selected
        if article is None or candidate is None:
            return refused("nothing to edit here", INSERT)
        # What drafts are made with is imported when the first one is.
        from annotations.review.draft import Draft  # noqa: PLC0415

        try:
            draft = Draft.edit(
                candidate.event,
                article.text,
                article.analysis,
                self.ontology,
                triggers=self._triggers(candidate),
                keys=keys,
            )
        except GoldwireError as error:
            return refused(str(error))
        self._edited = self._painted
        return draft

    def insert(self, keys: EditKeys | None = None) -> "Draft | Outcome":
        """Begin to add an event that no candidate shows, in the reading sentence."""
        if (article := self.article) is None:
            return refused("no article is open")
        if not article.sentences:
            return refused("no headline or body in this article: events live there alone")
        from annotations.review.draft import Draft  # noqa: PLC0415

        try:
            draft = Draft.insert(
                self.sentence, article.text, article.analysis, self.ontology, triggers=self._triggers(None), keys=keys
            )
        except GoldwireError as error:
            return refused(str(error))
        self._edited = None
        return draft

    def save(self, event: Event, at: float) -> Outcome:
        """Save what a draft came to: an edit of the candidate that it began with, or an addition."""
        if self.article is None:
            return refused("no article is open")
        try:
            self.ontology.check(event)
            event.check(self.article.text)
        except GoldwireError as error:
            return refused(str(error))
        if (same := self._same(event, self.edited)) is not None:
            return same
        if self._edited is not None and self._edited.candidate is not None:
            candidate = self._edited.candidate
            return self._record(candidate, _gold(candidate, event), _milliseconds(self._edited.since, at))
        outcome = self._append(None, "verdict", _state(Verdict("add", event)), subject=event.id)
        added = self.candidate(event.id)
        if not outcome.ok or added is None:
            return outcome
        if not self._is_waiting:
            self._select_id(added.id)
        return _saying(outcome, f"added as {added.number}")

    def _triggers(self, edited: Candidate | None) -> tuple[Span, ...]:
        """The triggers of the article's other candidates, but for rejected ones."""
        return tuple(
            candidate.event.trigger
            for candidate in self.candidates
            if candidate != edited and candidate.state != "rejected"
        )

    # Under the acts

    def _decide(self, at: float, verdict: Callable[[Candidate], Verdict]) -> Outcome:
        if (unseen := self._unseen(at)) is not None:
            return unseen
        candidate = self.selected
        if candidate is None:
            return refused("no candidate to decide", INSERT)
        decided = verdict(candidate)
        if decided.is_gold and (same := self._same(decided.event, candidate)) is not None:
            return same
        since = self._painted.since if self._painted else at
        return self._record(candidate, decided, _milliseconds(since, at))

    def _record(self, candidate: Candidate, verdict: Verdict, shown_ms: int | None) -> Outcome:
        outcome = self._append(candidate, "verdict", _state(verdict), shown_ms)
        if not outcome.ok:
            return outcome
        lost = len(candidate.event.arguments) - len(verdict.event.arguments)
        dropped = f", {lost} fillers dropped" if lost > 0 and verdict.event.type != candidate.event.type else ""
        number = (self.candidate(candidate.id) or candidate).number
        self._select_next_undecided(candidate.id)
        return self._at_the_end(f"{number} {_DONE[verdict.verdict]}{dropped}")

    def _select_next_undecided(self, after: str) -> None:
        """Select the undecided candidate that comes next; stay where there is none."""
        self._select_id(after)
        if (following := self._next_undecided(self.index)) is not None:
            self.select(following)

    def _at_the_end(self, done: str) -> Outcome:
        """What was done; when nothing undecided stands below, what is left too, and what to do then."""
        if self._is_waiting:
            return Outcome(done)
        undecided = sum(candidate.state == "undecided" for candidate in self.candidates)
        if undecided:
            return Outcome(f"{done} · {undecided} undecided above", advice=Advice("done", "goes there"))
        skipped = sum(candidate.state == "skipped" for candidate in self.candidates)
        decided = f"{done} · {len(self.candidates) - skipped} of {len(self.candidates)}"
        left = f" · {skipped} skipped" if skipped else ""
        return Outcome(decided + left, advice=Advice("done", "done and next"))

    def _same(self, event: Event, candidate: Candidate | None) -> Outcome | None:
        """The refusal of an event that another candidate stands for, as it is or as it was proposed."""
        for other in self._known.standing_for(event.id) if self._known is not None else ():
            if candidate is None or other.id != candidate.id:
                state = "" if other.state == "undecided" else f", which is {other.state}"
                return refused(f"same as {other.number}{state}")
        return None

    def _unseen(self, at: float) -> Outcome | None:
        """The refusal of a key that was read before what it would decide stood on the screen."""
        if self.article is None:
            return refused("no article is open")
        if self._painted is None or not self._is_painted() or self._painted.since > at:
            return refused("key dropped: it came before this was on the screen")
        return None

    def _is_painted(self) -> bool:
        painted, article = self._painted, self.article
        return (
            painted is not None
            and article is not None
            and (painted.article, painted.candidate) == (article.id, self.selected)
        )


def _gold(candidate: Candidate, event: Event) -> Verdict:
    """The verdict that makes ``event`` gold: an acceptance where it is just what was proposed."""
    if candidate.proposed is None:
        return Verdict("add", event)
    return Verdict("accept" if event.agrees_with(candidate.proposed) else "edit", event)


def _state(verdict: Verdict) -> str:
    return dump(verdict_form(verdict))


def _milliseconds(since: float, at: float) -> int:
    return round(1000 * (at - since))


def _saying(outcome: Outcome, message: str) -> Outcome:
    """The outcome with its message, unless it was refused with one of its own."""
    return outcome._replace(message=message) if outcome.ok else outcome
