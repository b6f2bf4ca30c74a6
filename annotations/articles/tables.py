"""Tables: sets of words and phrases, written in the code as the text they are."""


def words(text: str) -> frozenset[str]:
    """The words of ``text``, which white space divides."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of ``text``, which commas and line ends divide."""
    return frozenset(phrase.strip() for line in text.splitlines() for phrase in line.split(",") if phrase.strip())
