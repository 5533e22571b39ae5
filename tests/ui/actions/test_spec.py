from newsdesk.ui.actions.spec import ActionSpec, Menu, Situation


def test_without_a_word_about_it_an_action_is_always_possible_and_no_switch() -> None:
    spec = ActionSpec(id="app.quit", text="&Quit", menu=Menu.RELEASE, run=lambda _: None)
    assert spec.enabled(Situation())
    assert spec.checked is None
    assert not spec.begins_group


def test_before_anything_is_known_nothing_is_open_and_nothing_may_be_changed() -> None:
    situation = Situation()
    assert situation.release is None
    assert not any((situation.is_writable, situation.is_editable))
    assert not any((situation.can_undo, situation.can_redo))
