"""The server: its page, the page's files, and a session for each websocket."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

import textual_serve
from aiohttp import web
from textual_serve.download_manager import DownloadManager

from tui.serving.guard import Guard, add_headers
from tui.serving.listening import Listener
from tui.serving.session import PATIENCE, SIDES, Session

PAGE: Final = Path(__file__).with_name("page")
TERMINAL: Final = Path(textual_serve.__file__).with_name("static")
"""textual-serve's terminal: its program, style sheet and fonts."""
HEARTBEAT: Final = 15.0
"""Seconds between signs of life; a page without any is gone."""
FAREWELL: Final = 2.0
"""Seconds that a browser has to answer that its websocket is closed."""


class Server:
    """Serves a command's app: each page that opens runs one of its own, whose last words ``note`` takes."""

    def __init__(self, guard: Guard, command: Sequence[str], note: Callable[[str], None]) -> None:
        self._guard = guard
        self._command = command
        self._note = note
        self._deliveries = DownloadManager()
        self._sessions: set[Session] = set()

    def application(self) -> web.Application:
        """The routes, all of them behind the guard and under its token."""
        application = web.Application(middlewares=[self._guard.middleware()])
        root = f"/{self._guard.token}"
        application.add_routes(
            [
                web.get(f"{root}/", self._page),
                web.get(f"{root}/ws", self._websocket),
                web.get(f"{root}/download/{{key}}", self._download),
                web.static(f"{root}/page", PAGE),
                web.static(f"{root}/terminal", TERMINAL),
            ]
        )
        application.on_response_prepare.append(add_headers)
        application.on_shutdown.append(self._end)
        return application

    async def _page(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        websocket = web.WebSocketResponse(heartbeat=HEARTBEAT, timeout=FAREWELL)
        await websocket.prepare(request)
        session = Session(self._command, websocket, self._deliveries, f"/{self._guard.token}/download", self._note)
        self._sessions.add(session)
        try:
            await session.attend(_side(request, "width", 80), _side(request, "height", 24))
        finally:
            self._sessions.remove(session)
        return websocket

    async def _download(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        try:
            delivery = await self._deliveries.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound(text="no such file\n") from None
        response = web.StreamResponse()
        response.content_type = delivery.mime_type or "application/octet-stream"
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(delivery.file_name)}"
        await response.prepare(request)
        async for chunk in self._deliveries.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def _end(self, _application: web.Application) -> None:
        await asyncio.gather(
            *(session.part("The server has ended; every decision is saved.") for session in self._sessions)
        )


def serve(
    listener: Listener,
    guard: Guard,
    command: Sequence[str],
    note: Callable[[str], None],
    meanwhile: Callable[[], Coroutine[None, None, None]],
) -> None:
    """Serve the command's app until Ctrl-C or a request to end; ``meanwhile`` runs beside it and ends with it.

    ``note`` takes, line by line, what the apps say last.
    """

    async def beside(_application: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(meanwhile())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    application = Server(guard, command, note).application()
    application.cleanup_ctx.append(beside)
    web.run_app(application, sock=listener.socket, print=None, access_log=None, shutdown_timeout=FAREWELL + PATIENCE)


def _side(request: web.Request, name: str, default: int) -> int:
    """A side of the page's terminal in cells."""
    given = request.query.get(name, "")
    side = int(given) if given.isascii() and given.isdecimal() and len(given) <= 5 else default
    return side if side in SIDES else default
