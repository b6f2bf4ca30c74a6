"""Textual's driver for terminals, made to write a frame at once.

Textual's own hands what is to be written to a thread, a frame in three parts, and the thread has to wait until the one
that paints lets go of the interpreter. Here a frame is written by whoever painted it, in one piece; where the terminal
cannot keep up, as over a slow link, nothing more is painted meanwhile, so that no stale frames wait to be shown.
"""

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message


class FrameDriver(LinuxDriver):
    """Writes frames whole."""

    _frame = ""

    def write(self, data: str) -> None:
        """Write, what stands between the signs of a frame's begin and end when it ends."""
        if data == SYNC_START or self._frame:
            self._frame += data
            if data != SYNC_END:
                return
            data, self._frame = self._frame, ""
        if self._file is not None:
            self._file.write(data)
            self._file.flush()

    def send_message(self, message: Message) -> None:
        """As Textual's, which makes a task of the event loop for each key before the app's own learns of it."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def stop_application_mode(self) -> None:
        """As Textual's; of a frame that a signal broke off nothing holds back what restores the terminal."""
        self._frame = ""
        super().stop_application_mode()
