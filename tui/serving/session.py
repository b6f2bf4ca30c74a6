"""The review in one page: a process of its own, and what goes between it and the page's websocket."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.safe import one_line

PATIENCE: Final = 5.0
"""Seconds that the app has to end when it is asked to."""
PRELUDE: Final = b"__GANGLION__\n"
"""What Textual's driver writes before its first packet."""
EMPTY: Final = "\x1b[?1000l\x1b[?1003l\x1b[?1049l\x1b[0m\x1b]11;#15181c\x07\x1b[2J\x1b[?25l\x1b[3;3H"
"""Takes mouse and screen back from the app, and leaves an empty terminal in the colour of the page."""
SIDES: Final = range(1, 1001)
"""Cells that a side of the terminal may have."""


class Session(AppService):
    """One page's app.

    ``downloads`` is the path under which a page fetches the files that the app delivers; ``note`` takes each line of
    the app's last words.
    """

    def __init__(
        self,
        command: Sequence[str],
        websocket: web.WebSocketResponse,
        deliveries: DownloadManager,
        downloads: str,
        note: Callable[[str], None],
    ) -> None:
        super().__init__(
            " ".join(command),
            write_bytes=self._draw,
            write_str=self._tell,
            close=self._left,
            download_manager=deliveries,
        )
        self._arguments = command
        self._websocket = websocket
        self._downloads = downloads
        self._note = note

    async def attend(self, width: int, height: int) -> None:
        """Run the app at this size, in cells, until it ends or the page closes."""
        await self.start(width, height)
        try:
            async for message in self._websocket:
                if message.type is WSMsgType.TEXT:
                    await self._take(json.loads(message.data))
        except (ValueError, RecursionError):  # Not what our page sends.
            await self._websocket.close(code=WSCloseCode.INVALID_TEXT)
        finally:
            await self.stop()

    async def part(self, words: str) -> None:
        """Close the page, and leave the words on it; the app is asked to end thereby."""
        if not self._websocket.closed:
            await self._draw(f"{EMPTY}{one_line(words)}".encode())
            await self._websocket.close(code=WSCloseCode.GOING_AWAY)

    async def run(self) -> None:
        """Pass on what the app draws to its end; its last words stay on the page, all of them in the terminal."""
        process = self._running
        assert process.stdout is not None
        assert process.stderr is not None
        said = asyncio.create_task(process.stderr.read())
        await self._pass_on(process.stdout)
        lines = (await said).decode("utf-8", "replace").splitlines()
        for line in lines:
            self._note(line)
        code = await process.wait()
        failed = f"the review ended with exit code {code}; every decision is saved"
        await self.part(lines[-1] if lines else failed if code else "The review is closed; every decision is saved.")

    async def stop(self) -> None:
        """Ask the app to end and wait for it, so long as patience lasts."""
        try:
            async with asyncio.timeout(PATIENCE):
                await super().stop()
        except TimeoutError:
            if self._running.returncode is None:
                self._running.kill()
                await self._running.wait()

    @property
    def _running(self) -> Process:
        assert self._process is not None
        return self._process

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        environment["TEXTUAL_DRIVER"] = "tui.serving.driver:PageDriver"
        # In a session of its own: Ctrl-C is for the server, which then ends its apps one by one.
        self._process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, start_new_session=True
        )
        self._stdin = self._process.stdin
        return self._process

    async def _pass_on(self, written: asyncio.StreamReader) -> None:
        """Take packets from the app, as Textual's driver writes them, to the end."""
        packets = {b"D": self.on_data, b"M": self.on_meta, b"P": self.on_packed}
        try:
            await written.readuntil(PRELUDE)
            while True:
                kind = await written.readexactly(1)
                size = int.from_bytes(await written.readexactly(4), "big")
                await packets[kind](await written.readexactly(size))
        except (asyncio.IncompleteReadError, ConnectionResetError):
            return

    async def _take(self, sent: object) -> None:
        """Do what the page sent; what it may not send does nothing."""
        match sent:
            case ["stdin", str(typed)]:
                await self.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}] if width in SIDES and height in SIDES:
                await self.set_terminal_size(width, height)
            case ["ping", answer]:
                await self._websocket.send_json(["pong", answer])
            case ["focus", *_]:
                await self.focus()
            case ["blur", *_]:
                await self.blur()

    async def _draw(self, drawn: bytes) -> None:
        # A page that is gone shows nothing; its app is read to the end all the same, or it could not end.
        with suppress(ConnectionError):
            await self._websocket.send_bytes(drawn)

    async def _tell(self, text: str) -> None:
        """Tell the page something; a file to fetch is told as an address to open, for that may have a token in it."""
        match json.loads(text):
            case ["deliver_file_start", str(key)]:
                text = json.dumps(["open_url", {"url": f"{self._downloads}/{key}", "new_tab": True}])
        with suppress(ConnectionError):
            await self._websocket.send_str(text)

    async def _left(self) -> None:
        """The app says that it leaves; the page is closed when its process has ended, and has said why."""
