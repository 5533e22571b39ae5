"""Templates, through the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from newsdesk.desk import open_desk
from newsdesk.domain.template import Template
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.insert_picker import InsertPicker
from newsdesk.ui.dialogs.publish_dialog import PublishDialog
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from newsdesk.ui.dialogs.template_dialog import TemplateDialog
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HARBOUR = "Harbour crews from nine ports train together for winter rescues"


def templates(window: OpenWindow) -> list[Template]:
    with open_desk(window.folder) as desk:
        return desk.templates.all()


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    """The sample newsroom with a template in it."""
    with open_desk(sample_folder, writing=True) as desk:
        made, _ = desk.templates.add("Statement", "en", "{{who}} said: “{{what}}”")
        desk.templates.save(
            replace(made, defaults={"headline": "{{who}} speaks"}, required_fields=("tags",))
        )
    window = open_window().begin()
    window.open(HARBOUR)
    return window


def begin(window: OpenWindow) -> None:
    window.do("release.from_template")
    picker = window.dialog(InsertPicker)
    QTest.keyClick(picker.findChild(QLineEdit), Qt.Key.Key_Return)
    window.wait(lambda: window.headline == "{{who}} speaks")


def test_a_release_is_begun_from_a_template_at_its_first_blank(window: OpenWindow) -> None:
    begin(window)
    field = window.window.editor.fields.headline
    window.wait(lambda: field.textCursor().selectedText() == "{{who}}")
    QTest.keyClicks(QApplication.focusWidget(), "Dana Ash")
    window.wait(lambda: window.headline == "Dana Ash speaks")
    assert window.release.body_md == "{{who}} said: “{{what}}”"


def test_publishing_asks_while_something_is_left_blank(window: OpenWindow) -> None:
    begin(window)
    window.do("release.publish")
    dialog = window.dialog(PublishDialog)
    box = dialog.findChild(QCheckBox, "confirm_blanks")
    publish = next(b for b in dialog.findChildren(type(dialog._publish)) if b is dialog._publish)
    assert not publish.isEnabled()
    box.click()
    window.push("Publish", dialog)
    window.wait(lambda: window.release.state is State.PUBLISHED)


def test_the_open_release_is_saved_as_a_template(window: OpenWindow) -> None:
    window.type_body("In {{place}}. ")
    window.do("release.save_template")
    dialog = window.dialog(TemplateDialog)
    dialog.findChildren(QLineEdit)[0].setText("Winter rescue")
    dialog.findChild(QCheckBox, "require_contacts").click()
    window.push("Save template", dialog)
    window.wait(lambda: window.notice == "“Winter rescue” is a template now.")
    made = next(one for one in templates(window) if one.name == "Winter rescue")
    assert made.body_md.startswith("In {{place}}. ")
    assert made.defaults["headline"] == HARBOUR
    assert made.required_fields == ("contacts",)


def test_without_any_template_one_is_offered_to_write(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.do("release.from_template")
    window.wait(lambda: window.notice.startswith("There is no template yet."))
    window.push("New template…", window.window.notices)
    settings = window.dialog(SettingsDialog)
    window.push("New template", settings)
    dialog = window.dialog(TemplateDialog)
    window.push("Save template", dialog)  # not without a name
    dialog.findChildren(QLineEdit)[0].setText("Statement")
    window.push("Save template", dialog)
    window.wait(lambda: [one.name for one in templates(window)] == ["Statement"])
