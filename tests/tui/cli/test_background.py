"""What is said of an extraction in the background once the app has ended."""

import sys
import tempfile
from collections.abc import Iterator
from typing import IO

import pytest

from annotations.errors import ExtractorError
from tui.cli.background import Background
from tui.cli.beginning import say_how_it_stands


@pytest.fixture
def said() -> Iterator[IO[bytes]]:
    """Where a process says what it says."""
    with tempfile.TemporaryFile() as file:
        yield file


def test_one_that_did_not_begin_is_unfinished_only_where_something_is_left(
    said: IO[bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    say_how_it_stands(Background([], said, lambda: False))
    assert capsys.readouterr().err == ""
    say_how_it_stands(Background([], said, lambda: True))
    assert "extraction is not finished" in capsys.readouterr().err


def test_where_nothing_is_left_no_process_begins_and_it_ended_well(
    said: IO[bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    extraction = Background(["no such program"], said, lambda: False)
    assert extraction.poll() is None
    extraction.begin()
    assert extraction.poll() == 0
    say_how_it_stands(extraction)
    assert capsys.readouterr().err == ""


def test_one_that_failed_says_its_last_words(said: IO[bytes], capsys: pytest.CaptureFixture[str]) -> None:
    program = "import sys; print('first', file=sys.stderr); sys.exit('no pipeline')"
    extraction = Background([sys.executable, "-c", program], said, lambda: True)
    extraction.begin()
    while extraction.poll() is None:
        pass
    say_how_it_stands(extraction)
    assert capsys.readouterr().err == "extraction failed: no pipeline\n"


def test_what_keeps_it_from_beginning_is_a_refusal(said: IO[bytes]) -> None:
    extraction = Background(["/no/such/program"], said, lambda: True)
    with pytest.raises(ExtractorError, match=r"extraction cannot begin: .*/no/such/program"):
        extraction.begin()
    assert extraction.poll() is None
