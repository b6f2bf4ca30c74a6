"""What lies open before a reviewer and what is selected: articles, candidates, the reading sentence, search."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import StoreError
from annotations.ontology import Ontology
from annotations.review.candidates import Candidate, Candidates
from annotations.review.opened import OpenArticle, open_article
from annotations.review.ordering import Order, next_undecided
from annotations.review.outcome import INSERT, Advice, Outcome, refused
from annotations.review.pace import KEPT, Pace
from annotations.review.searching import Search, search
from annotations.store import history, progress
from annotations.store.beside import file_of
from annotations.store.connection import data_version
from annotations.store.decisions import Decision
from annotations.store.progress import Place, Progress

if TYPE_CHECKING:
    from annotations.review.finding import Found, FoundLine
    from annotations.review.listing import Listing


class Desk:
    """One reviewer's place at one database. It decides nothing."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        ontology: Ontology,
        reviewer: str,
        extractor: str | None = None,
        order: Order = "text",
    ) -> None:
        """Open where the reviewer left, else at the first undecided candidate.

        ``extractor`` restricts the undecided candidates to that extractor's; they come in ``order``.
        """
        self.ontology = ontology
        self.reviewer = reviewer
        self.extractor = extractor
        self.order = order
        self.article: OpenArticle | None = None
        self.candidates: tuple[Candidate, ...] = ()
        self.index: int | None = None
        self.sentence = 0
        """Index of the reading sentence in the article's analysis."""
        self.search: Search | None = None
        self.found: Found | None = None
        """What was searched for in all articles last."""
        self._connection = connection
        self._known: Candidates | None = None
        self._progress: Progress | None = None
        self._data_version = data_version(connection)
        self.pace = Pace(history.acts(connection, reviewer, KEPT))
        """How fast this reviewer decides."""
        place = progress.enter(connection, reviewer)
        if place is not None and place.article is not None:
            self._open(place.article, select=place.subject)
        else:
            self._open_first()

    @property
    def file(self) -> Path:
        """The database's file, for what is read beside the review."""
        return file_of(self._connection)

    @property
    def selected(self) -> Candidate | None:
        """The selected candidate; None in an article without any."""
        return None if self.index is None else self.candidates[self.index]

    def candidate(self, subject: str | None) -> Candidate | None:
        """The listed candidate that decisions with this subject are of."""
        index = self._known.place(subject) if self._known is not None else None
        return None if index is None else self.candidates[index]

    @property
    def position(self) -> tuple[int, int]:
        """The open article's place in the queue, 1-based (0 where none is open), and how many articles there are."""
        # Articles are numbered one by one as they are imported, and never deleted.
        return self.article.seq if self.article else 0, self.progress.articles

    @property
    def is_counted(self) -> bool:
        """Whether the progress is known. Where articles are many it takes a moment, and is not needed to review."""
        return self._progress is not None

    @property
    def progress(self) -> Progress:
        """Counts over the whole database, counted where they are not known."""
        return self._progress or self.count()

    def count(self) -> Progress:
        """Count over the whole database, whatever was known."""
        self._progress = progress.overall(self._connection, self.reviewer)
        return self._progress

    @cached_property
    def listing(self) -> "Listing":
        """The queue as a list, as it was left."""
        # What sorts and filters it is imported when it is looked at.
        from annotations.review.listing import Listing  # noqa: PLC0415

        return Listing(self._connection, self.reviewer)

    def refresh(self) -> bool:
        """Look for what other processes wrote: new articles, new proposals. True where there is anything to draw."""
        version = data_version(self._connection)
        if version == self._data_version:
            return False
        self._data_version = version
        if self.article is None:
            self._open_first()
        else:
            self._read_again()
        self.count()
        return True

    def keep_place(self) -> Outcome:
        """Remember where the reviewer is; refused where the database does not take it."""
        if self.article is not None:
            place = Place(self.article.id, self.selected.id if self.selected else None)
            try:
                progress.keep_place(self._connection, self.reviewer, place)
            except StoreError as error:
                return refused(f"the place in the queue is {error}")
        return Outcome()

    # Moving

    def move(self, by: int) -> Outcome:
        """Select a candidate further on (or back), the last or first where there are fewer."""
        if self.index is None:
            return refused("no candidates in this article", INSERT)
        return self.select(min(max(self.index + by, 0), len(self.candidates) - 1))

    def first(self) -> Outcome:
        """Select the article's first candidate."""
        return self.move(-len(self.candidates))

    def last(self) -> Outcome:
        """Select the article's last candidate."""
        return self.move(len(self.candidates))

    def select(self, index: int) -> Outcome:
        """Select a candidate by its index; the reading sentence follows."""
        self.index = index
        if self.article is not None:
            self.sentence = self.article.sentence_at(self.candidates[index].event.trigger.start)
        return Outcome()

    def select_at(self, offset: int) -> Outcome:
        """Select the candidate whose trigger covers ``offset``; else read the sentence there."""
        for index, candidate in enumerate(self.candidates):
            if candidate.event.trigger.start <= offset < candidate.event.trigger.end:
                return self.select(index)
        if self.article is not None:
            self.sentence = self.article.sentence_at(offset)
        return Outcome()

    def move_sentence(self, by: int) -> Outcome:
        """Read a sentence further on (or back)."""
        if self.article is None:
            return refused("no article is open")
        self.sentence = min(max(self.sentence + by, 0), max(len(self.article.sentences) - 1, 0))
        return Outcome()

    def move_article(self, by: int) -> Outcome:
        """Open the next (or previous) article of the queue."""
        if self.article is None:
            return refused("no article is open")
        neighbour = progress.neighbour(self._connection, self.article.seq, by)
        if neighbour is None:
            waiting = by > 0 and self.progress.extracted < self.progress.articles
            return refused("extraction has not reached the next article" if waiting else "no further article")
        return self.open_article(neighbour)

    def open_article(self, article: str) -> Outcome:
        """Open an article, at its first undecided candidate."""
        return self._open(article)

    # Searching

    def find(self, pattern: str) -> Outcome:
        """Search the article from the reading sentence on; an empty pattern ends the search."""
        if self.article is None:
            return refused("no article is open")
        if not pattern:
            self.search = None
            return Outcome()
        sentences = self.article.sentences
        self.search = search(self.article.text, pattern, sentences[self.sentence][0] if sentences else 0)
        return self._at_match()

    def next_match(self, by: int) -> Outcome:
        """Go to the next (or previous) match, round the end to the beginning."""
        if self.search is None:
            return refused("nothing searched for yet", Advice("search", "searches"))
        self.search = self.search.step(by)
        return self._at_match()

    def found_lines(self, start: int, stop: int) -> "list[FoundLine]":
        """A stretch of what was found in all articles last."""
        return self.found.lines(self._connection, start, stop) if self.found else []

    def open_found(self, article: str) -> Outcome:
        """Open an article that was found, at its first match."""
        opened = self._open(article)
        if self.found is None or self.article is None or not opened.ok:
            return opened
        self.search = search(self.article.text, self.found.pattern, 0)
        return opened._replace(message=self._at_match().message)

    def _at_match(self) -> Outcome:
        if self.search is None or self.article is None or not self.search.hits:
            return refused(f"“{self.search.pattern}” is not in this article" if self.search else "nothing to find")
        self.sentence = self.article.sentence_at(self.search.hit[0])
        return Outcome(f"match {self.search.at + 1} of {len(self.search.hits)}")

    # Under them

    def _open_first(self) -> None:
        article = progress.first_open(self._connection, self.reviewer)
        if article is not None:
            self._open(article)

    def _next_open(self) -> str | None:
        """The next article of the queue that is not complete, else the first one that is open; None where none is."""
        after = progress.next_incomplete(self._connection, self.reviewer, self.article.seq if self.article else 0)
        if after is not None:
            return after
        first = progress.first_open(self._connection, self.reviewer)
        return None if self.article is not None and first == self.article.id else first

    def _open(self, article: str, select: str | None = None) -> Outcome:
        self._read(article)
        self.index, self.sentence = None, 0
        if self.search is not None and self.article is not None:
            self.search = search(self.article.text, self.search.pattern, 0)
        if self.candidates and not self._select_id(select):
            self.select(self._next_undecided(None) or 0)
        return self.keep_place()._replace(article_changed=True)

    def _read(self, article: str) -> None:
        self._known = Candidates(self._connection, self.reviewer, article, self.extractor)
        self.article = open_article(self._connection, article, self._known.facets)
        self.candidates = self._known.listed

    def _read_again(self) -> None:
        """Read the open article anew, since another process wrote."""
        if self.article is not None:
            with self._kept_selection():
                self._read(self.article.id)

    def _take(self, decision: Decision) -> None:
        """Let a decision just made in the open article change what it speaks of, and the progress."""
        if self.article is None or self._known is None:
            return
        before = self._own_counts()
        with self._kept_selection():
            self._known.take(decision)
            if decision.subject == self.article.id:
                self.article = self.article.with_facets(self._known.facets)
            self.candidates = self._known.listed
        if (known := self._progress) is not None:
            candidates, decided, complete = (now - then for now, then in zip(self._own_counts(), before, strict=True))
            self._progress = known._replace(
                candidates=known.candidates + candidates,
                decided=known.decided + decided,
                complete=known.complete + complete,
            )

    @contextmanager
    def _kept_selection(self) -> Iterator[None]:
        """Whatever happens to the candidates: the selection stays on its candidate, else near where it was."""
        selected, index, sentence = self.selected, self.index or 0, self.sentence
        yield
        self.index = None
        if self.candidates and not (selected and self._select_id(selected.id)):
            self.select(min(index, len(self.candidates) - 1))
        self.sentence = sentence

    def _own_counts(self) -> tuple[int, int, int]:
        """The open article's part in the progress: candidates, decided ones, complete."""
        decided = self._known.decided if self._known is not None else 0
        return len(self.candidates), decided, int(self.article is not None and self.article.complete)

    def _next_undecided(self, after: int | None) -> int | None:
        """The index of the undecided candidate that comes next, in text order below the index ``after``."""
        if self._known is None:
            return None
        return next_undecided(self.candidates, self._known.hidden_confidence, self.order, after)

    @property
    def upcoming(self) -> Candidate | None:
        """The candidate that is selected once the selected one is decided."""
        following = self._next_undecided(self.index)
        return None if following is None else self.candidates[following]

    def _select_id(self, candidate: str | None) -> bool:
        index = self._known.place(candidate) if self._known is not None else None
        if index is not None:
            self.select(index)
        return index is not None
