"""Commands on the pictures of the open release."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.media import MediaAsset, PictureWords, words_of
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.editor.picture_intake import (
    OfferedPicture,
    file_patterns,
    from_files,
    has_pictures,
    offered_in,
)
from newsdesk.ui.languages import language_name
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words as message_words
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.new_picture import NewPicture
    from newsdesk.services.pictures import ReleasePicture
    from newsdesk.ui.jobs.take_in_pictures import TakeInPictures

_SHOWN_REFUSALS = 3
_SAID_AFTER_MS = 400  # most pictures are read before


class PictureCommands(QObject):
    """Puts pictures into the text, and says what is said of them."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._window = context.window
        self._notices = context.notices
        self._run: TakeInPictures | None = None
        self._place = QTextCursor()
        self._window.editor.text.add_paste_taker(self._take_from)
        self._is_waiting_said = False
        self._waiting = single_shot(self, self._say_waiting, _SAID_AFTER_MS)

    # In -------------------------------------------------------------------------------------

    def insert(self) -> None:
        """Ask for files, and put the pictures in them where the caret is."""
        dialog = QFileDialog(self._window, self.tr("Insert image"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Images ({0})").format(file_patterns()), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self.take_files)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take_from(self, source: QMimeData) -> bool:
        """Take what is pasted or dropped on the text if that is pictures."""
        if not has_pictures(source):
            return False
        self.take(offered_in(source))
        return True

    @Slot(list)
    def take_files(self, paths: Sequence[str]) -> None:
        self.take(from_files(paths))

    @Slot(list)
    def take(self, offered: Sequence[OfferedPicture]) -> None:
        """Put pictures where the caret is, each once it is described."""
        context, release = self._context, self._context.session.head
        refusal = context.store.refusal
        if refusal is not None:
            self._notices.show_error(refusal)
        elif release is None or not context.session.is_editable:
            told = self.tr("Images go into the text of a draft. Open one, then insert them.")
            self._notices.show(told, ms=UNDO_MS)
        elif self._run is None and offered:
            from newsdesk.ui.jobs.take_in_pictures import (  # noqa: PLC0415 - when needed
                TakeInPictures,
            )

            self._place = self._window.editor.text.textCursor()
            self._place.clearSelection()
            run = self._run = TakeInPictures(offered, release.language, context.store, self)
            run.reading.connect(self._on_reading)
            run.words_needed.connect(partial(self._ask, run, release.language))
            run.kept.connect(partial(self._insert, release.id))
            run.finished.connect(self._on_finished)
            run.start()

    def _ask(
        self,
        run: "TakeInPictures",
        language: str,
        new: "NewPicture",
        known: MediaAsset | None,
        number: int,
        total: int,
    ) -> None:
        from newsdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415 - when needed

        self._stop_waiting()
        words = self._known_words(known, language) if known is not None else PictureWords()
        dialog = PictureDialog(
            words, language, language_name(language), is_new=True, parent=self._window
        )
        dialog.set_picture(new.thumbnail)
        kind = new.picture.mime.rpartition("/")[2].upper()
        dialog.set_facts(new.name, new.width, new.height, len(new.content), kind)
        dialog.set_known(is_known=known is not None)
        dialog.set_place(number, total)
        dialog.words_given.connect(run.describe)
        dialog.skip_requested.connect(run.skip)
        dialog.given_up.connect(run.stop)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _insert(self, release_id: ReleaseId, asset: MediaAsset, words: PictureWords) -> None:
        from newsdesk.ui.editor.picture_writing import insert_picture  # noqa: PLC0415 - when needed

        editor = self._window.editor.text
        session = self._context.session
        if session.release_id != release_id:
            return  # the picture is kept; its release was left
        insert_picture(self._place, asset.sha256, words.alt)
        if (said := session.wording.said.get(asset.id)) is not None:  # it stands elsewhere too
            before = PictureWords(caption=said.caption or "", credit=said.credit or "")
            session.describe(self.tr("Describe an image"), asset.id, before, words)
        editor.setTextCursor(self._place)
        editor.ensureCursorVisible()
        editor.setFocus()

    def _known_words(self, asset: MediaAsset, language: str) -> PictureWords:
        """Return what is said of a picture here, or else what the newsroom suggests."""
        words = words_of(asset, language)
        said = self._context.session.wording.said.get(asset.id)
        if said is None or said.caption is None or said.credit is None:
            return words
        return replace(words, caption=said.caption, credit=said.credit)

    @Slot(list)
    def _on_finished(self, refused: Sequence[NewsdeskError]) -> None:
        self._stop_waiting()
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        if len(refused) == 1:
            self._notices.show_error(refused[0])
        elif refused:
            told = [message_words(error).title for error in refused[:_SHOWN_REFUSALS]]
            further = len(refused) - len(told)
            said = [f"{title}." for title in told]
            if further:
                said.append(self.tr("Nor could %Ln more image(s) be kept.", "", further))
            said.append(self.tr("The text is as it was."))
            self._notices.show(" ".join(said), Tone.WARNING)

    @Slot(str)
    def _on_reading(self, _name: str) -> None:
        self._waiting.start()

    @Slot()
    def _say_waiting(self) -> None:
        self._is_waiting_said = True
        self._notices.show(self.tr("The image is being read…"))

    def _stop_waiting(self) -> None:
        self._waiting.stop()
        if self._is_waiting_said:
            self._is_waiting_said = False
            self._notices.bar.dismiss()

    # What is there ----------------------------------------------------------------------------

    def edit(self, picture: "ReleasePicture") -> None:
        """Ask for other words of a picture of the open release."""
        from newsdesk.ui.dialogs.picture_dialog import PictureDialog  # noqa: PLC0415 - when needed
        from newsdesk.ui.editor.picture_writing import alt_of  # noqa: PLC0415 - likewise

        release_id = self._context.session.release_id
        if release_id is None:
            return
        asset, language = picture.asset, picture.language
        alt = alt_of(self._window.editor.text.document(), picture.sha256)
        before = PictureWords(
            alt=picture.words.alt if alt is None else alt,
            caption=picture.caption,
            credit=picture.credit,
        )
        dialog = PictureDialog(
            before,
            language,
            language_name(language),
            is_new=False,
            is_described=alt is not None,
            parent=self._window,
        )
        width, height = picture.size_px or (0, 0)
        kind = asset.mime.rpartition("/")[2].upper()
        dialog.set_facts(asset.file_name or "", width, height, None, kind)
        self._context.store.look(
            lambda desk: desk.pictures.small(picture.sha256),
            Lifetime(dialog).guard(dialog.set_picture),
            _ignore,
        )
        dialog.words_given.connect(partial(self._say, release_id, picture, before))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _say(
        self,
        release_id: ReleaseId,
        picture: "ReleasePicture",
        before: PictureWords,
        after: PictureWords,
    ) -> None:
        if after == before:
            return
        self._describe(picture, before, after, suggested=after)
        take_back = partial(self._take_back, release_id, picture, before, after)
        said = self.tr("The words of the image are changed.")
        undo = Offer(self.tr("Undo"), take_back)
        self._notices.show(said, Tone.DONE, [undo], ms=UNDO_MS)

    def _take_back(
        self,
        release_id: ReleaseId,
        picture: "ReleasePicture",
        before: PictureWords,
        after: PictureWords,
    ) -> None:
        if self._context.session.release_id == release_id:
            suggested = words_of(picture.asset, picture.language)
            self._describe(picture, after, before, suggested=suggested)
        else:  # another one was opened meanwhile
            self._context.store.change(
                lambda desk: desk.pictures.reword(str(release_id), picture.sha256, before),
                otherwise=self._notices.show_error,
            )

    def _describe(
        self,
        picture: "ReleasePicture",
        before: PictureWords,
        after: PictureWords,
        *,
        suggested: PictureWords,
    ) -> None:
        """Say something else in the open release, and suggest something to the next one."""
        from newsdesk.ui.editor.picture_writing import set_alt  # noqa: PLC0415 - when needed

        if self._context.session.is_editable:
            set_alt(self._window.editor.text.document(), picture.sha256, after.alt)
            what = self.tr("Describe an image")
            self._context.session.describe(what, picture.asset.id, before, after)
        self._context.store.change(
            lambda desk: desk.pictures.describe(picture.sha256, suggested, picture.language),
            otherwise=self._notices.show_error,
        )

    def show(self, sha256: str) -> None:
        """Select a picture in the text."""
        from newsdesk.ui.editor.picture_writing import place_of  # noqa: PLC0415 - when needed

        editor = self._window.editor.text
        if (place := place_of(editor.document(), sha256)) is not None:
            editor.setTextCursor(place)
            editor.ensureCursorVisible()
            editor.setFocus()

    def take_out(self, sha256: str) -> None:
        """Take a picture out of the text, which can be undone there."""
        from newsdesk.ui.editor.picture_writing import take_out  # noqa: PLC0415 - when needed

        if self._context.session.is_editable:
            take_out(self._window.editor.text.document(), sha256)


def _ignore(_error: NewsdeskError) -> None:
    """A picture that cannot be shown can be described all the same."""
