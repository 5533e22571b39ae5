"""Whose a mailbox is, told from its name."""

from newsdesk.domain.fold import fold
from newsdesk.importing.wording import words

_SHARED_MAILBOXES = words(
    "info office press media news contact pr communications comms presse kontakt prensa stampa",
    "imprensa mail mailbox enquiries inquiries hello pressoffice newsroom redaktion service",
)
_SHORTEST_FIRST = 3  # letters of a first name that may be taken for another word


def is_mailbox_of(name: str, mailbox: str) -> bool:
    """Tell whether a mailbox bears somebody's name: "rnatal" or "peter" is of "Peter Natal"."""
    first, *_others, last = [*fold(name).split(), fold(name).split()[-1]]
    return last in fold(mailbox) or (len(first) > _SHORTEST_FIRST and first == fold(mailbox))


def mailbox_flags(name: str, mailbox: str) -> list[str]:
    """Return what is odd about a mailbox as that of somebody."""
    words = [word for word in fold(name).replace("-", " ").split() if len(word) > 1]
    letters = "".join(filter(str.isalpha, fold(mailbox)))
    if not words or not words[0].isascii():
        return []
    is_known = any(word[:4] in letters for word in words if len(word) > 2)
    if letters in _SHARED_MAILBOXES or not is_known:
        return ["mailbox_not_person"]
    first, last = words[0], words[-1]
    initial = letters.removesuffix(last) if letters.endswith(last) else letters.removeprefix(last)
    if len(initial) == 1 and first != last and initial != first[0]:
        return ["initial_mismatch"]
    return []
