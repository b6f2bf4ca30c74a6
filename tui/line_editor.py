"""A line of text being typed, as a value: what prompts edit without a focus that keys would have to wait for."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple


class LineEditor(NamedTuple):
    """The text typed so far and where the caret stands in it."""

    text: str = ""
    caret: int = 0

    @classmethod
    def at_end(cls, text: str) -> "LineEditor":
        """An editor that holds ``text``, the caret behind it."""
        return cls(text, len(text))

    def type(self, text: str) -> "LineEditor":
        """The line with ``text`` put in at the caret; line ends and tabs in it become spaces."""
        text = "".join(" " if character.isspace() else character for character in text)
        return LineEditor(self.text[: self.caret] + text + self.text[self.caret :], self.caret + len(text))

    def press(self, key: str) -> "LineEditor":
        """The line after a key: characters are typed, editing keys edit, any other changes nothing."""
        if len(key) == 1:
            return self.type(key)
        edit = _EDITS.get(_ALSO.get(key, key))
        return edit(self) if edit is not None else self


def _without(line: LineEditor, start: int, end: int) -> LineEditor:
    return LineEditor(line.text[:start] + line.text[end:], start)


_EDITS: Final[Mapping[str, Callable[[LineEditor], LineEditor]]] = {
    "space": lambda line: line.type(" "),
    "backspace": lambda line: _without(line, max(0, line.caret - 1), line.caret),
    "delete": lambda line: _without(line, line.caret, line.caret + 1),
    "ctrl+u": lambda line: _without(line, 0, line.caret),
    "ctrl+k": lambda line: _without(line, line.caret, len(line.text)),
    "ctrl+w": lambda line: _without(line, line.text[: line.caret].rstrip().rfind(" ") + 1, line.caret),
    "left": lambda line: line._replace(caret=max(0, line.caret - 1)),
    "right": lambda line: line._replace(caret=min(len(line.text), line.caret + 1)),
    "home": lambda line: line._replace(caret=0),
    "end": lambda line: line._replace(caret=len(line.text)),
}
_ALSO: Final[Mapping[str, str]] = {
    "ctrl+h": "backspace",
    "ctrl+d": "delete",
    "ctrl+b": "left",
    "ctrl+f": "right",
    "ctrl+a": "home",
    "ctrl+e": "end",
}
LINE_KEYS: Final = frozenset((*_EDITS, *_ALSO))
"""The keys that edit the line; each character is typed."""
