"""What goes to the terminal: frames in one piece, everything else as it comes."""

import signal
import sys
from io import StringIO

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.web_driver import WebDriver

from tests.tui.conftest import Opened
from tui.app import GoldwireApp
from tui.driver import FrameDriver

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"


class Pieces(StringIO):
    """A file that remembers what stood in it at each flush."""

    def __init__(self) -> None:
        super().__init__()
        self.flushed: list[str] = []

    def flush(self) -> None:
        self.flushed.append(self.getvalue())
        self.seek(0)
        self.truncate()


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> Pieces:
    """What the driver writes; no signal's handler of this process is changed."""
    written = Pieces()
    monkeypatch.setattr(sys, "__stderr__", written)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return written


async def test_a_frame_is_written_in_one_piece_when_it_ends(pieces: Pieces) -> None:
    driver = FrameDriver(App())
    for part in (BEGIN, "one", "two"):
        driver.write(part)
        assert not pieces.flushed
    driver.write(END)
    assert pieces.flushed == [f"{BEGIN}onetwo{END}"]


async def test_what_is_no_part_of_a_frame_is_written_at_once(pieces: Pieces) -> None:
    driver = FrameDriver(App())
    driver.write("before")
    assert pieces.flushed == ["before"]
    for part in (BEGIN, "frame", END, "after"):
        driver.write(part)
    assert pieces.flushed == ["before", f"{BEGIN}frame{END}", "after"]


async def test_only_the_drivers_of_terminals_are_replaced(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as app:
        assert App.get_driver_class(app.app) is LinuxDriver
        assert GoldwireApp.get_driver_class(app.app) is FrameDriver
        monkeypatch.setattr("textual.constants.DRIVER", "textual.drivers.web_driver:WebDriver")
        assert GoldwireApp.get_driver_class(app.app) is WebDriver


async def test_a_frame_that_was_broken_off_holds_nothing_back_that_restores_the_terminal(pieces: Pieces) -> None:
    driver = FrameDriver(App())
    driver.write(BEGIN)
    driver.write("half a frame")
    driver.stop_application_mode()
    written = "".join(pieces.flushed)
    assert "half a frame" not in written
    assert "\x1b[?1049l" in written
