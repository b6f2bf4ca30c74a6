"""How far a long command is, where there is no terminal to draw a bar on."""

import pytest

from tui.cli import progress as showing
from tui.cli.progress import progress
from tui.cli.wording import clock, counted


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock will say, one moment after the other."""
    coming: list[float] = []
    monkeypatch.setattr(showing, "monotonic", lambda: coming.pop(0))
    return coming


def test_a_line_now_and_then_says_rate_and_time_left(moments: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    moments.extend((0, 5, 20, 21, 40))
    with progress("extracting", 100) as advance:
        for _ in range(4):
            advance()
    assert capsys.readouterr().err.splitlines() == [
        "extracting: 2 of 100, 0.1 a second, 16:20 left",
        "extracting: 4 of 100, 0.1 a second, 16:00 left",
    ]


def test_the_last_one_is_left_to_the_summary(moments: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    moments.extend((0, 60))
    with progress("extracting", 1) as advance:
        advance()
    assert capsys.readouterr().err == ""


def test_without_a_total_it_counts(moments: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    moments.extend((0, 20))
    with progress("importing") as advance:
        advance()
    assert capsys.readouterr().err == "importing: 1, 0.1 a second\n"


def test_numbers_read_as_people_write_them() -> None:
    assert [counted(number, "file") for number in (0, 1, 1200)] == ["0 files", "1 file", "1,200 files"]
    assert [clock(seconds) for seconds in (7.4, 750, 3723)] == ["0:07", "12:30", "1:02:03"]
