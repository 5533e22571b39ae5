"""One template, while it is written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QTextEdit, QWidget

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.template import REQUIRABLE, Template
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.languages import LANGUAGES, language_name
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import field_words, words
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, caption, label_for

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_WIDTH = 600
_LINES = 9  # of the text
_IN_A_ROW = 3
_HEADLINE = "headline"
_OF_DATELINE = "dateline."


class TemplateDialog(FittedDialog):
    """A form for one template; show it with `open()`.

    Signals:
        saved(Template): it is stored as it is now.
    """

    saved = Signal(object)

    def __init__(
        self,
        template: Template,
        languages: Sequence[str],
        store: Store,
        parent: QWidget | None = None,
    ) -> None:
        """`languages` are those of the house, which are offered first."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("template_dialog")
        is_new = template.version == 0
        self.setWindowTitle(self.tr("New template") if is_new else self.tr("Template"))
        self._template = template
        self._store = store
        self._lifetime = Lifetime(self)
        self._name = QLineEdit(template.name)
        self._name.setPlaceholderText(self.tr("Statement, situation report …"))
        self._name_note = FieldNote(self._name)
        self._language = QComboBox()
        for tag in dict.fromkeys((*languages, template.language, *LANGUAGES)):
            self._language.addItem(language_name(tag), tag)
        self._language.setCurrentIndex(self._language.findData(template.language))
        self._headline = QLineEdit(template.defaults.get(_HEADLINE, ""))
        self._headline.setPlaceholderText(self.tr("{{who}} opens {{what}}"))
        self._text = QTextEdit()
        self._required = {name: QCheckBox(_sentence(field_words(name))) for name in REQUIRABLE}
        self._refusal = FieldNote()
        self._save, cancel = (
            primary_button(self.tr("&Save template")),
            secondary_button(self.tr("Cancel")),
        )
        self._arrange()
        self._save.setDefault(True)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._save)
        self._save.clicked.connect(self._on_save)
        cancel.clicked.connect(self.reject)
        self._name.setFocus()

    def _arrange(self) -> None:
        name, language = add_columns(self.column, 3, 2)
        add_labelled(name, self.tr("&Name"), self._name)
        name.addWidget(self._name_note)
        name.addStretch(1)
        add_labelled(language, self.tr("&Language"), self._language)
        language.addStretch(1)
        add_labelled(self.column, self.tr("&Headline"), self._headline)
        self._text.setObjectName("template_text")
        self._text.setAcceptRichText(False)
        self._text.setTabChangesFocus(True)
        self._text.setPlainText(self._template.body_md)
        self._text.setMinimumHeight(_LINES * self._text.fontMetrics().lineSpacing())
        self.column.addWidget(label_for(self.tr("&Text, in Markdown"), self._text))
        self.column.addWidget(self._text, 1)
        self.column.addWidget(
            caption(
                self.tr(
                    "A blank stands in double braces, {{like this}}: it is marked in the text, and "
                    "publishing asks as long as one is left."
                )
            )
        )
        if also := self._also():
            self.column.addWidget(caption(self.tr("Also begins with: {0}.").format(also)))
        self.column.addSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for number, (field, box) in enumerate(self._required.items()):
            box.setObjectName(f"require_{field}")
            box.setChecked(field in self._template.required_fields)
            grid.addWidget(box, number // _IN_A_ROW, number % _IN_A_ROW)
        label = caption(self.tr("Must be filled in before it is published"))
        self.column.addWidget(label)
        self.column.addLayout(grid)
        self.column.addWidget(self._refusal)

    def _also(self) -> str:
        """Say what else is kept: a dateline is one thing, whatever it is made of."""
        names = [
            _OF_DATELINE.rstrip(".") if name.startswith(_OF_DATELINE) else name
            for name in self._template.defaults
            if name != _HEADLINE
        ]
        return ", ".join(field_words(name) for name in dict.fromkeys(names))

    def _entered(self) -> Template:
        defaults = {
            name: value for name, value in self._template.defaults.items() if name != _HEADLINE
        }
        if headline := self._headline.text().strip():
            defaults = {_HEADLINE: headline, **defaults}
        return replace(
            self._template,
            name=self._name.text().strip(),
            language=self._language.currentData(),
            defaults=defaults,
            required_fields=tuple(n for n, box in self._required.items() if box.isChecked()),
            body_md=self._text.toPlainText(),
        )

    @Slot()
    def _on_save(self) -> None:
        template = self._entered()
        if not template.name:
            self._name_note.say(self.tr("Give it a name to find it by."))
            self._name.setFocus()
            self.fit()
            return

        def work(desk: "Desk") -> tuple[Template, Changes]:
            return desk.templates.save(template)

        self._save.setEnabled(False)
        guard = self._lifetime.guard
        self._store.change(work, guard(self._on_saved), guard(self._on_refused))

    def _on_saved(self, template: Template) -> None:
        self.saved.emit(template)
        self.accept()

    def _on_refused(self, error: NewsdeskError) -> None:
        self._save.setEnabled(True)
        message = words(error)
        self._refusal.say(f"{message.title}. {message.text}")
        self.fit()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
