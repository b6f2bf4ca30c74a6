"""How a reviewer's acts come into the database: appended, undone and redone, never over what was not seen."""

import sqlite3
from collections.abc import Callable

from annotations.errors import GoldwireError, StoreError
from annotations.review.candidates import Candidate
from annotations.review.desk import Desk
from annotations.review.outcome import Outcome, refused
from annotations.review.undoing import told
from annotations.store import decisions, progress
from annotations.store.connection import transaction
from annotations.store.decisions import Change, Facet, Step
from annotations.store.history import act_of
from annotations.store.progress import Place


class _OvertakenError(GoldwireError):
    """What a decision follows is not what the reviewer saw."""


class Recorder(Desk):
    """A desk whose reviewer's acts are recorded. It knows no rules of deciding."""

    _rejected: str | None = None

    @property
    def rejected(self) -> Candidate | None:
        """The candidate that a reason speaks of: what was rejected last, unless something was decided since."""
        found = self.candidate(self._rejected)
        return found if found is not None and found.state == "rejected" else None

    # Undo

    def undo(self) -> Outcome:
        """Take back the last act, wherever it was, and go there."""
        return self._step(decisions.undo, "nothing to undo")

    def redo(self) -> Outcome:
        """Do again what was undone last."""
        return self._step(decisions.redo, "nothing to redo")

    def _step(self, act: Callable[[sqlite3.Connection, str], Step | None], nothing: str) -> Outcome:
        try:
            with transaction(self._connection):
                if (step := act(self._connection, self.reviewer)) is None:
                    return refused(nothing)
                place = Place(step.target.article, step.target.subject)
                progress.keep_place(self._connection, self.reviewer, place)
        except StoreError as error:
            return refused(str(error))
        self._rejected = None
        self.pace.take(act_of(step.decision))
        subject = step.target.subject
        if self.article is not None and self.article.id == step.target.article:
            self._take(step.decision)
            return Outcome(told(step, is_listed=self._select_id(subject)))
        opened = self._open(step.target.article, select=subject)
        self.count()
        is_listed = self.selected is not None and self.selected.id == subject
        return opened.after(f"{told(step, is_listed)} · article {self.position[0]}")

    def _append(
        self,
        candidate: Candidate | None,
        facet: Facet,
        state: str | None,
        shown_ms: int | None = None,
        subject: str | None = None,
    ) -> Outcome:
        """Append one decision; without a candidate or subject it is the article's."""
        if self.article is None:
            return refused("no article is open")
        change = Change(
            article=self.article.id,
            subject=subject or (candidate.id if candidate else self.article.id),
            facet=facet,
            state=state,
            run=candidate.run if candidate else None,
            queue_order=self.order,
            shown_ms=shown_ms,
        )
        try:
            # In one transaction: a power cut forgets no more of where one is than of what one decided.
            with transaction(self._connection):
                (decision,) = decisions.append(self._connection, self.reviewer, [change])
                if self._known is not None and decision.prior != self._known.facets.newest.get((change.subject, facet)):
                    raise _OvertakenError
                progress.keep_place(self._connection, self.reviewer, self._place_after(change))
        except _OvertakenError:
            self.refresh()
            return refused(f"not saved: another window was faster{self._elsewhere(change)}")
        except StoreError as error:
            return refused(str(error))
        if facet == "verdict":
            self._rejected = None
        self.pace.take(act_of(decision))
        self._take(decision)
        return Outcome()

    @property
    def _is_waiting(self) -> bool:
        """Whether the selected candidate is undecided: whoever adds an event goes on with that one."""
        return self.selected is not None and self.selected.state == "undecided"

    def _elsewhere(self, change: Change) -> str:
        """What a verdict or comment is by now."""
        found = self.candidate(change.subject)
        match change.facet:
            case "verdict" if found is not None:
                return f", {found.number} is {found.state}"
            case "comment":
                on = found or self.article
                return f": “{on.comment}”" if on is not None and on.comment else ", without a comment"
            case _:
                return ""

    def _place_after(self, change: Change) -> Place:
        """Where the reviewer will be once the change is made: a verdict on the selected candidate moves on."""
        index = self.index
        if change.facet == "verdict" and self.candidate(change.subject) is None and not self._is_waiting:
            return Place(change.article, change.subject)
        if self.selected is not None and (change.facet, change.subject) == ("verdict", self.selected.id):
            following = self._next_undecided(index)
            index = index if following is None else following
        return Place(change.article, None if index is None else self.candidates[index].id)
