"""TOML read statement by statement: what is right is TOML's own, what is wrong has its line."""

import tomllib

import pytest

from tui.toml_lines import Setting, read

RIGHT = """\
theme = "dark" # mine
order = 'text'

[keys.review]
accept = [
  "a",  # the letter
  "enter",
]
"quit" = \"\"\"
q\"\"\"
edit.deep = {a = "b"}

[keys."edit"]
save = "f10"
"""


def test_a_right_file_is_what_toml_says_it_is() -> None:
    settings, mistakes = read(RIGHT)
    assert mistakes == []
    nested: dict[str, object] = {}
    for setting in settings:
        inner: dict[str, object] = nested
        for name in setting.path[:-1]:
            inner = inner.setdefault(name, {})  # type: ignore[assignment]
        inner[setting.path[-1]] = setting.value
    assert nested == tomllib.loads(RIGHT)


def test_every_setting_has_the_line_on_which_it_begins() -> None:
    settings, _ = read(RIGHT)
    assert [(setting.path[-1], setting.line) for setting in settings] == [
        ("theme", 1),
        ("order", 2),
        ("accept", 5),
        ("quit", 9),
        ("a", 11),
        ("save", 14),
    ]


def test_what_is_no_toml_is_named_and_the_rest_is_read() -> None:
    settings, mistakes = read('a = x\nb = "b"\nc "c"\n[d\ne = ["e"\nf = "f"\n')
    assert settings == [Setting(("b",), "b", 2), Setting(("f",), "f", 6)]
    assert [mistake.line for mistake in mistakes] == [1, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('a = "b"\na = "c"\n', 2, "a stands on line 1 already"),
        ('[a]\nb = "c"\n[a]\n', 3, "[a] stands on line 1 already"),
        ("a = b\n", 1, "invalid value at column 5"),
        ("a = [\n\n", 1, "it never ends"),
    ],
)
def test_a_mistake_says_what_and_where(text: str, line: int, said: str) -> None:
    _, (mistake,) = read(text)
    assert mistake.line == line
    assert said in mistake.text
