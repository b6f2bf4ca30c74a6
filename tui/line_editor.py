"""A line of text being typed, as a value: what prompts edit without a focus that keys would have to wait for."""

from typing import NamedTuple


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
        text, caret = self.text, self.caret
        match key:
            case "space":
                return self.type(" ")
            case _ if len(key) == 1:
                return self.type(key)
            case "backspace" | "ctrl+h" if caret:
                return LineEditor(text[: caret - 1] + text[caret:], caret - 1)
            case "delete" | "ctrl+d":
                return LineEditor(text[:caret] + text[caret + 1 :], caret)
            case "ctrl+u":
                return LineEditor(text[caret:], 0)
            case "ctrl+k":
                return LineEditor(text[:caret], caret)
            case "ctrl+w":
                kept = text[:caret].rstrip().rpartition(" ")[0]
                kept += " " if kept else ""
                return LineEditor(kept + text[caret:], len(kept))
            case "left" | "ctrl+b":
                return self._replace(caret=max(0, caret - 1))
            case "right" | "ctrl+f":
                return self._replace(caret=min(len(text), caret + 1))
            case "home" | "ctrl+a":
                return self._replace(caret=0)
            case "end" | "ctrl+e":
                return self._replace(caret=len(text))
            case _:
                return self
