"""The parts that check the spelling of the open release, and how they hang together."""

from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from newsdesk.services.spelling_worker import command
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.editor.markdown_highlighter import MarkdownHighlighter
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.languages import language_name
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.spelling.next_unknown import CheckedText, NextUnknown
from newsdesk.ui.spelling.spell_checker import SpellChecker, SpellingState
from newsdesk.ui.spelling.spelling_marks import SpellingMarks
from newsdesk.ui.spelling.spelling_menu import SpellingMenu
from newsdesk.ui.spelling.spelling_process import SpellingProcess
from newsdesk.ui.spelling.unknown_words import UnknownWords
from newsdesk.ui.theme.theme_controller import ThemeController

_LAYER = "spelling"


class SpellingDesk(QObject):
    """Marks and menus in headline, subheadline and text.

    Signals:
        told(str, str): what the spelling is checked with now, and, if it is not, why.
        nothing_found(): the whole release has no unknown word.
    """

    told = Signal(str, str)
    nothing_found = Signal()

    def __init__(
        self,
        editor: EditorPane,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        keeper: PreferencesKeeper,
        themes: ThemeController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.process = SpellingProcess(command(), self)
        self.checker = SpellChecker(session, store, hub, keeper, self.process, self)
        self._told = ("", "")
        fields = (editor.fields.headline, editor.fields.subheadline)
        texts: list[CheckedText] = []
        self.marks: list[SpellingMarks] = []
        for field in fields:
            words = UnknownWords(self.checker)
            self.marks.append(
                SpellingMarks(field, words, self.checker, themes, partial(field.set_marks, _LAYER))
            )
            texts.append(CheckedText(field, words))
        body = editor.text
        words = UnknownWords(self.checker, MarkdownHighlighter.is_code)
        marks = SpellingMarks(body, words, self.checker, themes, partial(body.set_marks, _LAYER))
        body.document_changed.connect(marks.begin_anew)
        body.intake.busy_changed.connect(marks.wait)
        self.marks.append(marks)
        texts.append(CheckedText(body, words))
        self.menus = [SpellingMenu(one.text, one.words, self.checker) for one in texts]
        self.next = NextUnknown(texts, self.checker, self)
        self.next.not_found.connect(self.nothing_found)
        self.checker.changed.connect(self._tell)
        session.fields_changed.connect(self._on_fields_changed)

    def begin(self) -> None:
        """Find out what the release is checked with that was open before there was this."""
        self.checker.refresh()

    @Slot(object)
    def _on_fields_changed(self, names: frozenset[str]) -> None:
        """What may be changed now is marked, what may only be read is not."""
        if "state" in names:
            for marks in self.marks:
                marks.wait()

    @Slot()
    def _tell(self) -> None:
        told = self._words()
        if told != self._told:
            self._told = told
            self.told.emit(*told)

    def _words(self) -> tuple[str, str]:
        match self.checker.state:
            case SpellingState.NOTHING:
                return "", ""
            case SpellingState.OFF:
                return "", self.tr("spelling off")
            case SpellingState.NO_DICTIONARY:
                return "", self.tr("no dictionary")
            case SpellingState.FAILED:
                return "", self.tr("damaged dictionary")
            case SpellingState.READY:
                return dictionary_name(self.checker.dictionary), ""


def dictionary_name(tag: str) -> str:
    """Return what a dictionary is of: "English (United Kingdom)", "Français"."""
    language, _, country = tag.partition("-")
    name = language_name(language)
    locale = QLocale(tag.replace("-", "_"))
    return f"{name} ({locale.nativeTerritoryName()})" if country else name
