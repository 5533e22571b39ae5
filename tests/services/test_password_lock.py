"""A file under a password: opened by it alone, and as it was written alone."""

import unicodedata

import pytest

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.services import password_lock
from newsdesk.services.password_lock import is_locked, locked, unlocked

CONTENT = b"PK\x03\x04 a bundle " * 9
WORDS = "quay — ⅷ café"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each guess cost little: the test of the real cost is below."""
    monkeypatch.setattr(password_lock, "_COST", 2**4)


def refusal(raw: bytes, password: str = WORDS) -> ImportProblem:
    with pytest.raises(ImportRefusedError) as refused:
        unlocked(raw, password, "work.newsdesk")
    assert refused.value.source == "work.newsdesk"
    return refused.value.problem


def test_it_opens_with_its_password_however_that_is_put_together() -> None:
    raw = locked(CONTENT, WORDS)
    assert is_locked(raw)
    assert CONTENT not in raw
    for form in ("NFC", "NFD", "NFKC"):
        assert unlocked(raw, unicodedata.normalize(form, WORDS), "a") == CONTENT  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("password", ["", "quay", WORDS + " ", WORDS.upper()])
def test_another_password_opens_nothing(password: str) -> None:
    assert refusal(locked(CONTENT, WORDS), password) is ImportProblem.WRONG_PASSWORD


def test_no_two_files_are_the_same() -> None:
    assert locked(CONTENT, WORDS) != locked(CONTENT, WORDS)


def test_a_byte_that_is_another_opens_nothing() -> None:
    raw = locked(b"short", WORDS)
    for place in range(len(raw)):
        altered = bytearray(raw)
        altered[place] ^= 1
        if is_locked(bytes(altered)):
            assert refusal(bytes(altered)) in {
                ImportProblem.WRONG_PASSWORD,
                ImportProblem.BUNDLE_NEWER,  # the byte that says which format it is
            }


def test_what_is_cut_off_opens_nothing() -> None:
    raw = locked(b"short", WORDS)
    for end in range(len(raw)):
        if is_locked(raw[:end]):
            assert refusal(raw[:end]) in {ImportProblem.WRONG_PASSWORD, ImportProblem.DAMAGED}


def test_a_newer_format_is_told() -> None:
    raw = locked(CONTENT, WORDS).replace(b"password\n\x01", b"password\n\x02", 1)
    assert refusal(raw) is ImportProblem.BUNDLE_NEWER


def test_a_guess_costs_what_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []
    real = password_lock.Scrypt

    def note(**how: object) -> object:
        asked.append(how)
        return real(**{**how, "n": 2})  # type: ignore[arg-type]

    monkeypatch.undo()
    monkeypatch.setattr(password_lock, "Scrypt", note)
    unlocked(locked(CONTENT, WORDS), WORDS, "a")
    assert {(one["n"], one["r"], one["p"], one["length"]) for one in asked} == {(2**17, 8, 1, 32)}
