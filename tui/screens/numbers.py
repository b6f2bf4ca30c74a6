"""The numbers: how good the candidates are, why some are none, how fast the work goes and how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from annotations.review.numbers import Numbers, numbers
from annotations.review.session import ReviewSession
from tui import plots
from tui.keys import Keymap
from tui.screens.beside import Counted, Failed, Stop, Tell, read_beside
from tui.screens.reading import ReadingScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.numbers_view import NumbersView


class NumbersScreen(ReadingScreen):
    """Reads the numbers in a thread of its own and shows them as they come."""

    CSS_PATH = "numbers.tcss"
    OPENED_BY = "numbers"

    @dataclass
    class Read(Message):
        """Numbers came."""

        numbers: Numbers

    def __init__(self, keymap: Keymap, session: ReviewSession) -> None:
        super().__init__(keymap)
        self._session = session

    def compose(self) -> ComposeResult:
        """The numbers, and the keys that work here."""
        yield NumbersView(id="numbers")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(KeyLine).show(self.foot(("read again", ("lists_again",))))
        self._begin()

    def _begin(self) -> None:
        session = self._session
        file, reviewer = session.file, session.reviewer
        self.query_one(NumbersView).entitle(f"numbers · {reviewer}")

        def read(stop: Stop, tell: Tell) -> Iterator[Message]:
            # In the thread, so that the first curve does not keep a key waiting.
            plots.load()
            yield from (self.Read(found) for found in numbers(file, reviewer, stop=stop, tick=tell))

        read_beside(self, read)

    @on(Read)
    def _show(self, event: Read) -> None:
        session = self._session
        progress = session.progress
        view = self.query_one(NumbersView)
        view.entitle(f"numbers · {session.reviewer} · {event.numbers.at:%H:%M}")
        view.show(event.numbers, progress, session.pace.words(progress.candidates - progress.decided))

    @on(Counted)
    def _tell(self, event: Counted) -> None:
        self.query_one(NumbersView).tell(f"measuring: article {event.done:,} of {event.of:,} …")

    @on(Failed)
    def _refuse(self, event: Failed) -> None:
        self.query_one(NumbersView).tell(str(event.error), refused=True)

    @property
    def pages(self) -> Widget:
        """The numbers."""
        return self.query_one(NumbersView)

    def press(self, key: str) -> None:
        """Read again, scroll or leave."""
        if self.keymap.listed(key) == "lists_again":
            self._begin()
        else:
            super().press(key)
