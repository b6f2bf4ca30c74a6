"""A reviewer at the app in a real terminal: deciding, and reading where one is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end import article_pane
from tests.end_to_end.article_pane import Highlight, Label
from tests.terminal import Terminal

DROPPED = "key dropped"
SECOND = "second"
"""An extractor that proposes in the sample what the rules do; asking for it alone spares a test the rules' start."""
_PLACE = re.compile(
    r"^ (?:article )?(\d+)(?: of |/)(\d+)(?P<complete> · complete)?"
    r" · (?:candidate )?(\d+)(?: of |/)(\d+)(?: · (\d+)(?: of |/)(\d+))?"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What the status line says, 1-based; None where there was no room for it."""

    article: int
    articles: int
    candidate: int
    candidates: int
    decided: int | None
    of: int | None
    complete: bool


class Sitting(Terminal):
    """``goldwire review`` in a terminal; entering it waits for the first candidate."""

    def __init__(
        self,
        database: Path,
        *more: str | Path,
        reviewer: str = "ana",
        extractor: str | None = SECOND,
        columns: int = 120,
        rows: int = 40,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        """With ``extractor`` None everybody's candidates are there, and an extraction looks for more of them."""
        super().__init__(
            *("review", *more, "--db", database, "--reviewer", reviewer),
            *(("--extractor", extractor) if extractor else ()),
            folder=database.parent,
            columns=columns,
            rows=rows,
            variables=variables,
        )

    def __enter__(self) -> "Sitting":
        try:
            self.wait_until(lambda _: self._place() is not None, "the place in the status line")
        except AssertionError:
            self.close()
            raise
        return self

    @property
    def place(self) -> Place:
        """Where the status line says one is."""
        place = self._place()
        assert place is not None, f"no place in the status line:\n{self.text}"
        return place

    def _place(self) -> Place | None:
        found = _PLACE.search(self.rows[-2])
        if found is None:
            return None
        article, articles, complete, candidate, candidates, decided, of = found.groups()
        return Place(
            int(article),
            int(articles),
            int(candidate),
            int(candidates),
            decided=int(decided) if decided else None,
            of=int(of) if of else None,
            complete=complete is not None,
        )

    def decide(self, key: str, answer: str) -> None:
        """Press a deciding key until it is answered: on a busy machine it may come before the painting is known."""
        self.press(key)
        self.decide_again(key, answer)

    def decide_again(self, key: str, answer: str) -> None:
        """Wait for the answer to a deciding key that was sent, and send it again as often as it was dropped."""
        while DROPPED in self.wait_until(lambda text: answer in text or DROPPED in text, repr(answer)):
            self.press(key)

    def wait_for_place(self, **members: int) -> None:
        """Wait until the status line says this of the place."""

        def there(_: str) -> bool:
            place = self._place()
            return place is not None and all(getattr(place, name) == value for name, value in members.items())

        self.wait_until(there, f"the place {members}")

    def quit(self) -> None:
        """Leave; the program has ended well then."""
        self.send("q")
        assert self.wait_for_exit() == 0

    def highlights(self) -> list[Highlight]:
        """What stands in reverse and bold in the article: the selected trigger, row by row."""
        return article_pane.highlights(self.grid())

    def wait_for_highlight(self, text: str) -> None:
        """Wait until ``text`` is highlighted, over rows if need be: the article may be drawn after the status line."""
        self.wait_until(lambda _: text in " ".join(found.text for found in self.highlights()), f"“{text}” highlighted")

    def call_for_labels(self, *keys: str) -> list[Label]:
        """Press keys, after the last of which labels stand on the reading sentence; those that stand on a word."""
        *first, last = keys
        self.press(*first)
        before = self.grid()
        self.press(last)
        self.wait_for("a label ")
        return article_pane.labels(before, self.grid())
