from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NewsdeskError, StaleError
from newsdesk.domain.ids import TemplateId
from newsdesk.domain.template import Template
from newsdesk.ui.dialogs.template_dialog import TemplateDialog

TEMPLATE = Template(
    id=TemplateId(UUID(int=1)),
    name="Statement",
    language="fr",
    defaults={"headline": "{{who}} speaks", "tags": "Ports", "dateline.style": "un",
              "dateline.source": "(ND)"},
    required_fields=("tags",),
    body_md="{{what}}",
    version=3,
)  # fmt: skip


class Store:
    """Stores what it is given, unless it is to refuse."""

    def __init__(self, error: NewsdeskError | None = None) -> None:
        self.error = error
        self.saved: list[Template] = []

    def change(self, work: Any, then: Callable[[Any], None], otherwise: Any) -> None:
        if self.error is not None:
            otherwise(self.error)
        else:
            then(work(self)[0])

    @property
    def templates(self) -> "Store":
        return self

    def save(self, template: Template) -> tuple[Template, None]:
        self.saved.append(template)
        return template, None


def opened(store: Store, qtbot: QtBot, template: Template = TEMPLATE) -> TemplateDialog:
    dialog = TemplateDialog(template, ["en", "fr"], store)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def save(dialog: TemplateDialog) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Save template").click()


def test_a_template_is_saved_as_it_is_written(qtbot: QtBot) -> None:
    store = Store()
    dialog = opened(store, qtbot)
    name, headline = dialog.findChildren(QLineEdit)
    name.setText("Reaction")
    headline.setText("")
    dialog.findChild(QTextEdit).setPlainText("{{who}}")
    dialog.findChild(QCheckBox, "require_contacts").click()
    languages = dialog.findChild(QComboBox)
    assert languages.currentData() == "fr"
    languages.setCurrentIndex(languages.findData("en"))
    with qtbot.waitSignal(dialog.saved):
        save(dialog)
    (saved,) = store.saved
    assert (saved.name, saved.language, saved.body_md) == ("Reaction", "en", "{{who}}")
    assert saved.defaults == {"tags": "Ports", "dateline.style": "un", "dateline.source": "(ND)"}
    assert saved.required_fields == ("contacts", "tags")
    assert (saved.id, saved.version) == (TEMPLATE.id, 3)


def test_what_else_it_begins_with_is_said_once(qtbot: QtBot) -> None:
    dialog = opened(Store(), qtbot)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text == "Also begins with: tags, dateline." for text in said), said


def test_a_refusal_is_said_and_what_was_typed_stays(qtbot: QtBot) -> None:
    dialog = opened(Store(StaleError("template", "x")), qtbot)
    dialog.findChildren(QLineEdit)[0].setText("Reaction")
    save(dialog)
    assert dialog.isVisible()
    assert any("template" in label.text() for label in dialog.findChildren(QLabel))
    assert dialog.findChildren(QLineEdit)[0].text() == "Reaction"
