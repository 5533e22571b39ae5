import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.completing_field import Choice, CompletingField

CHOICES = (
    Choice("Pär Élm", 1, "Head of Press", "paer@example.org Genève"),
    Choice("Dana Whitlock", 2, "Deputy", "dana@example.org"),
    Choice("Port Élan", 3),
)


def made(qtbot: QtBot, field: CompletingField) -> CompletingField:
    qtbot.addWidget(field)
    field.set_choices(CHOICES)
    field.show()
    return field


@pytest.fixture
def field(qtbot: QtBot, themes: ThemeController) -> CompletingField:
    return made(qtbot, CompletingField())


def offered(field: CompletingField) -> list[str]:
    if not field.offered.isVisible():
        return []
    model = field.offered.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("par", ["Pär Élm"]),
        ("ELM", ["Pär Élm"]),
        ("geneve", ["Pär Élm"]),
        ("example.org", ["Pär Élm", "Dana Whitlock"]),
        ("elm par", ["Pär Élm"]),
        ("el", ["Pär Élm", "Port Élan"]),
        ("p", ["Pär Élm", "Port Élan", "Dana Whitlock"]),  # those that begin with it first
        ("nobody", []),
    ],
)
def test_it_offers_what_has_all_the_words(
    field: CompletingField, qtbot: QtBot, typed: str, texts: list[str]
) -> None:
    qtbot.keyClicks(field, typed)
    assert offered(field) == texts


def test_down_shows_all_in_an_empty_field(field: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert len(offered(field)) == 3


def test_enter_takes_the_text_as_it_stands_unless_a_choice_is_marked(
    field: CompletingField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, " dana ")
    with qtbot.waitSignal(field.text_entered) as entered, qtbot.assertNotEmitted(field.choice_made):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == ["dana"]
    assert field.text() == " dana "
    assert not field.offered.isVisible()


def test_enter_takes_the_marked_choice_and_empties_the_field(
    field: CompletingField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "dana")
    qtbot.keyClick(field.offered, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.choice_made) as made_choice:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert made_choice.args == [2]
    assert field.text() == ""


def test_the_first_choice_may_be_marked_from_the_beginning(
    qtbot: QtBot,
    themes: ThemeController,
) -> None:
    field = made(qtbot, CompletingField(marks_first=True))
    qtbot.keyClicks(field, "par")
    with qtbot.waitSignal(field.choice_made) as choice:
        qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert choice.args == [1]


def test_a_click_takes_a_choice(field: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "dana")
    at = field.offered.visualRect(field.offered.model().index(0, 0)).center()
    with qtbot.waitSignal(field.choice_made) as choice:
        qtbot.mouseClick(field.offered.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert choice.args == [2]


def test_something_may_be_offered_last_whatever_fits(
    qtbot: QtBot,
    themes: ThemeController,
) -> None:
    field = made(qtbot, CompletingField(offer=lambda text: Choice(f"New “{text}”", text)))
    qtbot.keyClicks(field, "dana")
    assert offered(field) == ["Dana Whitlock", "New “dana”"]
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert "New “”" not in offered(field)


def test_backspace_in_the_empty_field_and_escape_are_told(
    field: CompletingField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.backspaced):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "d")
    with qtbot.assertNotEmitted(field.backspaced):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.left_by_escape):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_first_escape_only_puts_the_list_away(field: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "d")
    with qtbot.assertNotEmitted(field.left_by_escape):
        qtbot.keyClick(field.offered, Qt.Key.Key_Escape)
    assert not field.offered.isVisible()


def test_enter_in_an_empty_field_is_left_to_the_dialog(
    field: CompletingField, qtbot: QtBot
) -> None:
    with (
        qtbot.waitSignal(field.returnPressed),
        qtbot.assertNotEmitted(field.text_entered),
    ):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_choices_that_come_late_are_shown(field: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "d")
    field.set_choices([Choice("Dora", 4)])
    assert offered(field) == ["Dora"]


def test_every_line_is_painted_and_read_out_with_its_detail(
    field: CompletingField, qtbot: QtBot
) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    index = field.offered.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Pär Élm, Head of Press"
    assert not field.offered.grab().isNull()


def test_a_short_list_is_seen_without_scrolling(field: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    last = field.offered.model().index(2, 0)
    assert field.offered.viewport().rect().contains(field.offered.visualRect(last))
    assert not field.offered.verticalScrollBar().isVisible()


# Very many -------------------------------------------------------------------------------------


def test_choices_are_made_only_once_something_is_offered(qtbot: QtBot) -> None:
    field, made = CompletingField(), []
    qtbot.addWidget(field)
    field.show()

    def choices() -> list[Choice]:
        made.append(1)
        return [Choice(f"Term {number}", number) for number in range(50_000)]

    field.set_source(choices)
    assert made == []
    field.leave_out(lambda value: value == 49_999)
    field.setText("49999")
    field.offer_choices()
    assert not field.offered.isVisible()
    field.setText("4999")
    field.offer_choices()
    field.offer_choices()
    assert field.offered.model().rowCount() == 14
    assert made == [1]
