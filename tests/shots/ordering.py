"""Scenes of a library that is kept in order."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_TAGS = (
    "rescue", "Winter", "volunteers", "coast guard", "training day", "lifeboats", "ports",
    "safety at sea", "weather", "radio", "crews", "Training", "search", "helicopters",
)  # fmt: skip
_STATEMENT = "{{who}}, {{role}}, said today: “{{what}}”\n\nBackground: {{one paragraph}}"


def _store(driver: "WindowDriver", *works: "Callable[..., object]") -> None:
    from tests.hands import wait_until

    store = driver.workstation.store
    for work in works:
        store.change(work)  # type: ignore[arg-type]
    wait_until(lambda: store.is_idle, "it to be stored", 30)


def _do(driver: "WindowDriver", id_: str) -> None:
    from tests.hands import wait_until

    action = driver.workstation.actions.action(id_)
    wait_until(action.isEnabled, id_)
    action.trigger()


def _with_terms(driver: "WindowDriver") -> None:
    from newsdesk.domain.vocabulary import Scheme, TermColour
    from newsdesk.services.desk import Desk

    def colour(desk: Desk, name: str, colour: TermColour) -> object:
        term, _ = desk.vocabularies.add(Scheme.TAG, name, "en")
        return desk.vocabularies.set_colour(term.id, colour)

    _store(
        driver,
        *(lambda desk, n=name: desk.vocabularies.add(Scheme.TAG, n, "en") for name in _TAGS),
        lambda desk: colour(desk, "rescue", TermColour.RED),
        lambda desk: colour(desk, "harbours", TermColour.BLUE),
        lambda desk: colour(desk, "Winter", TermColour.TEAL),
        lambda desk: desk.vocabularies.retire(desk.vocabularies.find("weather").id),
    )


def _vocabularies(*, is_arabic: bool = False) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from newsdesk.ui.dialogs.term_list import TermListView
        from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog
        from tests.hands import visible, wait_until

        (arabic if is_arabic else english)(driver)
        _with_terms(driver)
        _do(driver, "library.vocabularies")
        wait_until(lambda: bool(visible(VocabulariesDialog)), "the vocabularies")
        (dialog,) = visible(VocabulariesDialog)
        terms = dialog.findChild(TermListView)
        wait_until(lambda: terms.terms.rowCount() > len(_TAGS), "the terms")
        wanted = {"training", "training day"}
        dialog.show_term([r.entry for r in terms.terms.shown() if r.name in wanted])
        terms.setFocus()

    return show


def _term(driver: "WindowDriver") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from newsdesk.ui.dialogs.term_dialog import TermDialog
    from newsdesk.ui.dialogs.term_list import TermListView
    from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog
    from tests.hands import visible, wait_until

    _vocabularies()(driver)
    (dialog,) = visible(VocabulariesDialog)
    terms = dialog.findChild(TermListView)
    dialog.show_term([r.entry for r in terms.terms.shown() if r.name == "rescue"])
    QTest.keyClick(terms, Qt.Key.Key_Return)
    wait_until(lambda: bool(visible(TermDialog)), "the term")


def _merge(driver: "WindowDriver") -> None:
    from PySide6.QtWidgets import QPushButton

    from newsdesk.ui.dialogs.merge_dialog import MergeDialog
    from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog
    from tests.hands import visible, wait_until

    _vocabularies()(driver)
    (dialog,) = visible(VocabulariesDialog)
    next(
        b for b in dialog.findChildren(QPushButton) if "Merge" in b.text().replace("&", "")
    ).click()
    wait_until(lambda: bool(visible(MergeDialog)), "the question")


def _bulk(*, is_arabic: bool = False) -> "Callable[[WindowDriver], None]":
    """Several are selected, and were filed; one of them could not take a step."""

    def show(driver: "WindowDriver") -> None:
        from newsdesk.ui.dialogs.filing_dialog import FilingDialog
        from tests.hands import visible, wait_until

        (arabic if is_arabic else english)(driver)
        driver.window.library._view.selectAll()
        _do(driver, "library.file")
        wait_until(lambda: bool(visible(FilingDialog)), "the question")
        (dialog,) = visible(FilingDialog)
        dialog.filing_requested.emit(dialog._scheme.currentData(), ("winter safety",), True)  # noqa: FBT003 - as the signal has it
        dialog.reject()
        wait_until(lambda: bool(driver.window.notices.text()), "it to be done", 30)

    return show


def _filing(driver: "WindowDriver") -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from newsdesk.ui.dialogs.filing_dialog import FilingDialog
    from newsdesk.ui.widgets.completing_field import CompletingField
    from tests.hands import visible, wait_until

    english(driver)
    driver.window.library._view.selectAll()
    _do(driver, "library.file")
    wait_until(lambda: bool(visible(FilingDialog)), "the question")
    (field,) = visible(CompletingField, within=visible(FilingDialog)[0])
    for word in ("rescue", "winter safety"):
        QTest.keyClicks(field, word)
        QTest.keyClick(field, Qt.Key.Key_Return)


def _step(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.bulk_dialogs import StepDialog
    from tests.hands import visible, wait_until

    english(driver)
    driver.window.library._view.selectAll()
    _do(driver, "library.step")
    wait_until(lambda: bool(visible(StepDialog)), "the question")


def _trash(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
    from newsdesk.ui.library.filters import Filter
    from tests.hands import visible, wait_until

    english(driver)
    library = driver.window.library
    library._view.selectAll()
    _do(driver, "release.trash")
    wait_until(lambda: library.shown_total() == 0, "the trash to be filled", 30)
    library._filters.set_chosen(Filter.TRASH)
    library.refresh()
    wait_until(lambda: library.shown_total() > 0, "the trash to be listed", 30)
    _do(driver, "release.empty_trash")
    wait_until(lambda: bool(visible(EmptyTrashDialog)), "the question")


def _with_template(driver: "WindowDriver") -> None:
    def add(desk: object) -> object:
        made, _ = desk.templates.add("Statement", "en", _STATEMENT)  # type: ignore[attr-defined]
        defaults = {"headline": "{{who}} welcomes {{what}}", "tags": "statements"}
        return desk.templates.save(  # type: ignore[attr-defined]
            replace(made, defaults=defaults, required_fields=("contacts", "headline"))
        )

    _store(
        driver,
        add,
        lambda desk: desk.templates.add("Situation report", "fr", "{{lieu}} – {{chiffres}}"),  # type: ignore[attr-defined]
    )


def _template(driver: "WindowDriver") -> None:
    """A release that was just begun from a template."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from newsdesk.ui.dialogs.insert_picker import InsertPicker
    from tests.hands import visible, wait_until

    english(driver)
    _with_template(driver)
    _do(driver, "release.from_template")
    wait_until(lambda: bool(visible(InsertPicker)), "the list")
    field = visible(InsertPicker)[0].findChild(QLineEdit)
    QTest.keyClicks(field, "state")
    QTest.keyClick(field, Qt.Key.Key_Return)
    text = driver.window.editor.text
    wait_until(lambda: len(text.extraSelections()) >= 4, "the blanks to be marked", 30)


def _template_form(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.template_dialog import TemplateDialog
    from tests.hands import visible, wait_until

    english(driver)
    _do(driver, "release.save_template")
    wait_until(lambda: bool(visible(TemplateDialog)), "the form", 30)


def _compact(driver: "WindowDriver") -> None:
    english(driver)
    driver.workstation.keeper.change(is_list_compact=True)


def _bringing_in(*, is_arabic: bool = False) -> "Callable[[WindowDriver], None]":
    """Thousands of texts on their way, and something else to be said meanwhile."""

    def show(driver: "WindowDriver") -> None:
        from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

        (arabic if is_arabic else english)(driver)
        notices = driver.workstation.wiring.notices
        line = notices.begin_progress("Bringing in")
        line.show_progress(12_480, 50_000, "Next: \u2068harbour-crews-train-for-winter.md\u2069")
        notices.show(
            "“Quay repaired” is in the trash.",
            Tone.DONE,
            [Offer("Undo", lambda: None)],
            ms=10 * UNDO_MS,
        )

    return show


SCENES = {
    "vocabularies": Scene(_vocabularies()),
    "vocabularies-dark": Scene(_vocabularies(), theme="dark"),
    "vocabularies-arabic": Scene(_vocabularies(is_arabic=True), is_mirrored=True),
    "vocabularies-term": Scene(_term),
    "vocabularies-merge": Scene(_merge, theme="dark"),
    "bulk": Scene(_bulk()),
    "bulk-dark": Scene(_bulk(), theme="dark"),
    "bulk-filing": Scene(_filing),
    "bulk-step": Scene(_step, theme="dark"),
    "trash": Scene(_trash),
    "trash-dark": Scene(_trash, theme="dark"),
    "templates": Scene(_template),
    "templates-dark": Scene(_template, theme="dark"),
    "templates-form": Scene(_template_form),
    "list-compact": Scene(_compact, size=(1024, 640)),
    "bringing-in": Scene(_bringing_in()),
    "bringing-in-dark": Scene(_bringing_in(), theme="dark", size=(1024, 640)),
    "bringing-in-arabic": Scene(_bringing_in(is_arabic=True), is_mirrored=True),
    "bringing-in-large": Scene(_bringing_in(), text_scale=2.0, size=(1024, 640)),
}
