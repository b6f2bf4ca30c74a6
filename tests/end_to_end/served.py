"""``goldwire serve`` in a process of its own, and what stands in the page of a browser."""

import base64
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pyte
from playwright.async_api import Page, WebSocket

from tests.terminal import COMMAND, PATIENCE, environment

COUNT_PIXELS = """async ([image, red, green, blue]) => {
    const blob = await (await fetch("data:image/png;base64," + image)).blob();
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4)
        if ([red, green, blue].every((light, of) => Math.abs(pixels[at + of] - light) <= 2)) count += 1;
    return count;
}"""
"""Counts the pixels of a picture that are of a colour, as near as a graphics card comes to it."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]{43}/\n")


class Served:
    """The server on a free port; a context manager that waits for its address, and ends it."""

    def __init__(self, *arguments: str | Path, folder: Path) -> None:
        self._notes = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            [COMMAND, "serve", *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._notes,
            env=environment(),
            text=True,
        )
        self.address = ""

    def __enter__(self) -> "Served":
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.address = line.rstrip()
        if not ADDRESS.fullmatch(line):
            self.end()
            raise AssertionError(f"no address but {line!r}: {self.notes}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()
        self._notes.close()

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._process.pid

    @property
    def notes(self) -> str:
        """What it said on standard error so far."""
        self._notes.seek(0)
        return self._notes.read().decode()

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait(PATIENCE)

    def end(self) -> None:
        """End it, if it has not ended."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
                raise
        assert self._process.stdout is not None
        self._process.stdout.close()


class Shown:
    """What a browser's page was told to draw, as a terminal of its size shows it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        """Every address that the page asked for."""
        self.complaints: list[str] = []
        """Errors that the browser met, such as what the page's policy forbids."""
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        page.on("websocket", self._open)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def text(self) -> str:
        """The terminal as it is, a line a row."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def wait_for(self, words: str) -> None:
        """Wait until these words stand in the page's terminal."""
        await self.wait_until(lambda text: words in text, repr(words))

    async def wait_until(self, condition: Callable[[str], bool], what: str) -> None:
        """Wait until the terminal's text meets the condition.

        Raises:
            AssertionError: patience ended, with ``what`` was waited for and what is there.
        """
        until = time.monotonic() + PATIENCE
        while not condition(self.text):
            assert time.monotonic() < until, f"{what} is not in the page: {self.complaints}\n{self.text}"
            await self.page.wait_for_timeout(50)

    async def press(self, *keys: str) -> None:
        """Press keys as someone at the browser does, one by one."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def decide(self, key: str, answer: str) -> None:
        """Press a deciding key until it is answered: on a busy machine it may come before the painting is known."""
        await self.press(key)
        await self.wait_until(lambda text: answer in text or "key dropped" in text, repr(answer))
        while answer not in self.text:
            await self.press(key)
            await self.page.wait_for_timeout(300)

    async def wait_for_pixels(self, colour: str, number: int) -> None:
        """Wait until so many pixels of the page are of this colour: what was to be drawn was drawn."""
        browser = self.page.context.browser
        assert browser is not None
        counting = await browser.new_page()
        rgb = bytes.fromhex(colour.removeprefix("#"))
        until = time.monotonic() + PATIENCE
        while True:
            picture = base64.b64encode(await self.page.screenshot()).decode()
            found = await counting.evaluate(COUNT_PIXELS, [picture, *rgb])
            if found >= number:
                break
            assert time.monotonic() < until, f"{found} pixels of the page are {colour}, not {number}"
        await counting.close()

    def _open(self, websocket: WebSocket) -> None:
        size = re.search(r"width=(\d+)&height=(\d+)", websocket.url)
        assert size is not None
        self._screen.resize(int(size[2]), int(size[1]))
        self._screen.reset()
        websocket.on("framereceived", self._draw)

    def _draw(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(frame)
