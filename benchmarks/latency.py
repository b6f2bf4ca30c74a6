"""How soon the app answers, starts, and what memory it takes, beside a bare Textual app in the same run: the floor.

``python -m benchmarks.latency [--articles N] [--rounds N] [--starts N]`` makes two databases in a temporary folder, one
with an article of 10,000 lines and 2,000 candidates, one of many articles, opens app and floor each in a
pseudo-terminal of its own, and prints beside each figure the floor's, their ratio and what it may be:

- from a key to the last byte of its answer, median and 95th percentile: moving; accepting and undoing, where the floor
  gets one fsync on top, measured between the keys; app, floor and disk take turns, key by key;
- from the command to the painted article, by turns too, with Python's bytecode cache, as on every start but the first,
  and without, as where it may not be written;
- how long after the last key of a held one, or of a burst, the last byte comes;
- resident memory.
"""

import os
import select
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import click
import pexpect  # type: ignore[import-untyped]

from benchmarks import corpus, floor
from benchmarks.speed import load

COLUMNS, ROWS = 120, 40
QUIET = 0.06
"""Seconds without output after which a key is answered."""
PATIENCE = 120.0
"""Seconds until an answer is given up."""
FRAME = 1 / 60
HELD_RATE = 30
"""Keys a second while one is held down."""
HELD = 300
MEDIAN, P95, START = 1.5, 2.0, 1.4
"""How many times the floor's figure the app's may be."""
MEMORY = 150.0
"""MiB that the app may take."""
LAG = 2.0
"""Frames after the last key, beyond the floor's answer to one, until the last paint of a held key."""
LONG_LINES, LONG_CANDIDATES = 10_000, 2_000
LINES, CANDIDATES = 20, 10
DECIDED = 0.01
"""Share of the articles that are decided already."""

SAVING = ("another article", "accepting", "undoing")
"""The kinds of keys that write to the database; to open an article is to remember it as one's place."""

_ASKED, _YES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal takes frames whole, and that it does: terminals of today do."""
_FRAME_END = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key came to: seconds to its last byte, and what was written."""

    seconds: float
    written: bytes

    @property
    def frames(self) -> int:
        """How many times the screen was painted."""
        return self.written.count(_FRAME_END)


@dataclass(slots=True)
class Timed:
    """Answers of one kind, in seconds."""

    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)

    def add(self, answer: Answer) -> None:
        """One more."""
        self.seconds.append(answer.seconds)
        self.sizes.append(len(answer.written))
        self.frames.append(answer.frames)

    @property
    def median(self) -> float:
        """In seconds."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """The 95th percentile, in seconds."""
        return percentile_95(self.seconds)


def percentile_95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


@dataclass(slots=True)
class Kind:
    """What keys of one kind took, the floor's between them, and the disk's."""

    own: Timed = field(default_factory=Timed)
    floor: Timed = field(default_factory=Timed)
    synced: list[float] = field(default_factory=list)


class Watched:
    """A program in a pseudo-terminal, whose output is timed as it comes; a context manager that ends it."""

    def __init__(self, command: Sequence[str | Path], folder: Path, shows: str, *, compiled: bool = True) -> None:
        """Start it and wait until it shows something; the seconds that took are ``started``.

        ``compiled`` modules are kept in the folder, for the next start; else each start compiles them anew.
        """
        steering = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GOLDWIRE_", "TEXTUAL", "PYTHONDONTWRITEBYTECODE")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
        if compiled:
            kept["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        else:
            kept |= {"PYTHONPYCACHEPREFIX": str(folder / "none"), "PYTHONDONTWRITEBYTECODE": "1"}
        begun = time.perf_counter()
        self._child = pexpect.spawn(
            str(command[0]),
            [str(part) for part in command[1:]],
            cwd=str(folder),
            env={**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            dimensions=(ROWS, COLUMNS),
        )
        written = b""
        while shows.encode() not in written:
            written += self._read(PATIENCE)
        self.started = time.perf_counter() - begun
        self.rest()

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_error: object) -> None:
        self._child.close(force=True)

    @property
    def memory(self) -> float:
        """Resident memory in MiB."""
        status = Path(f"/proc/{self._child.pid}/status").read_text("utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) / 2**10

    def press(self, keys: str) -> Answer:
        """Write keys in one go and wait for the answer to the last of them."""
        begun = time.perf_counter()
        self.write(keys)
        return self._answer(begun)

    def write(self, keys: str) -> None:
        """Write keys in one go, whether they are answered or not."""
        os.write(self._child.child_fd, keys.encode())

    def hold(self, keys: str) -> Answer:
        """Write keys at the rate of one that is held down; the answer counts from the last one."""
        written, begun = b"", time.perf_counter()
        for number, key in enumerate(keys):
            due = begun + number / HELD_RATE
            while (left := due - time.perf_counter()) > 0:
                written += self._read(left, must=False)
            self.write(key)
        last = self._answer(time.perf_counter())
        return Answer(last.seconds, written + last.written)

    def rest(self, quiet: float = 5 * QUIET) -> None:
        """Read until nothing was written for ``quiet`` seconds."""
        while self._read(quiet, must=False):
            pass

    def _answer(self, begun: float) -> Answer:
        written, came = self._read(PATIENCE), time.perf_counter()
        while more := self._read(QUIET, must=False):
            written, came = written + more, time.perf_counter()
        return Answer(came - begun, written)

    def _read(self, seconds: float, *, must: bool = True) -> bytes:
        if not select.select([self._child.child_fd], [], [], seconds)[0]:
            if must:
                raise click.ClickException(f"no answer within {seconds:.0f} s")
            return b""
        try:
            output = os.read(self._child.child_fd, 1 << 16)
        except OSError as error:
            raise click.ClickException("the program ended") from error
        if _ASKED in output:
            os.write(self._child.child_fd, _YES)
        return output


class Disk:
    """A file beside the database, on which one write is brought to the disk at a time."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "synced").open("wb", buffering=0)

    def sync(self) -> float:
        """Append a page of SQLite's, wait until it is on the disk; the seconds that took."""
        begun = time.perf_counter()
        self._file.write(bytes(4096))
        os.fsync(self._file.fileno())
        return time.perf_counter() - begun


@dataclass(frozen=True, slots=True)
class Place:
    """A database to be reviewed, and the number of the article that is opened."""

    name: str
    database: Path
    article: int
    round: Sequence[tuple[str, str]]
    """Kinds of keys, and the keys: each changes what is on the screen."""
    moves: str
    """Keys that move, again and again."""


def app(place: Place, *, compiled: bool = True) -> Watched:
    """``goldwire review`` of the database, its article painted."""
    corpus.leave_at(place.database, place.article)
    command = Path(sys.executable).with_name("goldwire")
    arguments: list[str | Path] = ["review", "--db", place.database, "--reviewer", corpus.REVIEWER]
    shown = corpus.headline(place.article)
    return Watched([command, *arguments], place.database.parent, shown, compiled=compiled)


def bare(folder: Path, *, compiled: bool = True) -> Watched:
    """The floor, its line painted."""
    return Watched([sys.executable, floor.__file__], folder, f"{floor.SHOWN}0", compiled=compiled)


def keys(place: Place, rounds: int) -> Iterator[str]:
    """A line for each kind of key, and for keys that come faster than answers."""
    random, disk = Random(4), Disk(place.database.parent)
    kinds: dict[str, Kind] = {}
    with bare(place.database.parent) as below, app(place) as above:
        above.rest(1.0)
        for _ in range(rounds):
            for kind, pressed in place.round:
                taken = kinds.setdefault(kind, Kind())
                for key in pressed:
                    time.sleep(random.random() * FRAME)
                    taken.floor.add(below.press("j"))
                    taken.synced.append(disk.sync())
                    time.sleep(random.random() * FRAME)
                    taken.own.add(above.press(key))
        for kind, taken in kinds.items():
            yield compared(f"{kind}, {place.name}", taken.own, taken.floor, taken.synced if kind in SAVING else None)
        once = kinds["moving"].floor.median
        many = (place.moves * HELD)[:HELD]
        for name, send in (("held", Watched.hold), ("burst", Watched.press)):
            above.write("g")
            above.rest()
            own, theirs = send(above, many), send(below, many)
            yield lagging(f"{name}, {place.name}", own, theirs, once if name == "held" else theirs.seconds)
        yield f"memory, {place.name}: {above.memory:.0f} MiB (≤ {MEMORY:.0f}), floor {below.memory:.0f} MiB"


def lagging(name: str, own: Answer, theirs: Answer, due: float) -> str:
    """A line: how long after the last key the last byte came, and how many frames beyond what was ``due``."""
    beyond = (own.seconds - due) / FRAME
    return (
        f"{name}: last paint {1000 * own.seconds:.1f} ms after the last of {HELD} keys, floor"
        f" {1000 * theirs.seconds:.1f} ms; {beyond:+.1f} frames (≤ {LAG:.0f}), {own.frames} paints"
    )


def compared(name: str, own: Timed, floors: Timed, synced: Sequence[float] | None) -> str:
    """A line: the app's median and 95th percentile, the floor's with an fsync where there is one, their ratios."""
    plus = (median(synced), percentile_95(synced)) if synced else (0.0, 0.0)
    figures = []
    for label, mine, theirs, sync, most in (
        ("median", own.median, floors.median, plus[0], MEDIAN),
        ("p95", own.p95, floors.p95, plus[1], P95),
    ):
        # What the disk takes may be taken once, whatever the floor's factor.
        ratio = (mine - sync) / theirs
        fsync = f" + fsync {1000 * sync:.1f}" if synced else ""
        figures.append(f"{label} {1000 * mine:.1f} ms, floor {1000 * theirs:.1f}{fsync}: {ratio:.2f} (≤ {most})")
    painted = f"{median(own.sizes):,.0f} bytes, {median(own.frames):.0f} paints"
    return f"{name}: {' · '.join(figures)} · {painted}"


def starts(place: Place, count: int, *, compiled: bool) -> str:
    """A line: the app's start beside the floor's."""
    own, floors = [], []
    for _ in range(count + 1):
        with bare(place.database.parent, compiled=compiled) as below:
            floors.append(below.started)
        with app(place, compiled=compiled) as above:
            own.append(above.started)
    # The first start compiles, or reads from the disk.
    del own[0], floors[0]
    ratio = median(one / other for one, other in zip(own, floors, strict=True))
    took = f"{1000 * median(own):.0f} ms, floor {1000 * median(floors):.0f} ms"
    return f"start{'' if compiled else ' without bytecode'}, {place.name}: {took}: {ratio:.2f} (≤ {START})"


@click.command()
@click.option("--articles", type=click.IntRange(2), default=100_000, show_default=True, help="In the large database.")
@click.option("--rounds", type=click.IntRange(1), default=25, show_default=True, help="Of some twenty keys each.")
@click.option("--starts", "started", type=click.IntRange(1), default=7, show_default=True)
def main(articles: int, rounds: int, started: int) -> None:
    """Measure latency, start and memory beside a bare Textual app."""
    with TemporaryDirectory() as folder:
        places = made(Path(folder), articles)
        click.echo(load())
        for place in places:
            for compiled in (True, False):
                click.echo(starts(place, started, compiled=compiled))
            for line in keys(place, rounds):
                click.echo(line)
        click.echo(load())


def made(folder: Path, articles: int) -> list[Place]:
    """The databases in the folder."""
    decided = int(articles * DECIDED)
    long, large = folder / "long.db", folder / f"large-{articles}.db"
    corpus.make(long, articles=2, candidates=LONG_CANDIDATES, lines=LONG_LINES)
    corpus.make(large, articles=articles, candidates=CANDIDATES, lines=LINES, decided=decided)
    one = (("moving", "jjjjjjjjkkkk"), ("accepting", "aaaa"), ("undoing", "uuuu"))
    there = "j" * (CANDIDATES - 2)
    return [
        Place(f"{LONG_LINES:,} lines, {LONG_CANDIDATES:,} candidates", long, 0, one, "j"),
        Place(
            f"{articles:,} articles, {CANDIDATES * articles:,} candidates",
            large,
            decided,
            (("another article", "]"), *one),
            there + there.replace("j", "k"),
        ),
    ]


if __name__ == "__main__":
    main()
