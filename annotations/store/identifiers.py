"""Ids that sort by the time they were made and are unique across machines (the ULID layout, in Crockford's base 32)."""

import os
from datetime import UTC, datetime, timedelta

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME_DIGITS = 10
_RANDOM_DIGITS = 16
_RANDOM_BYTES = 5 * _RANDOM_DIGITS // 8

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def next_id(now: datetime, last: str | None) -> str:
    """An id for ``now``, or for the millisecond after ``last`` where the clock is not past it (law 4)."""
    milliseconds = max(0, (now - _EPOCH) // _MILLISECOND)
    if last is not None:
        milliseconds = max(milliseconds, _decode(last[:_TIME_DIGITS]) + 1)
    return _encode(milliseconds, _TIME_DIGITS) + _encode(int.from_bytes(os.urandom(_RANDOM_BYTES)), _RANDOM_DIGITS)


def moment(identifier: str) -> str:
    """When the id was made: ISO 8601 in UTC, to the millisecond."""
    time = _EPOCH + _decode(identifier[:_TIME_DIGITS]) * _MILLISECOND
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _encode(number: int, digits: int) -> str:
    text = ""
    for _ in range(digits):
        number, digit = divmod(number, 32)
        text = _ALPHABET[digit] + text
    return text


def _decode(text: str) -> int:
    number = 0
    for character in text:
        number = number * 32 + _ALPHABET.index(character)
    return number
