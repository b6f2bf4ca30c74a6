"""The queue as a list: all articles, narrowed down by what is typed, sorted by a column.

What it is sorted and narrowed down by is held in memory, a text and a few numbers for each article, read in slices
that take milliseconds each; the rows in view are read when they are asked for. A million candidates cost nothing here.
"""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from typing import Final, Literal, get_args

from annotations.review.folding import fold
from annotations.store import listing, progress
from annotations.store.listing import Listed
from annotations.store.progress import QueueRow

Column = Literal["number", "title", "source", "state", "left", "flags", "comments", "copies"]
COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
MOST_FIRST: Final[frozenset[Column]] = frozenset({"left", "flags", "comments", "copies"})
"""The columns that are sorted from the most to the least at first."""

State = Literal["begun", "new", "decided", "complete", "waiting"]
STATES: Final[tuple[State, ...]] = get_args(State)

SLICE = 1000
"""Articles that are read at once: some milliseconds."""
_COUNTED: Final[tuple[Column, ...]] = ("state", "left", "flags", "comments", "copies")
"""The columns that are numbers to sort by."""


def state_of(row: QueueRow | Listed) -> State:
    """How far an article is: waiting for an extractor, new, begun, decided but not read for more, complete."""
    if row.complete:
        return "complete"
    if not row.extracted:
        return "waiting"
    if not row.decided and not row.skipped:
        return "new"
    return "begun" if row.undecided else "decided"


class Listing:
    """All articles in the order of a column, of them those that the words are in. Lives as long as the session."""

    def __init__(self, connection: sqlite3.Connection, reviewer: str) -> None:
        self.words = ""
        self.column: Column = "number"
        self.descending = False
        self._connection = connection
        self._reviewer = reviewer
        self._seqs = array("q")
        self._texts: list[str] = []
        """Title and sources of each article that was read, folded."""
        self._counts: dict[Column, array[int]] = {}
        self._seen: tuple[int, int] | None = None
        self._read_at: tuple[int, int] | None = None
        self._order: Sequence[int] = range(0)
        """Places in the columns."""

    @property
    def count(self) -> int:
        """How many articles are listed."""
        return len(self._order)

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self._seqs)

    def rows(self, start: int, stop: int) -> list[QueueRow]:
        """A stretch of the list, as the database has it now."""
        seqs = [self._seqs[place] for place in self._order[start:stop]]
        found = {row.seq: row for row in progress.queue_rows(self._connection, self._reviewer, seqs)}
        return [found[seq] for seq in seqs]

    def seq(self, index: int) -> int:
        """The number in the queue of the article in a row."""
        return self._seqs[self._order[index]]

    def index_of(self, seq: int) -> int | None:
        """The row of the article with this number in the queue; None where it is not listed."""
        place = bisect_left(self._seqs, seq)
        if place == len(self._seqs) or self._seqs[place] != seq:
            return None
        try:
            return self._order.index(place)
        except ValueError:
            return None

    # Reading

    def look(self) -> bool:
        """Take in new articles; whether anything was written since the last look."""
        before, self._seen = self._seen, listing.version(self._connection)
        if before == self._seen:
            return False
        self._seqs.extend(listing.seqs_after(self._connection, self._seqs[-1] if self._seqs else 0))
        if not self.words and self.column == "number":
            self._arrange()
        return True

    @property
    def is_stale(self) -> bool:
        """Whether anything was written since everything was read."""
        return self._read_at is None or self._read_at != self._seen

    def read(self) -> Iterator[int]:
        """Read everything anew, slice by slice: how many articles so far. What was read before serves until the end."""
        self.look()
        at = self._seen
        yield 0
        sizes = listing.clusters(self._connection)
        numbers: dict[str, int] = {}
        texts: list[str] = []
        counts: dict[Column, array[int]] = {column: array("q") for column in _COUNTED}
        if not self._texts:
            # Nothing was read before, so what there is serves at once.
            self._texts, self._counts = texts, counts
        runs: list[list[int]] = []
        seq = 0
        while rows := listing.listed_after(self._connection, self._reviewer, seq, SLICE):
            seq = rows[-1].seq
            counts["state"].extend([STATES.index(state_of(row)) for row in rows])
            counts["left"].extend([row.undecided for row in rows])
            counts["flags"].extend([row.flagged for row in rows])
            counts["comments"].extend([row.commented for row in rows])
            counts["copies"].extend([_copies(row.cluster, sizes, numbers) for row in rows])
            runs.append([*range(len(texts), len(texts) + len(rows))])
            texts.extend(_texts(rows))
            runs[-1].sort(key=texts.__getitem__)
            yield len(texts)
        ranks = array("q", bytes(8 * len(texts)))
        for rank, place in enumerate(merge(*runs, key=texts.__getitem__)):
            ranks[place] = rank
            if rank % SLICE == 0:
                yield len(texts)
        counts["title"] = ranks
        self._texts, self._counts, self._read_at = texts, counts, at
        self._arrange()

    # Narrowing down and sorting

    def narrow(self, words: str) -> None:
        """List the articles whose title and sources have each of the words, in any order; case and accents aside."""
        self.words = words
        self._arrange()

    def sort(self, column: Column) -> None:
        """Sort by a column; by the one that it is sorted by already, the other way round."""
        self.descending = not self.descending if column == self.column else column in MOST_FIRST
        self.column = column
        self._arrange()

    def _arrange(self) -> None:
        words = fold(self.words).split()
        if not words and self.column == "number":
            order = range(len(self._seqs))
            self._order = order[::-1] if self.descending else order
            return
        places: Sequence[int] = range(len(self._texts))
        for word in sorted(words, key=len, reverse=True):
            texts = self._texts
            places = [place for place in places if word in texts[place]]
        if self.column == "number":
            self._order = places[::-1] if self.descending else places
        else:
            self._order = array("q", sorted(places, key=self._key(self.column), reverse=self.descending))

    def _key(self, column: Column) -> Callable[[int], str | int]:
        texts = self._texts
        if column == "source":
            return lambda place: texts[place].rpartition("\x1f")[2]
        # Until all is read, titles have no ranks yet.
        return self._counts[column].__getitem__ if column in self._counts else texts.__getitem__


def _texts(rows: list[Listed]) -> list[str]:
    """Title and sources of each row, folded all at once."""
    joined = "\x1e".join([f"{_plain(row.title)}\x1f{_plain(row.source)}" for row in rows])
    return fold(joined).split("\x1e")


def _plain(text: str) -> str:
    return text.replace("\x1e", " ").replace("\x1f", " ")


def _copies(cluster: str, sizes: dict[str, int], numbers: dict[str, int]) -> int:
    """What an article is sorted by so that near-copies stand together, those with many before those with few."""
    size = sizes.get(cluster, 1)
    return 0 if size == 1 else (size << 32) - numbers.setdefault(cluster, len(numbers))
