"""What was probably meant."""

from pathlib import Path

import pytest

from annotations.nearest import nearest, nearest_path, path_suggestion, suggestion


@pytest.mark.parametrize(
    ("given", "near"), [("rulez", "rules"), ("RULES", "rules"), ("dekc", "desk"), ("swaddle", None), ("", None)]
)
def test_the_nearest_name_is_the_one_that_is_most_alike(given: str, near: str | None) -> None:
    assert nearest(given, ["desk", "rules"]) == near


def test_a_suggestion_is_a_question_or_what_else_there_is_to_say() -> None:
    assert suggestion("rulez", ["rules"], "there are rules") == "did you mean 'rules'?"
    assert suggestion("swaddle", ["rules"], "there are rules") == "there are rules"


def test_each_folder_on_the_way_may_be_mistyped(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "monday.txt").touch()
    assert nearest_path(tmp_path / "nwes" / "mondy.txt") == tmp_path / "news" / "monday.txt"
    assert path_suggestion(tmp_path / "news" / "friday.jsonl", "check the name") == "check the name"


def test_a_link_that_leads_nowhere_is_not_suggested(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert nearest_path(tmp_path / "gon.txt") is None
