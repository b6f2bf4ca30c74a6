"""Typed reading of one JSON object: what is missing or of another type is refused, named by its path in the line."""

from collections.abc import Collection, Iterator, Mapping
from typing import NoReturn, TypeVar, cast

from annotations.errors import RecordError
from annotations.formats.record import LAST_OFFSET

_Kind = TypeVar("_Kind", str, bool, int, float)
_KINDS: Mapping[type, str] = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


class Fields:
    """The members of one JSON object. A member that is null is a member that is missing."""

    def __init__(self, raw: object, path: str = "") -> None:
        if not isinstance(raw, dict):
            raise RecordError(f"{path or 'the line'} must be an object, not {_KINDS[type(raw)]}")
        self.raw = cast("dict[str, object]", raw)
        self._path = path

    def string(self, key: str) -> str | None:
        """A string."""
        return self._member(key, str)

    def truth(self, key: str) -> bool | None:
        """True or false."""
        return self._member(key, bool)

    def number(self, key: str) -> float | None:
        """A number, whole or not."""
        value = self.raw.get(key)
        if type(value) is int and abs(value) <= LAST_OFFSET:
            return float(value)
        return self._member(key, float)

    def integer(self, key: str) -> int | None:
        """A whole number."""
        return self._member(key, int)

    def offset(self, key: str) -> int:
        """A whole number that must be there."""
        value = self.integer(key)
        return self._missing(key) if value is None else value

    def name(self, key: str) -> str:
        """A string that must be there and say something."""
        return self.string(key) or self._missing(key)

    def quotation(self) -> tuple[int, int, str]:
        """Start, end and text of a span."""
        return self.offset("start"), self.offset("end"), self.name("text")

    def member(self, key: str) -> "Fields":
        """An object; one that is missing has no members."""
        value = self.raw.get(key)
        return Fields({} if value is None else value, self._at(key))

    def members(self, key: str) -> Iterator["Fields"]:
        """The objects of a list; none where it is missing."""
        value = self.raw.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._refuse(key, "a list")
        for index, item in enumerate(value):
            yield Fields(item, self._at(f"{key}[{index}]"))

    def has_more_than(self, known: Collection[str]) -> bool:
        """Whether there are members beside the known ones."""
        return any(key not in known for key in self.raw)

    def _member(self, key: str, kind: type[_Kind]) -> _Kind | None:
        value = self.raw.get(key)
        # By type, not isinstance: a bool is an int to Python, and not to JSON.
        if value is None or type(value) is kind:
            return value
        self._refuse(key, _KINDS[kind])

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _missing(self, key: str) -> NoReturn:
        raise RecordError(f"{self._at(key)} is missing or empty")

    def _refuse(self, key: str, wanted: str) -> NoReturn:
        raise RecordError(f"{self._at(key)} must be {wanted}, not {_KINDS[type(self.raw[key])]}")
