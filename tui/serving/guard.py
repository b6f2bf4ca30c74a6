"""Who may ask the server: whoever has the address that it printed, and no other site on their behalf."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

HEADERS: Final = {
    # The page runs its own files and talks to its own server; its terminal makes style sheets as it goes.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:"
        "; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer carries: nothing is loaded from elsewhere, nobody is told the address or may frame the page."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides over each request before anything else looks at it.

    The token is the first part of every path and not a cookie: a browser sends a host's cookies to all of its ports,
    and so to whatever else listens there.
    """

    serves: Callable[[str], bool]
    """Whether a ``Host`` header names this server."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def refusal(self, request: web.BaseRequest) -> str | None:
        """Why the request is refused, None where it is not."""
        hosts, origins = request.headers.getall("Host", []), request.headers.getall("Origin", [])
        if len(hosts) != 1 or not self.serves(hosts[0]):
            return "refused: the request names another host than the one that is served"
        # Browsers leave the origin out of much that a page loads from its own server, never out of a websocket.
        if (origins or "Upgrade" in request.headers) and origins != [f"http://{hosts[0]}"]:
            return "refused: another site asks"
        given = request.path.removeprefix("/").partition("/")[0]
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode()):
            return "refused: the token is missing or wrong; open the address that goldwire serve printed"
        return None

    def middleware(self) -> Middleware:
        """Refuses by answering 403 with one line."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            refusal = self.refusal(request)
            if refusal is not None:
                raise web.HTTPForbidden(text=f"{refusal}\n")
            return await handler(request)

        return guarded


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Give an answer, whatever it is, the headers that every answer carries."""
    response.headers.update(HEADERS)
