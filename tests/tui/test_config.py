"""The config: what it may say, and how each mistake in it is named."""

import re
from pathlib import Path

import pytest

from annotations.ontology import Ontology
from annotations.review.edit_keys import EditKeys
from tui.actions import ACTIONS, BY_ID
from tui.config import VARIABLE, Config, ConfigError, default_path
from tui.config_file import load
from tui.config_template import template, write
from tui.config_text import parse
from tui.keys import Keymap
from tui.remembering import keep_theme, with_theme


def mistakes(text: str, conflict: Ontology) -> list[tuple[int, str]]:
    return [(mistake.line, mistake.text) for mistake in parse(text, conflict)[1]]


def review(binding: str) -> str:
    return f"[keys.review]\n{binding}\n"


def edit(binding: str) -> str:
    return f"[keys.edit]\n{binding}\n"


def uncommented(text: str) -> str:
    return re.sub(r"^# (?=[a-z_]+ = )", "", text, flags=re.MULTILINE)


# What it says


def test_the_template_says_nothing_and_uncommented_it_says_what_is_so_anyway(conflict: Ontology) -> None:
    assert parse(template(), conflict) == (Config(), [])
    config, wrong = parse(uncommented(template()), conflict)
    assert wrong == []
    assert (config.theme, config.order) == ("dark", "text")
    assert {name: tuple(keys) for name, keys in config.keys.items()} == {
        action.id: action.keys for action in ACTIONS if action.letters is None
    }


def test_the_template_has_every_action_with_its_meaning() -> None:
    for action in ACTIONS:
        assert (action.help in template()) == (action.letters is None)


def test_a_config_replaces_keys_and_leaves_the_others(conflict: Ontology) -> None:
    text = 'theme = "light"\norder = "uncertain"\nreviewer = "ana"\n' + review('accept = ["enter", "A"]\nflag = []')
    config, wrong = parse(text + edit('save = "f10"'), conflict)
    assert wrong == []
    assert (config.theme, config.order, config.reviewer) == ("light", "uncertain", "ana")
    keymap = Keymap(config.keys)
    assert keymap.keys("accept") == ("enter", "A")
    assert keymap.action("review", "a") is None
    assert keymap.keys("flag") == ()
    assert keymap.edit_keys == EditKeys(save="f10")
    assert keymap.keys("reject") == BY_ID["reject"].keys


def test_two_actions_may_swap_their_keys(conflict: Ontology) -> None:
    assert mistakes(review('accept = "x"\nreject = "a"'), conflict) == []


def test_a_key_of_lists_may_decide_before_an_article(conflict: Ontology) -> None:
    assert mistakes(review('accept = ["a", "enter"]') + '[keys.lists]\nopen = "s"\n', conflict) == []


@pytest.mark.parametrize(
    "text",
    [
        review('clear = []\nquit = "escape"'),
        review('queue = "enter"') + '[keys.lists]\nopen = "f5"\n',
        review('page_up = "backspace"'),
        edit('trigger = "up"'),
    ],
)
def test_a_fixed_key_may_be_had_where_it_is_not_fixed_or_means_the_same(conflict: Ontology, text: str) -> None:
    assert mistakes(text, conflict) == []


# Mistakes


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('theme = "drak"', 1, 'there is no theme "drak"; did you mean "dark"?'),
        ("theme = 3", 1, "there is no theme 3"),
        ('order = "uncertian"', 1, 'did you mean "uncertain"?'),
        ('reviewer = " "', 1, "reviewer is a name"),
        ('themes = "dark"', 1, 'there is no setting "themes"; did you mean "theme"?'),
        ('[key.review]\naccept = "a"', 2, 'did you mean "keys.review"?'),
        ('[keys.reviw]\naccept = "a"', 2, 'there is no table "keys.reviw"; did you mean "keys.review"?'),
        (review('acept = "a"'), 2, 'there is no action "acept"; did you mean "accept"?'),
        (review('drop = "D"'), 2, "it is one of [keys.edit]"),
        (review('reason = "7"'), 2, "goes by the letters that the ontology gives"),
        (review("accept = 3"), 2, "a key stands in quotes"),
        (review("accept = a"), 2, "invalid value"),
        (review('accept = "esc"'), 2, '"esc" is called "escape"'),
        (review('accept = "question_mark"'), 2, 'did you mean "?"?'),
        (review('accept = "shift+a"'), 2, 'did you mean "A"?'),
        (review('accept = "Ctrl-A"'), 2, 'did you mean "ctrl+a"?'),
        (review('accept = "ctrl+m"'), 2, '"ctrl+m" is called "enter"'),
        (review('accept = "alt+a"'), 2, "as escape"),
        (review('accept = "ctrl+q"'), 2, "always leaves the program"),
        (review('accept = ""'), 2, "a key is a character or a name"),
        (review('accept = "ctrl+c"'), 2, "always says how one quits"),
        (review('palette = ":"'), 2, '":" is a character, and the palette opens while one types'),
        ("[keys]\nreview = 3", 2, "review is a table: [keys.review] is a line of its own"),
        (review('accept = "x"'), 2, '"x" is the key of reject too'),
        (review('next = "r"'), 2, '"r" is the key of again too'),
        ('[keys.lists]\nopen = "o"', 2, '"o" is the key of queue too'),
        (review('accept = "1"'), 2, "the ontology's key of the reason"),
        (edit('save = ["f9", "f10"]'), 2, "has one key, not 2"),
        (edit("save = []"), 2, "has one key, not 0"),
        (edit('type = "a"'), 2, "the ontology's key of the role"),
        (edit('type = "A"'), 2, "the ontology's key of the role"),
        (edit('leave = "f"'), 2, "needed to choose types"),
        (edit('add = "k"'), 2, "needed for labels"),
        (edit('drop = "g"'), 2, '"g" is the key of trigger too'),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_do(conflict: Ontology, text: str, line: int, said: str) -> None:
    found = mistakes(text, conflict)
    assert line in {at for at, _ in found}
    assert any(said in text for _, text in found), found


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (review('palette = "backspace"'), 2, '"backspace" is needed while one types, and the palette opens there too'),
        (review('palette = ["f3", "left"]'), 2, '"left" is needed while one types, and the palette opens there too'),
        (review('palette = "tab"'), 2, '"tab" is needed while one types, and the palette opens there too'),
        (
            review('clear = []\npalette = "escape"'),
            3,
            '"escape" is needed while one types, and the palette opens there too',
        ),
        ('[keys.lists]\nopen = "escape"', 2, '"escape" always goes back from a list'),
        (review('clear = []\nhelp = "escape"'), 3, '"escape" always goes back from a list'),
        (review('page_down = "enter"') + '[keys.lists]\nopen = "f5"', 2, '"enter" always goes back from what is read'),
        ('[keys.lists]\nopen = "f5"\nagain = "enter"', 3, '"enter" always goes back from what is read'),
        (edit('back = "up"'), 2, '"up" is needed to choose types and statuses'),
        (edit('save = "space"'), 2, '"space" is needed to choose types and statuses'),
    ],
)
def test_a_key_that_is_fixed_where_the_action_works_is_one_mistake(
    conflict: Ontology, text: str, line: int, said: str
) -> None:
    assert mistakes(text, conflict) == [(line, f"{said}; take another one")]


def test_a_key_of_the_palette_is_none_of_the_editors(conflict: Ontology) -> None:
    ((line, text),) = mistakes(review('palette = "f10"') + edit('save = "f10"'), conflict)
    assert (line, text) == (4, '"f10" is the key of palette too; take another one (line 2)')


def test_a_clash_of_two_lines_names_the_other_line(conflict: Ontology) -> None:
    ((line, text),) = mistakes(review('flag = "F"\ncomment = "F"'), conflict)
    assert {line, int(text[-2])} == {2, 3}


def test_every_mistake_is_named_in_the_order_of_lines(conflict: Ontology) -> None:
    found = mistakes('theme = "x"\n' + review('a = "b"\naccept = a\nskip = "esc"'), conflict)
    assert [line for line, _ in found] == [1, 3, 4, 5]


def test_a_broken_key_does_not_claim_its_default(conflict: Ontology) -> None:
    found = mistakes(review('accept = "entre"\nreject = "a"'), conflict)
    assert [line for line, _ in found] == [2]


# Where it lies


def test_it_need_not_be_there_unless_it_is_named(
    conflict: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("platformdirs.user_config_path", lambda name: tmp_path / name)
    assert default_path() == tmp_path / "goldwire" / "config.toml"
    assert load(None, conflict) == Config()
    with pytest.raises(ConfigError, match="no such file; `goldwire config` writes one"):
        load(tmp_path / "my.toml", conflict)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other.toml"))
    with pytest.raises(ConfigError, match=r"other\.toml: no such file"):
        load(None, conflict)


def test_one_that_is_no_text_is_refused(conflict: Ontology, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_bytes(b'theme = "\xff"')
    with pytest.raises(ConfigError, match="not UTF-8 at byte 9"):
        load(tmp_path / "c.toml", conflict)


# The theme that was chosen


def test_a_chosen_theme_makes_a_config_where_there_is_none(conflict: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    keep_theme(path, "light", conflict)
    assert load(path, conflict).theme == "light"
    assert path.read_text() == template("light")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('a\n  theme = "dark"  # mine\nb', 'a\n  theme = "light"  # mine\nb'),
        ('# mine\n[keys.review]\nquit = "Q"\r\n', 'theme = "light"\n# mine\n[keys.review]\nquit = "Q"\r\n'),
    ],
)
def test_a_chosen_theme_changes_its_line_alone(before: str, after: str) -> None:
    assert with_theme(before, "light") == after


def test_a_chosen_theme_takes_the_place_of_the_comment_that_shows_how(conflict: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    write(path)
    keep_theme(path, "light", conflict)
    assert path.read_text() == template("light")


def test_a_theme_that_cannot_be_set_in_place_is_left_to_the_user(conflict: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = """\ndark"""\n')
    with pytest.raises(ConfigError, match="cannot be set"):
        keep_theme(path, "light", conflict)
    assert path.read_text() == 'theme = """\ndark"""\n'
