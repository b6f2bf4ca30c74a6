"""Where the server listens, and by what names a browser may call it."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from annotations.errors import GoldwireError

HTTP = 80
"""The port that browsers leave out of an address."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Listener:
    """A socket that listens at the host that the user named."""

    socket: socket.socket
    host: str

    @property
    def port(self) -> int:
        """Its port, also where the system chose it."""
        return int(self.socket.getsockname()[1])

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        return self._bound.is_loopback

    @property
    def authority(self) -> str:
        """Host and port as an address has them; the loopback one where every address of this machine is served."""
        host = self.host
        if self._bound.is_unspecified:
            host = "127.0.0.1" if self._bound.version == 4 else "::1"
        shown = f"[{host}]" if ":" in host else host
        return shown if self.port == HTTP else f"{shown}:{self.port}"

    def serves(self, authority: str) -> bool:
        """Whether a ``Host`` header names this server.

        Someone else's name can be made to lead here, an address cannot: where every address of this machine is
        served, any will do.
        """
        host, port = _parted(authority.lower())
        if port != self.port:
            return False
        if self._bound.is_unspecified:
            return _is_address(host) or host in LOOPBACK | {socket.gethostname().lower()}
        return host in {self.host.lower(), str(self._bound)} | (LOOPBACK if self.is_loopback else frozenset())

    @property
    def _bound(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
        return ipaddress.ip_address(self.socket.getsockname()[0])


@contextmanager
def listening(host: str, port: int) -> Iterator[Listener]:
    """Listen at ``host`` on ``port``, 0 for a free one, for as long as the block runs.

    Raises:
        GoldwireError: the host is none of this machine's, or the port is taken.
    """
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "no such host"
        raise GoldwireError(
            f"cannot listen at {host}, port {port}: {reason}; name another with --host, --port"
        ) from error
    with closing(bound):
        yield Listener(bound, host)


def _parted(authority: str) -> tuple[str, int | None]:
    """The host without brackets and the port, None where it is no number."""
    host, colon, port = authority.rpartition(":")
    if not colon or authority.endswith("]"):
        host, port = authority, str(HTTP)
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    return host, int(port) if port.isascii() and port.isdecimal() else None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
