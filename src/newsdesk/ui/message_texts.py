"""What `messages.py` says of each kind of trouble.

Pairs of a title, which says what happened, and a text, which says what is safe and what to do.
"""

from collections.abc import Mapping

from newsdesk.domain.errors import (
    ConfirmationKind,
    DictionaryProblem,
    EmbargoProblem,
    ImportProblem,
    MediaProblem,
    PrintProblem,
    StorageProblem,
)
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP

Pair = tuple[str, str]

STORAGE: Mapping[StorageProblem, Pair] = {
    StorageProblem.FULL: (
        QT_TRANSLATE_NOOP("Messages", "The disk is full"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "This was not saved; everything saved before is kept. Free some space, then try again.",
        ),
    ),
    StorageProblem.READONLY: (
        QT_TRANSLATE_NOOP("Messages", "The newsroom can only be read"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "newsdesk may not write in its folder. Nothing was changed. "
            "Ask for permission to write there, or use another folder.",
        ),
    ),
    StorageProblem.BUSY: (
        QT_TRANSLATE_NOOP("Messages", "The newsroom is busy"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Another program has it in hand. Nothing was changed. Wait a moment, then try again.",
        ),
    ),
    StorageProblem.CORRUPT: (
        QT_TRANSLATE_NOOP("Messages", "Something in the newsroom is damaged"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was changed. Keep a copy of the whole folder before you do anything else.",
        ),
    ),
    StorageProblem.NEWER: (
        QT_TRANSLATE_NOOP("Messages", "This newsroom was made by a newer newsdesk"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was changed. Install the newer version to open it, or use another folder.",
        ),
    ),
    StorageProblem.FOREIGN: (
        QT_TRANSLATE_NOOP("Messages", "This file belongs to another program"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Use another folder."),
    ),
    StorageProblem.NOT_A_DATABASE: (
        QT_TRANSLATE_NOOP("Messages", "This file is no newsroom"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Use another folder."),
    ),
    StorageProblem.CANNOT_OPEN: (
        QT_TRANSLATE_NOOP("Messages", "The newsroom cannot be opened"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was changed. See whether the disk is there and the folder may be opened, "
            "then try again.",
        ),
    ),
    StorageProblem.IO: (
        QT_TRANSLATE_NOOP("Messages", "The disk did not answer as it should"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "What was saved before is kept. Check the disk, then try again.",
        ),
    ),
    StorageProblem.LOCKED: (
        QT_TRANSLATE_NOOP("Messages", "Another newsdesk is writing in this newsroom"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was changed. Close the other one, then try again; "
            "reading is possible meanwhile.",
        ),
    ),
    StorageProblem.VANISHED: (
        QT_TRANSLATE_NOOP("Messages", "The folder of the newsroom is gone"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "It was moved, renamed or unplugged. What was saved before is kept in it. "
            "Put it back where it was; saving then goes on by itself.",
        ),
    ),
    StorageProblem.CLOUD_FOLDER: (
        QT_TRANSLATE_NOOP("Messages", "The newsroom lies in a folder of {detail}"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "{detail} copies files while newsdesk writes in them, and sooner or later that damages "
            "a newsroom. Nothing was changed. Move it to a folder of this machine alone.",
        ),
    ),
    StorageProblem.NETWORK_FOLDER: (
        QT_TRANSLATE_NOOP("Messages", "The newsroom lies on another machine"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Over a network ({detail}) nothing keeps two from writing at once, and sooner or later "
            "that damages a newsroom. Nothing was changed. Move it to a folder of this machine.",
        ),
    ),
}

IMPORT: Mapping[ImportProblem, str] = {
    ImportProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "Messages", "It cannot be read. See whether it is still there and may be opened."
    ),
    ImportProblem.BINARY: QT_TRANSLATE_NOOP(
        "Messages", "It is not text. Save it as plain text or Markdown, or copy and paste it."
    ),
    ImportProblem.EMPTY: QT_TRANSLATE_NOOP("Messages", "There is nothing in it."),
    ImportProblem.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Messages", "It is too large for a release. Take out what does not belong to it."
    ),
    ImportProblem.ENCODING: QT_TRANSLATE_NOOP(
        "Messages", "Its letters are kept in a way that newsdesk cannot tell. Save it as UTF-8."
    ),
    ImportProblem.FRONT_MATTER: QT_TRANSLATE_NOOP(
        "Messages", "The fields at its top cannot be read. Correct or remove them."
    ),
    ImportProblem.UNKNOWN_KIND: QT_TRANSLATE_NOOP(
        "Messages",
        "newsdesk does not read files of this kind. Save it as plain text or Markdown, "
        "or copy and paste its text.",
    ),
    ImportProblem.DAMAGED: QT_TRANSLATE_NOOP(
        "Messages", "It is damaged or cut off. Fetch or export it again."
    ),
    ImportProblem.DOCTYPE: QT_TRANSLATE_NOOP(
        "Messages",
        "It declares parts of its own (a DTD), which newsdesk never follows. "
        "Remove the line with <!DOCTYPE.",
    ),
    ImportProblem.PASSWORD: QT_TRANSLATE_NOOP(
        "Messages",
        "It is protected with a password. Open it in the program it is from, take the password "
        "away, and save it.",
    ),
    ImportProblem.OLD_WORD: QT_TRANSLATE_NOOP(
        "Messages",
        "It is in the old format of Word (.doc). Open it in Word or LibreOffice, and save it as "
        ".docx.",
    ),
    ImportProblem.ARCHIVE_BOMB: QT_TRANSLATE_NOOP(
        "Messages", "Unpacked it would be larger than the texts of any newsroom."
    ),
    ImportProblem.ARCHIVE_DUPLICATE: QT_TRANSLATE_NOOP(
        "Messages", "Two files in it have the same name, or share their content. Pack it again."
    ),
    ImportProblem.ARCHIVE_ENCRYPTED: QT_TRANSLATE_NOOP(
        "Messages", "It asks for a password. Unpack it, then bring in the folder."
    ),
    ImportProblem.ARCHIVE_LINK: QT_TRANSLATE_NOOP(
        "Messages", "A link in it leads elsewhere. Pack the files themselves."
    ),
    ImportProblem.ARCHIVE_NESTED: QT_TRANSLATE_NOOP(
        "Messages", "It is an archive inside an archive. Unpack it, then bring it in by itself."
    ),
    ImportProblem.ARCHIVE_PATH: QT_TRANSLATE_NOOP(
        "Messages", "A file in it has a name that leads out of the archive. Do not trust it."
    ),
    ImportProblem.ARCHIVE_PROGRAM: QT_TRANSLATE_NOOP(
        "Messages", "There is a program in it. Take it out, and see who sent the archive."
    ),
    ImportProblem.BUNDLE_ALTERED: QT_TRANSLATE_NOOP(
        "Messages",
        "It is not as it was written: a part of it was altered or damaged. Have it sent again.",
    ),
    ImportProblem.BUNDLE_CHAIN: QT_TRANSLATE_NOOP(
        "Messages", "The history in it has a gap. Have it sent again, or verify the other newsroom."
    ),
    ImportProblem.BUNDLE_MEMBERS: QT_TRANSLATE_NOOP(
        "Messages", "It has a part too many or too few. Have it sent again, and see who made it."
    ),
    ImportProblem.BUNDLE_NEWER: QT_TRANSLATE_NOOP(
        "Messages", "It was made by a newer newsdesk. Install the newer version to take it over."
    ),
    ImportProblem.NEEDS_PASSWORD: QT_TRANSLATE_NOOP(
        "Messages", "It asks for a password. Ask whoever handed it over."
    ),
    ImportProblem.WRONG_PASSWORD: QT_TRANSLATE_NOOP(
        "Messages",
        "It does not open with this password, or was altered since it was written. Ask whoever "
        "handed it over.",
    ),
    ImportProblem.TOO_MANY: QT_TRANSLATE_NOOP(
        "Messages", "There are too many files in it. Bring its folders in one by one."
    ),
    ImportProblem.NO_TERMS: QT_TRANSLATE_NOOP(
        "Messages",
        "It holds no vocabulary. newsdesk reads the JSON files of IPTC's NewsCodes.",
    ),
    ImportProblem.NO_TEXT: QT_TRANSLATE_NOOP(
        "Messages",
        "It is a page of menus and links, without a running text. "
        "Open one of the texts that it leads to, and save that.",
    ),
    ImportProblem.TOO_SLOW: QT_TRANSLATE_NOOP(
        "Messages", "Reading it took too long and was given up. Copy and paste its text."
    ),
    ImportProblem.FAILED: QT_TRANSLATE_NOOP(
        "Messages",
        "It could not be read through a fault of newsdesk, which is in the log. "
        "Copy and paste its text.",
    ),
}

PRINT: Mapping[PrintProblem, Pair] = {
    PrintProblem.NO_ENGINE: (
        QT_TRANSLATE_NOOP("Messages", "There is nothing to make pages with"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The browser engine is missing or does not start. The text is safe, and no file was "
            "written. Install newsdesk anew, or export as a web page.",
        ),
    ),
    PrintProblem.AS_ROOT: (
        QT_TRANSLATE_NOOP("Messages", "Pages are not made for the system administrator"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The browser engine does not run with the rights of root. The text is safe, and no "
            "file was written. Open newsdesk from another account.",
        ),
    ),
    PrintProblem.DIED: (
        QT_TRANSLATE_NOOP("Messages", "The pages were not made"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The browser engine stopped on the way. The text is safe, and no file was written. "
            "Try again.",
        ),
    ),
    PrintProblem.TOO_SLOW: (
        QT_TRANSLATE_NOOP("Messages", "The pages were not made in time"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The browser engine took too long and was given up. The text is safe, and no file was "
            "written. Try again, or export as a web page.",
        ),
    ),
    PrintProblem.STOPPED: (
        QT_TRANSLATE_NOOP("Messages", "No pages were made: newsdesk was closed first"),
        QT_TRANSLATE_NOOP("Messages", "The text is safe, and no file was written."),
    ),
}
MEDIA: Mapping[MediaProblem, str] = {
    MediaProblem.ELSEWHERE: QT_TRANSLATE_NOOP(
        "Messages", "It lies on the web, which newsdesk does not ask. Save it beside the text."
    ),
    MediaProblem.OUTSIDE: QT_TRANSLATE_NOOP(
        "Messages", "Its address leads out of the folder of the text. Put it beside the text."
    ),
    MediaProblem.MISSING: QT_TRANSLATE_NOOP("Messages", "It is not there."),
    MediaProblem.NO_PICTURE: QT_TRANSLATE_NOOP(
        "Messages", "Whatever it is called, it is no JPEG, PNG, WebP or GIF."
    ),
    MediaProblem.DAMAGED: QT_TRANSLATE_NOOP("Messages", "It is damaged or cut off."),
    MediaProblem.TOO_LARGE: QT_TRANSLATE_NOOP("Messages", "It is too large. Make it smaller."),
    MediaProblem.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP(
        "Messages", "It has too many pixels. Make it smaller."
    ),
}

DICTIONARY: Mapping[DictionaryProblem, str] = {
    DictionaryProblem.NONE: QT_TRANSLATE_NOOP(
        "Messages",
        "It is no dictionary. Choose a .dic file with its .aff file beside it, "
        "or an extension of LibreOffice or Firefox with both in it.",
    ),
    DictionaryProblem.HALF: QT_TRANSLATE_NOOP(
        "Messages", "It is half a dictionary. Put “{detail}” beside it and try again."
    ),
    DictionaryProblem.ENCODING: QT_TRANSLATE_NOOP(
        "Messages", "Its letters are not in the encoding that it names ({detail})."
    ),
    DictionaryProblem.DAMAGED: QT_TRANSLATE_NOOP(
        "Messages", "It is damaged or cut off. Get it anew and try again."
    ),
    DictionaryProblem.TOO_LARGE: QT_TRANSLATE_NOOP("Messages", "It is too large."),
    DictionaryProblem.UNKNOWN_LANGUAGE: QT_TRANSLATE_NOOP(
        "Messages",
        "Its name does not say which language it is of. Call both files by it, "
        "such as de-CH.dic and de-CH.aff, and try again.",
    ),
    DictionaryProblem.NOT_KEPT: QT_TRANSLATE_NOOP(
        "Messages", "The folder of the newsroom cannot be changed ({detail})."
    ),
}

EMBARGO: Mapping[EmbargoProblem, Pair] = {
    EmbargoProblem.IMPOSSIBLE: (
        QT_TRANSLATE_NOOP("Messages", "This time never happens"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The clocks jump over {value}. The embargo stays as it was. Choose another time.",
        ),
    ),
    EmbargoProblem.DOUBLED: (
        QT_TRANSLATE_NOOP("Messages", "This time happens twice"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The clocks go back over {value}. The embargo stays as it was. "
            "Choose the first or the second.",
        ),
    ),
    EmbargoProblem.UNKNOWN_ZONE: (
        QT_TRANSLATE_NOOP("Messages", "There is no time zone “{value}”"),
        QT_TRANSLATE_NOOP(
            "Messages", "Nothing was changed. Choose a city or a name such as Europe/Zurich."
        ),
    ),
    EmbargoProblem.UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "This is no date and time"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The embargo stays as it was. Give a day and a time; for midnight use 00:01 or 23:59.",
        ),
    ),
    EmbargoProblem.PAST: (
        QT_TRANSLATE_NOOP("Messages", "The embargo would already be over"),
        QT_TRANSLATE_NOOP(
            "Messages", "The embargo stays as it was. Choose a time that is still to come."
        ),
    ),
    EmbargoProblem.ON_PUBLISHED: (
        QT_TRANSLATE_NOOP("Messages", "A published release gets no new embargo"),
        QT_TRANSLATE_NOOP(
            "Messages", "Nothing was changed. A running embargo can be shortened or lifted."
        ),
    ),
    EmbargoProblem.RUNNING: (
        QT_TRANSLATE_NOOP("Messages", "Its embargo still runs, until {value}"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "There is no update before that. Nothing was changed. Shorten or lift the embargo, "
            "or wait.",
        ),
    ),
    EmbargoProblem.WITH_SCHEDULE: (
        QT_TRANSLATE_NOOP("Messages", "A release has an embargo or a publishing time, not both"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Take one away to set the other."),
    ),
}

CONFIRMATION: Mapping[ConfirmationKind, Pair] = {
    ConfirmationKind.EMBARGO_PASSED: (
        QT_TRANSLATE_NOOP("Messages", "Its embargo is already over"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "It was not published. Publish it all the same if you mean to, "
            "or give it another embargo.",
        ),
    ),
    ConfirmationKind.BLANKS: (
        QT_TRANSLATE_NOOP("Messages", "Something is not filled in yet"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "It was not published. Fill in what stands in double braces, or publish it as it is.",
        ),
    ),
    ConfirmationKind.HOLD: (
        QT_TRANSLATE_NOOP("Messages", "It is on hold"),
        QT_TRANSLATE_NOOP(
            "Messages", "It was not published. Publishing ends the hold: say so if you mean to."
        ),
    ),
}
