"""Exit codes and standard error: one line for each refusal, and nothing that could steer the terminal."""

import errno
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from annotations.errors import SourceError
from tests.stories import BRIDGE, line, write
from tests.tui.cli.conftest import Ended, Program
from tui.cli.errors import Stopped, run


def raising(error: BaseException) -> click.Command:
    @click.command()
    def command() -> None:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (SourceError("a.txt: empty"), 1, "a.txt: empty"),
        (sqlite3.OperationalError("disk I/O error"), 1, "disk I/O error"),
        (OSError(errno.ENOSPC, "No space left on device", "out.jsonl"), 1, "out.jsonl: No space left on device"),
        (Stopped("stopped: 2 of 3"), 130, "stopped: 2 of 3"),
        (KeyboardInterrupt(), 130, "stopped"),
        (click.UsageError("name a file"), 2, "goldwire: name a file (see `goldwire --help`)"),
    ],
)
def test_each_kind_of_end_has_its_code_and_its_line(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    assert run(raising(error), []) == code
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", said + "\n")


def test_a_command_that_says_nothing_is_done() -> None:
    assert run(click.Command("quiet", callback=lambda: None), []) == 0
    assert run(click.Command("refusing", callback=lambda: 1), []) == 1


def test_what_is_said_is_one_line_without_control(capsys: pytest.CaptureFixture[str]) -> None:
    run(raising(SourceError("a\x1b[2Jb\nc\u202ed\x9b.txt: empty")), [])
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said[:-1].isprintable()


def test_a_defect_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        run(raising(ZeroDivisionError()), [])


def shell(goldwire: Program, line: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash in which ``$goldwire`` is the program."""
    return subprocess.run(
        ["bash", "-c", line],
        cwd=goldwire.folder,
        capture_output=True,
        text=True,
        env=goldwire.environment | {"goldwire": " ".join(goldwire.command())},
        check=False,
        timeout=60,
    )


@pytest.fixture
def full(goldwire: Program) -> Program:
    """The program beside a database whose export is more than a pipe holds."""
    record = line("The river rose. " * 20_000).encode()
    goldwire.done("import", "-", "--predictions", "mine", stdin=record)
    return goldwire


def test_a_reader_that_leaves_is_no_error(full: Program) -> None:
    export = full.begin("export", "--candidates", "mine")
    assert export.stdout is not None
    assert export.stderr is not None
    assert export.stdout.read(9) == '{"schema"'
    export.stdout.close()
    with export.stderr as said:
        assert said.read() == ""
    assert export.wait(60) == 141


@pytest.mark.parametrize("command", ["export --candidates mine", "stats", "--help"])
def test_a_full_disk_under_the_output_is_said(full: Program, command: str) -> None:
    ended = shell(full, f"$goldwire {command} > /dev/full")
    assert (ended.returncode, ended.stderr) == (1, "standard output: No space left on device\n")


@pytest.mark.parametrize("closing", ["$goldwire stats >&-", "$goldwire stats 2>&-", "$goldwire import x >&- 2>&-"])
def test_closed_streams_are_no_traceback(full: Program, closing: str) -> None:
    ended = shell(full, closing)
    assert ended.returncode == ("import" in closing)
    assert "Traceback" not in ended.stderr


def test_output_that_cannot_be_encoded_is_escaped(full: Program) -> None:
    ended = shell(full, "PYTHONIOENCODING=latin-1 $goldwire stats")
    assert ended.returncode == 0
    assert "\\u2013" in ended.stdout


Setting = Callable[[Path], None]


def not_ours(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("create table recipe (name)")
    connection.close()


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("pragma application_id = 0x676F6C64; pragma user_version = 999;")
    connection.close()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no such database; `goldwire import PATH…` makes one"),
        (lambda path: path.mkdir(), "folder"),
        (lambda path: path.write_text("Dear diary,\n" * 100), "no database"),
        (not_ours, "another program"),
        (newer, "newer goldwire"),
    ],
)
def test_a_database_that_is_none_is_refused(goldwire: Program, make: Setting, said: str) -> None:
    make(goldwire.folder / "x.db")
    refusal = goldwire.refusal("stats", "--db", "x.db")
    assert "x.db" in refusal
    assert said in refusal


@pytest.mark.parametrize("command", [["export"], ["extract"], ["review"], ["import", "a.txt"], ["merge", "ours.db"]])
def test_no_command_touches_another_programs_database(goldwire: Program, command: list[str]) -> None:
    write(goldwire.folder / "a.txt", BRIDGE)
    goldwire.done("import", "a.txt", "--db", "ours.db")
    not_ours(goldwire.folder / "x.db")
    before = (goldwire.folder / "x.db").read_bytes()
    assert "another program" in goldwire.refusal(*command, "--db", "x.db")
    assert (goldwire.folder / "x.db").read_bytes() == before


def test_a_database_in_a_folder_that_does_not_exist_is_refused(goldwire: Program) -> None:
    write(goldwire.folder / "a.txt", BRIDGE)
    refusal = goldwire.refusal("import", "a.txt", "--db", "nowhere/x.db")
    assert "nowhere" in refusal


PREPARED = """
import sqlite3, sys
from tui.cli import database, main
opening, open_database = sqlite3.connect, database.open_database
{preparation}
sys.argv[1:] = ["import", "new.txt"]
main()
"""


def with_preparation(goldwire: Program, preparation: str) -> Ended:
    """Import a big file, with what the tests' user may be above (permissions, a full disk) done by SQLite itself."""
    write(goldwire.folder / "new.txt", BRIDGE * 500)
    script = PREPARED.format(preparation=preparation)
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=goldwire.folder, capture_output=True, text=True, check=False
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def test_a_database_that_may_not_be_written_is_refused(full: Program) -> None:
    ended = with_preparation(
        full, "sqlite3.connect = lambda path, **more: opening(f'file:{path}?mode=ro', uri=True, **more)"
    )
    assert (ended.code, ended.out, len(ended.lines)) == (1, "", 1), ended
    assert "goldwire.db" in ended.err
    assert "may not be written" in ended.err


def test_a_full_disk_under_the_database_is_said_and_nothing_is_half_imported(full: Program) -> None:
    before = full.done("stats")
    ended = with_preparation(
        full,
        """
def open_full(*arguments, **more):
    connection = open_database(*arguments, **more)
    connection.execute("pragma max_page_count = 1")
    return connection

database.open_database = open_full""",
    )
    assert (ended.code, ended.out, len(ended.lines)) == (1, "", 1), ended
    assert "goldwire.db" in ended.err
    assert "full" in ended.err
    assert full.done("stats") == before
