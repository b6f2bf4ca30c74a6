"""The numbers of a review as blocks: progress, pace, what was rejected, and each extractor's figures."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment

from annotations.review.numbers import Numbers
from annotations.scoring.levels import LEVELS, Level
from annotations.scoring.overview import Extractor, Figure
from annotations.store.forms import VerdictName
from annotations.store.progress import Progress
from tui import pieces
from tui.plots import Bar, Tick, bars, curve
from tui.safe import one_line
from tui.widgets.columns import Block, Columns
from tui.widgets.lines import fitted
from tui.widgets.ratios import BARS, Ratio, table
from tui.wrap import rows_of

LEVEL_WORDS: Final[dict[Level, str]] = {
    "TI": "trigger",
    "TC": "and its type",
    "AI": "argument",
    "AC": "and its role",
    "AI+": "on its trigger",
    "AC+": "and its role",
}
"""What must be right at each level, in short: what the one above asks too, where it begins with ``and`` or ``on``."""
VERDICT_WORDS: Final[dict[VerdictName, str]] = {
    "accept": "accepted",
    "edit": "edited",
    "add": "added",
    "reject": "rejected",
    "skip": "skipped",
}
CURVE: Final = 8
"""Rows of a curve, its axis included."""
TYPES: Final = 3
"""Types that are named of what was rejected for one reason."""
_BARS: Final = "█ at least, ▓ as counted, ░ at most, at 95 % and by how articles differ; one alone has no interval."


class NumbersView(Columns, can_focus=False):
    """Draws what is known so far."""

    PIECES = pieces.NUMBERS
    COLUMN = 57

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._numbers: Numbers | None = None
        self._progress: Progress | None = None
        self._pace = ""
        self._note = "reading …"
        self._refused = False

    def show(self, numbers: Numbers, progress: Progress, pace: str) -> None:
        """Show numbers; counts of the whole database and the pace are the review's own."""
        self._numbers, self._progress, self._pace = numbers, progress, pace
        self.lay_out()

    def tell(self, note: str, *, refused: bool = False) -> None:
        """Say what is still to come, or why it does not come."""
        self._note, self._refused = note, refused
        self.lay_out()

    def blocks(self, width: int) -> Sequence[Block]:
        """All that is known, and a note where something is still to come."""
        numbers, progress = self._numbers, self._progress
        if numbers is None or progress is None:
            return [self._still_to_come(width)]
        found = [self._work(numbers, progress, width), self._day(numbers, width), self._rejected(numbers, width)]
        if numbers.overview is None:
            found.append(self._still_to_come(width))
        else:
            for extractor in numbers.overview.extractors:
                found += [
                    self._so_far(extractor, width),
                    self._scored(extractor, numbers.overview.articles, width),
                ]
        return found

    # Blocks

    def _still_to_come(self, width: int) -> Block:
        piece = "refused" if self._refused else "note"
        return [[Segment(row, self.piece(piece))] for row in rows_of(self._note, width)]

    def _work(self, numbers: Numbers, progress: Progress, width: int) -> Block:
        candidates, articles = progress.candidates, progress.articles
        left = f", {candidates - progress.decided:,} left" if candidates > progress.decided else ""
        verdicts = ", ".join(f"{n:,} {word}" for name, word in VERDICT_WORDS.items() if (n := numbers.verdicts[name]))
        rows = [
            self._title("Progress"),
            *self._texts(f"{progress.decided:,} of {candidates:,} candidates decided{left}", width),
            *self._texts(f"{progress.complete:,} of {articles:,} articles complete", width),
            *self._notes(verdicts, width),
        ]
        if len(numbers.course.decided) < 2:
            return [*rows, *self._notes("From the second day on a curve stands here.", width)]
        for words, counts in (("decided", numbers.course.decided), ("complete", numbers.course.complete)):
            rows += [[], *self._notes(f"{words}, by the end of each day", width)]
            rows += self._by_day(counts, width)
        return rows

    def _day(self, numbers: Numbers, width: int) -> Block:
        rows = [self._title("Pace"), *self._texts(f"lately {self._pace}" if self._pace else "", width)]
        day = numbers.course.day
        if day is None:
            return [*rows, *self._notes("Nothing was decided at the keys yet.", width)]
        hours = day.work.total_seconds() / 3600
        when = "today" if day.date == numbers.at.date() else _named(day.date)
        an_hour = f", {day.decided / hours:,.0f} an hour" if hours >= 0.1 else ""
        worked = f"{int(hours)} h {round(hours % 1 * 60)} min" if hours >= 1 else f"{round(hours * 60)} min"
        told = f"in {worked} of work{an_hour}" if hours * 60 >= 1 else "decided"
        rows += self._texts(f"{when}: {day.decided:,} {told}", width)
        if len(day.curve) < 2:
            return rows
        first, last = day.curve[0][0], day.curve[-1][0]
        every = next(step for step in (1, 2, 3, 6, 12, 24) if (last - first) / step <= width / 12)
        ticks = [Tick(hour, f"{hour}:00") for hour in range(0, 25, every) if first <= hour <= last]
        drawn = curve(day.curve, ticks, width - 2, CURVE)
        return [*rows, [], *self._notes("decided an hour, over the day", width), *self._curve(drawn)]

    def _by_day(self, counts: Sequence[tuple[date, int]], width: int) -> Block:
        every = -(-len(counts) * 10 // width)
        ticks = [Tick(number, _named(day)) for number, (day, _) in enumerate(counts) if number % every == 0]
        return self._curve(curve([(number, n) for number, (_, n) in enumerate(counts)], ticks, width - 2, CURVE))

    def _so_far(self, extractor: Extractor, width: int) -> Block:
        rows = [self._title(f"Precision so far: {one_line(extractor.name)}")]
        if not extractor.decided:
            return [*rows, *self._notes("No candidate of it is decided (n=0).", width)]
        rows += self._notes(f"In {extractor.order}: no sample of what is left.", width)
        levels = [Ratio(_level(level), extractor.so_far[level]) for level in LEVELS]
        types = [Ratio(one_line(name), levels["TC"]) for name, levels in extractor.types.items()]
        rows += [[], *table(self, "by level", "n", levels, width), [], *table(self, "by type, TC", "n", types, width)]
        return [*rows, [], *self._notes(_BARS, width)]

    def _scored(self, extractor: Extractor, articles: int, width: int) -> Block:
        rows = [self._title(f"Over complete articles: {one_line(extractor.name)}")]
        if not articles:
            return [*rows, *self._notes("No article is complete (n=0): there is no recall and no F1.", width)]
        told = f"{articles:,} complete" if articles > 1 else "One complete article"
        if extractor.unmatched:
            told += f"; it never saw {extractor.unmatched:,} of them, and every event there counts as missed"
        figures = [ratio for level in LEVELS for ratio in _three(level, extractor)]
        return [*rows, *self._notes(f"{told}.", width), [], *table(self, "", "n", figures, width)]

    def _rejected(self, numbers: Numbers, width: int) -> Block:
        reasons, blank = numbers.rejected, self.piece("")
        rows = [self._title("Rejected")]
        if not reasons:
            return [*rows, *self._notes("Nothing is rejected.", width)]
        named = [one_line(reason.name).replace("_", " ") if reason.name else "no reason said" for reason in reasons]
        shares = [reason.n / sum(each.n for each in reasons) for reason in reasons]
        name = min(max(map(cell_len, named)), width - 30)
        drawn = bars([Bar(share, share) for share in shares], min(BARS[1], width - name - 12))
        for label, row, reason in zip(named, drawn, reasons, strict=True):
            rows.append(
                [
                    Segment("  ", blank),
                    *fitted([Segment(label, self.piece("name"))], name, blank),
                    Segment(" ", blank),
                    Segment(row, self.piece("bar")),
                    Segment(f" {reason.n:>7,}", self.piece("ratio")),
                ]
            )
            types = ", ".join(f"{one_line(name)} {n:,}" for name, n in reason.types[:TYPES])
            others = f" and {len(reason.types) - TYPES} more" if len(reason.types) > TYPES else ""
            rows += [[Segment("  ", blank), *row] for row in self._notes(types + others, width - 2)]
        return rows

    # Rows

    def _title(self, title: str) -> list[Segment]:
        return [Segment(title, self.piece("title"))]

    def _texts(self, text: str, width: int) -> Block:
        return self._wrapped(text, "text", width)

    def _notes(self, text: str, width: int) -> Block:
        return self._wrapped(text, "note", width)

    def _wrapped(self, text: str, piece: str, width: int) -> Block:
        return [[Segment("  ", self.piece("")), Segment(row, self.piece(piece))] for row in rows_of(text, width - 2)]

    def _curve(self, rows: Sequence[str]) -> Block:
        drawn = []
        for number, row in enumerate(rows):
            # The axes and what they say are no part of the curve.
            axis = len(row) if number >= len(rows) - 2 else max(row.find("│"), row.find("┤")) + 1
            pieces = ((row[:axis], "note"), (row[axis:], "curve"))
            drawn.append([Segment("  ", self.piece("")), *(Segment(text, self.piece(piece)) for text, piece in pieces)])
        return drawn


def _named(day: date) -> str:
    return f"{day:%d} {day:%b}".lstrip("0")


def _level(level: Level) -> str:
    return f"{level:<3} {LEVEL_WORDS[level]}"


def _three(level: Level, extractor: Extractor) -> Iterator[Ratio]:
    figures = extractor.complete[level]
    named: tuple[tuple[str, Figure], ...] = (
        ("precision", figures.precision),
        ("recall", figures.recall),
        ("F1", figures.f1),
    )
    for number, (name, figure) in enumerate(named):
        yield Ratio(f"{level if number == 0 else '':<3} {name}", figure)
