from newsdesk.ui.help.keys import writing_keys


def test_every_key_of_writing_is_one_that_the_system_can_write() -> None:
    hints = writing_keys()
    assert all(hint.keys for hint in hints)
    assert len({hint.text for hint in hints}) == len(hints)
