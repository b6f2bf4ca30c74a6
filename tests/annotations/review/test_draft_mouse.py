"""A draft takes the mouse: drags choose spans, clicks go to what is clicked."""

from annotations.review.draft import Draft

from .invented import fillers, press, saved, span


def test_a_drag_while_labels_are_up_is_taken_for_them(draft: Draft) -> None:
    press(draft, "p")
    old = span("old port")
    draft.choose_span(old.start + 1, old.end - 2)
    assert fillers(draft, "place") == ["old port"]


def test_a_drag_and_then_a_role_replaces_its_filler(draft: Draft) -> None:
    old = span("old port")
    assert draft.choose_span(old.start, old.end).message == "‘old port’ is for the role that is named next"
    draft.focus_role("place")
    assert fillers(draft, "place") == ["old port"]


def test_a_drag_and_then_a_role_with_add_adds_a_filler(draft: Draft) -> None:
    old = span("old port")
    draft.choose_span(old.end, old.start)
    draft.focus_role("place", add=True)
    assert fillers(draft, "place") == ["Karsa", "old port"]


def test_a_click_on_a_filler_goes_to_it(draft: Draft) -> None:
    press(draft, "A <Northern Monitor>")
    draft.focus_role("actor", 0)
    assert draft.stage.span == span("Rebel fighters")
    assert draft.focus_role("actor", 7).kind == "refused"


def test_a_drag_and_then_the_trigger_moves_it(draft: Draft) -> None:
    killing = span("killing")
    draft.choose_span(killing.start, killing.end)
    draft.focus_trigger()
    assert draft.trigger == killing


def test_escape_lets_go_of_a_drag_first(draft: Draft) -> None:
    old = span("old port")
    draft.choose_span(old.start, old.end)
    assert press(draft, "escape").kind == "editing"
    assert draft.stage.held is None


def test_a_drag_in_another_sentence_is_refused(draft: Draft) -> None:
    velm = span("Velm")
    assert draft.choose_span(velm.start, velm.end).kind == "refused"


def test_a_click_on_a_type_and_a_status_takes_them(draft: Draft) -> None:
    draft.open_types()
    draft.choose_type("Attack.Assault")
    draft.open_statuses()
    draft.choose_status("planned")
    event = saved(draft)
    assert (event.type, event.status) == ("Attack.Assault", "planned")


def test_a_click_on_a_type_before_a_trigger_leaves_its_labels_up(blank: Draft) -> None:
    blank.open_types()
    blank.choose_type("Harm.Kill")
    press(blank, "<killing>")
    assert saved(blank).trigger == span("killing")
