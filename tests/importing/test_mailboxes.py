import pytest

from newsdesk.importing.mailboxes import is_mailbox_of, mailbox_flags


@pytest.mark.parametrize("mailbox", ["rnatal", "peter.natal", "natal", "peter"])
def test_a_mailbox_bears_a_last_or_a_first_name(mailbox: str) -> None:
    assert is_mailbox_of("Peter Natal", mailbox)


@pytest.mark.parametrize("mailbox", ["press", "p", "peters-office"])
def test_another_mailbox_is_of_somebody_else(mailbox: str) -> None:
    assert not is_mailbox_of("Peter Natal", mailbox)


@pytest.mark.parametrize(
    ("name", "mailbox", "flags"),
    [
        ("Peter Natal", "pnatal", []),
        ("Peter Natal", "rnatal", ["initial_mismatch"]),
        ("Peter Natal", "press", ["mailbox_not_person"]),
        ("王小明", "press", []),
    ],
)
def test_what_is_odd_about_a_mailbox_is_flagged(name: str, mailbox: str, flags: list[str]) -> None:
    assert mailbox_flags(name, mailbox) == flags
