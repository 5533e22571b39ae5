"""Where words stand that nobody knows, as Qt counts."""

from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.ui.spelling.unknown_words import Place, UnknownWords


class Checker:
    """Knows what a test says."""

    language = "en"

    def __init__(self, verdicts: dict[str, bool]) -> None:
        self.verdicts = verdicts

    def is_known(self, spelling: str) -> bool | None:
        return self.verdicts.get(spelling)


def reading(text: str, **verdicts: bool) -> tuple[UnknownWords, QTextDocument, Checker]:
    document, checker = QTextDocument(), Checker(verdicts)
    document.setPlainText(text)
    return UnknownWords(checker), document, checker  # type: ignore[arg-type]


def test_what_nobody_knows_yet_is_asked_about() -> None:
    words, document, checker = reading("a quaye-side quay", quay=True)
    assert words.asked_in(document.firstBlock()) == {"quaye-side", "quaye", "side"}
    checker.verdicts |= {"quaye-side": False, "quaye": False, "side": True}
    assert words.asked_in(document.firstBlock()) == set()


def test_what_was_not_asked_about_is_not_unknown() -> None:
    words, document, _ = reading("a quaye")
    assert list(words.in_block(document.firstBlock())) == []


def test_places_are_in_the_units_of_the_document() -> None:
    words, document, _ = reading("one 🚢\n🚢 quaye 🚢 quaye", one=True, quaye=False)
    places = list(words.in_block(document.lastBlock()))
    assert places == [Place(10, 15, "quaye"), Place(19, 24, "quaye")]
    for place in places:
        assert place.cursor(document.lastBlock()).selectedText() == "quaye"


def test_a_cursor_in_a_word_or_at_its_edge_is_at_it() -> None:
    words, document, _ = reading("the quaye is", the=True, quaye=False)
    cursor = QTextCursor(document)
    found: list[bool] = []
    for position in (3, 4, 6, 9, 10):
        cursor.setPosition(position)
        found.append(words.at(cursor) is not None)
    assert found == [False, True, True, True, False]


def test_code_is_not_read() -> None:
    words, document, checker = reading("```quaye\nquaye", quaye=False)
    assert list(words.in_block(document.firstBlock())) == []
    within = UnknownWords(checker, lambda block: block.blockNumber() == 1)  # type: ignore[arg-type]
    assert list(within.in_block(document.lastBlock())) == []
    assert len(list(words.in_block(document.lastBlock()))) == 1


def test_a_line_is_read_once(monkeypatch: object) -> None:
    words, document, checker = reading("the quaye", the=True, quaye=False)
    list(words.in_block(document.firstBlock()))
    assert words._lines.keys() == {"the quaye"}
    checker.language = "fr"
    assert words.asked_in(document.firstBlock()) == set()
    for number in range(500):
        document.setPlainText(f"line {number}")
        words.asked_in(document.firstBlock())
    assert len(words._lines) <= 402
