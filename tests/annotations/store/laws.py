"""The laws of decisions in plain Python: what a database must show after any sequence of commands.

Nothing here reads the database; ``shown.py`` reads what it shows in the same words.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotations.model import Proposal
from annotations.store.decisions import Change
from tests.annotations.store.newsroom import ARTICLES, article

Key = tuple[str, str, str, str]
"""Reviewer, article, subject, facet."""


@dataclass(frozen=True, slots=True)
class Say:
    """A reviewer decides, flags, comments or completes."""

    reviewer: str
    change: Change


@dataclass(frozen=True, slots=True)
class Undo:
    """A reviewer takes back the last act."""

    reviewer: str


@dataclass(frozen=True, slots=True)
class Redo:
    """A reviewer does again what was undone last."""

    reviewer: str


@dataclass(frozen=True, slots=True)
class Restart:
    """The database is closed and opened again."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A new run over some articles, by their places in ``ARTICLES``, proposes some events."""

    extractor: str
    articles: tuple[int, ...]
    proposals: tuple[Proposal, ...]


Command = Say | Undo | Redo | Restart | Extract


@dataclass(frozen=True, slots=True)
class Said:
    """The state of a facet, with the run and order that belong to it. ``moment`` says which of two is later."""

    state: str | None
    run: str | None = None
    queue_order: str | None = None
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A verdict that stands."""

    article: str
    subject: str
    verdict: str
    event: str
    status: str
    reason: str | None
    moment: str


NOTHING = Said(None)


@dataclass(slots=True)
class Laws:
    """The facets as they stand, the acts to undo and redo, and the proposals that are live."""

    facets: dict[Key, Said] = field(default_factory=dict)
    live: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """By extractor and article: the events that its newest run proposes there."""
    _done: dict[str, list[tuple[Key, Said, Said]]] = field(default_factory=dict)
    _undone: dict[str, list[tuple[Key, Said, Said]]] = field(default_factory=dict)
    _moments: int = 0

    def follow(self, command: Command) -> None:
        """What the laws make of a command."""
        match command:
            case Say(reviewer, change):
                key: Key = (reviewer, change.article, change.subject, change.facet)
                before, after = self.facets.get(key, NOTHING), Said(change.state, change.run, change.queue_order)
                self._set(key, after)
                self._done.setdefault(reviewer, []).append((key, before, after))
                self._undone[reviewer] = []
            case Undo(reviewer) if self._done.get(reviewer):
                key, before, after = self._done[reviewer].pop()
                self._set(key, before)
                self._undone[reviewer].append((key, before, after))
            case Redo(reviewer) if self._undone.get(reviewer):
                key, before, after = self._undone[reviewer].pop()
                self._set(key, after)
                self._done[reviewer].append((key, before, after))
            case Extract(extractor, articles, proposals):
                for place in articles:
                    identifier = article(ARTICLES[place]).id
                    events = {one.event.id for one in proposals if one.event.article == identifier}
                    self.live[extractor, identifier] = frozenset(events)
            case _:
                pass

    def _set(self, key: Key, said: Said) -> None:
        self._moments += 1
        self.facets[key] = Said(said.state, said.run, said.queue_order, f"{self._moments:09}")

    @property
    def reviewers(self) -> list[str]:
        """Everyone who said anything."""
        return sorted({reviewer for reviewer, *_ in self.facets})

    def rulings(self, reviewer: str) -> list[Ruled]:
        """The reviewer's verdicts that stand, the earliest first."""
        found = []
        for (name, where, subject, facet), said in self.facets.items():
            if name == reviewer and facet == "verdict" and said.state is not None:
                form = json.loads(said.state)
                event = form["event"]
                ruled = Ruled(
                    where, subject, form["verdict"], event["id"], event["status"], form.get("reason"), said.moment
                )
                found.append(ruled)
        return sorted(found, key=lambda ruled: ruled.moment)

    def gold(self, reviewer: str) -> dict[str, Ruled]:
        """By event: the verdict that makes it gold."""
        return {one.event: one for one in self.rulings(reviewer) if one.verdict in ("accept", "edit", "add")}

    def undecided(self, reviewer: str) -> set[tuple[str, str]]:
        """Article and event of what live proposals put before the reviewer."""
        closed = {one.subject for one in self.rulings(reviewer) if one.verdict != "skip"} | set(self.gold(reviewer))
        return {(where, event) for (_, where), events in self.live.items() for event in events - closed}

    def marked(self, reviewer: str, facet: str, where: str | None = None) -> int:
        """How many flags, comments or completions of the reviewer stand, in one article or in all."""
        return sum(
            name == reviewer
            and found == facet
            and where in (None, place)
            and said.state is not None
            and (facet == "comment" or said.state == "true")
            for (name, place, _, found), said in self.facets.items()
        )


Row = Mapping[str, str]


def of_rows(
    rows: Iterable[Row], runs: Iterable[tuple[str, str, str]], events: Mapping[tuple[str, str], set[str]]
) -> Laws:
    """What the laws make of united rows: the latest of each facet, the newest run of each extractor.

    ``runs`` are extractor, article and run; ``events`` are what a run proposed in an article.
    """
    laws = Laws()
    for row in sorted(rows, key=lambda row: row["id"]):
        key = (row["reviewer"], row["article"], row["subject"], row["facet"])
        laws.facets[key] = Said(row["state"], row["run"], row["queue_order"], row["id"])
    for extractor, where, run in sorted(runs, key=lambda found: found[2]):
        laws.live[extractor, where] = frozenset(events.get((where, run), ()))
    return laws


def conflicts(rows: Sequence[Row]) -> set[tuple[str, str]]:
    """Pairs of rows that followed the same row of one reviewer, subject and facet, or both none."""
    facet = ("reviewer", "subject", "facet", "prior")
    return {
        (one["id"], other["id"])
        for one in rows
        for other in rows
        if one["id"] < other["id"] and all(one[column] == other[column] for column in facet)
    }
