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
    """A socket that listens: for the host that the user named, at its address and port."""

    socket: socket.socket
    host: str
    address: ipaddress.IPv4Address | ipaddress.IPv6Address
    port: int

    @property
    def authority(self) -> str:
        """Host and port to call it by; the loopback address where every address of this machine is served."""
        host = self.host
        if self.address.is_unspecified:
            host = "127.0.0.1" if self.address.version == 4 else "::1"
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
        if self.address.is_unspecified:
            return _is_address(host) or host in LOOPBACK | {socket.gethostname().lower()}
        return host in {self.host.lower(), str(self.address)} | (LOOPBACK if self.address.is_loopback else frozenset())


@contextmanager
def listening(host: str, port: int) -> Iterator[Listener]:
    """Listen at ``host`` on ``port``, 0 for a free one, for as long as the block runs.

    Raises:
        GoldwireError: the host is none of this machine's, or the port is taken.
    """
    try:
        family, *_, named = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.create_server((str(named[0]), port), family=family)
    except (OSError, UnicodeError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "no such host"
        raise GoldwireError(
            f"cannot listen at {host}, port {port}: {reason}; name another with --host, --port"
        ) from error
    with closing(bound):
        address, port, *_ = bound.getsockname()
        yield Listener(bound, host, ipaddress.ip_address(address), port)


def _parted(authority: str) -> tuple[str, int | None]:
    """The host without brackets and the port, None where it is no number."""
    host, colon, port = authority.rpartition(":")
    if not colon or authority.endswith("]"):
        host, port = authority, str(HTTP)
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    # A port has five digits at most; thousands of them would be no number to Python.
    return host, int(port) if port.isascii() and port.isdecimal() and len(port) <= 5 else None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
