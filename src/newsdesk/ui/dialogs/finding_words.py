"""How the window calls what was found in a text, and what it says of each piece.

A new flag of the importers gets its line in `_NOTES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.domain.errors import EmbargoProblem, MediaProblem
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.languages import language_name
from newsdesk.ui.messages import field_words

TAKEN_BACK = "taken_back"  # the flag of a piece that a person put back into the text

_KINDS: Mapping[FindingKind, str] = {
    FindingKind.HEADLINE: QT_TRANSLATE_NOOP("Findings", "Headline"),
    FindingKind.SUBHEADLINE: QT_TRANSLATE_NOOP("Findings", "Subheadline"),
    FindingKind.DATELINE: QT_TRANSLATE_NOOP("Findings", "Dateline"),
    FindingKind.EMBARGO: QT_TRANSLATE_NOOP("Findings", "Embargo"),
    FindingKind.POSTED: QT_TRANSLATE_NOOP("Findings", "Date of the page"),
    FindingKind.BODY: QT_TRANSLATE_NOOP("Findings", "Text"),
    FindingKind.QUOTE: QT_TRANSLATE_NOOP("Findings", "Quote"),
    FindingKind.CONTACT: QT_TRANSLATE_NOOP("Findings", "Contact"),
    FindingKind.TAGS: QT_TRANSLATE_NOOP("Findings", "Tags"),
    FindingKind.CATEGORIES: QT_TRANSLATE_NOOP("Findings", "Categories"),
    FindingKind.BOILERPLATE: QT_TRANSLATE_NOOP("Findings", "Standing paragraph"),
    FindingKind.NOTES: QT_TRANSLATE_NOOP("Findings", "Notes to editors"),
    FindingKind.BYLINE: QT_TRANSLATE_NOOP("Findings", "Byline"),
    FindingKind.ADDRESS: QT_TRANSLATE_NOOP("Findings", "Web address"),
    FindingKind.LANGUAGE: QT_TRANSLATE_NOOP("Findings", "Language"),
    FindingKind.MENDED_LINES: QT_TRANSLATE_NOOP("Findings", "Lines joined"),
    FindingKind.FURNITURE: QT_TRANSLATE_NOOP("Findings", "Page furniture"),
    FindingKind.END_MARK: QT_TRANSLATE_NOOP("Findings", "End mark"),
    FindingKind.FIELD: QT_TRANSLATE_NOOP("Findings", "Field"),
    FindingKind.MEDIA: QT_TRANSLATE_NOOP("Findings", "Picture"),
}

_STANDING: Mapping[str, str] = {  # flags that say which standing paragraph it is
    "about": QT_TRANSLATE_NOOP("Findings", "About"),
    "helpline": QT_TRANSLATE_NOOP("Findings", "Help line"),
    "disclaimer": QT_TRANSLATE_NOOP("Findings", "Disclaimer"),
    "footnote": QT_TRANSLATE_NOOP("Findings", "Footnote"),
    "notes_to_editors": QT_TRANSLATE_NOOP("Findings", "Notes to editors"),
}

_NOTES: Mapping[str, str] = {
    # of a headline, a subheadline, the text
    "repeated": QT_TRANSLATE_NOOP("Findings", "Stands in the text a second time"),
    "ends_like_a_sentence": QT_TRANSLATE_NOOP("Findings", "Ends like a sentence"),
    "abstract": QT_TRANSLATE_NOOP("Findings", "Taken as the summary"),
    "too_many_lines": QT_TRANSLATE_NOOP("Findings", "Too long to be taken apart"),
    # of a dateline or a date
    "unknown_place": QT_TRANSLATE_NOOP("Findings", "This place is not known"),
    "no_year": QT_TRANSLATE_NOOP("Findings", "The year is missing"),
    "no_dash": QT_TRANSLATE_NOOP("Findings", "No dash follows"),
    "day_or_month": QT_TRANSLATE_NOOP("Findings", "Day and month may be the other way round"),
    "date_of_release": QT_TRANSLATE_NOOP("Findings", "Taken as the date of the release"),
    # of an embargo
    "zone_assumed": QT_TRANSLATE_NOOP("Findings", "No city is named; check the time zone"),
    "zones_disagree": QT_TRANSLATE_NOOP("Findings", "Two time zones are named that do not agree"),
    "unreadable_time": QT_TRANSLATE_NOOP("Findings", "The time cannot be read for certain"),
    "more_is_said": QT_TRANSLATE_NOOP("Findings", "It says more than a date and a time"),
    EmbargoProblem.IMPOSSIBLE: QT_TRANSLATE_NOOP("Findings", "The clocks jump over this time"),
    EmbargoProblem.DOUBLED: QT_TRANSLATE_NOOP("Findings", "The clocks show this time twice"),
    EmbargoProblem.UNKNOWN_ZONE: QT_TRANSLATE_NOOP("Findings", "This time zone is not known"),
    EmbargoProblem.UNREADABLE: QT_TRANSLATE_NOOP("Findings", "This is no date and time"),
    # of a contact
    "no_phone": QT_TRANSLATE_NOOP("Findings", "No phone number"),
    "no_email": QT_TRANSLATE_NOOP("Findings", "No e-mail address"),
    "email_label_empty": QT_TRANSLATE_NOOP("Findings", "The announced e-mail address is missing"),
    "email_obfuscated": QT_TRANSLATE_NOOP("Findings", "The e-mail address was written in words"),
    "mailbox_not_person": QT_TRANSLATE_NOOP("Findings", "The mailbox does not bear this name"),
    "initial_mismatch": QT_TRANSLATE_NOOP("Findings", "The mailbox begins with another letter"),
    "country_assumed": QT_TRANSLATE_NOOP("Findings", "The country code was added: check it"),
    "phone_no_plus": QT_TRANSLATE_NOOP("Findings", "The number was written without its “+”"),
    "phone_length": QT_TRANSLATE_NOOP("Findings", "The number is too short or too long"),
    "address": QT_TRANSLATE_NOOP("Findings", "Its postal address is not kept"),
    "markup_debris": QT_TRANSLATE_NOOP("Findings", "Left-over code was taken out"),
    "body_goes_on": QT_TRANSLATE_NOOP("Findings", "The text goes on after it"),
    # of standing paragraphs, categories, what was left out, quotes
    "no_heading": QT_TRANSLATE_NOOP("Findings", "It has no heading"),
    "long": QT_TRANSLATE_NOOP("Findings", "It is as long as a chapter"),
    "with_page_noise": QT_TRANSLATE_NOOP("Findings", "Taken from among page furniture"),
    "letterhead": QT_TRANSLATE_NOOP("Findings", "Letterhead"),
    "nobody_named": QT_TRANSLATE_NOOP("Findings", "It does not say who speaks"),
    # of what a person marked
    "by_hand": QT_TRANSLATE_NOOP("Findings", "Marked by you"),
    "as_it_stands": QT_TRANSLATE_NOOP("Findings", "It could not be read, and is kept as it stands"),
    "replaced": QT_TRANSLATE_NOOP("Findings", "You marked another one; this is text again"),
    # of a picture
    "taken_along": QT_TRANSLATE_NOOP("Findings", "Taken along"),
    MediaProblem.ELSEWHERE: QT_TRANSLATE_NOOP("Findings", "It lies on the web, and is only named"),
    MediaProblem.OUTSIDE: QT_TRANSLATE_NOOP("Findings", "Its address leads out of the folder"),
    MediaProblem.MISSING: QT_TRANSLATE_NOOP("Findings", "It does not lie beside the text"),
    MediaProblem.NO_PICTURE: QT_TRANSLATE_NOOP("Findings", "It is no JPEG, PNG, WebP or GIF"),
    MediaProblem.DAMAGED: QT_TRANSLATE_NOOP("Findings", "It is damaged or cut off"),
    MediaProblem.TOO_LARGE: QT_TRANSLATE_NOOP("Findings", "It is too large"),
    MediaProblem.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP("Findings", "It has too many pixels"),
    # of what a feed, an export, a mail or a document says outside the text
    "feed": QT_TRANSLATE_NOOP("Findings", "The feed says so"),
    "wordpress": QT_TRANSLATE_NOOP("Findings", "WordPress says so"),
    "mail": QT_TRANSLATE_NOOP("Findings", "The mail says so"),
    "document": QT_TRANSLATE_NOOP("Findings", "The properties of the document say so"),
    "footnotes": QT_TRANSLATE_NOOP("Findings", "The footnotes; they stand below the text"),
    # of what a page says in its head, and of what stands beside its text
    "json_ld": QT_TRANSLATE_NOOP("Findings", "The page says so to search engines (JSON-LD)"),
    "open_graph": QT_TRANSLATE_NOOP("Findings", "The page says so to social networks (Open Graph)"),
    "meta": QT_TRANSLATE_NOOP("Findings", "The page says so in its head"),
    "page_title": QT_TRANSLATE_NOOP("Findings", "The title of the page says so"),
    "time": QT_TRANSLATE_NOOP("Findings", "A time on the page says so"),
    "rel_tag": QT_TRANSLATE_NOOP("Findings", "Links of the page name them"),
    "byline": QT_TRANSLATE_NOOP("Findings", "The page names the author"),
    "link": QT_TRANSLATE_NOOP("Findings", "The page names this as its address"),
    "html_lang": QT_TRANSLATE_NOOP("Findings", "The page says so of its language"),
    "web_archive": QT_TRANSLATE_NOOP("Findings", "The file says where it was saved from"),
    "beside_the_text": QT_TRANSLATE_NOOP("Findings", "Stands beside the text of the page"),
    "short_address": QT_TRANSLATE_NOOP("Findings", "The short form of its address"),
    "said_elsewhere": QT_TRANSLATE_NOOP("Findings", "Said in another place as well"),
    "too_long": QT_TRANSLATE_NOOP("Findings", "Too long; it is not taken"),
    "published": QT_TRANSLATE_NOOP("Findings", "Published there; here it begins as a draft"),
    "scheduled": QT_TRANSLATE_NOOP("Findings", "To be published there; here it begins as a draft"),
    "spiked": QT_TRANSLATE_NOOP("Findings", "Thrown away there; here it begins as a draft"),
    "password": QT_TRANSLATE_NOOP("Findings", "It could be read with a password only"),
    "post_type": QT_TRANSLATE_NOOP("Findings", "It was no ordinary post"),
    "refused": QT_TRANSLATE_NOOP("Findings", "It could not be read"),
    "shortcode": QT_TRANSLATE_NOOP("Findings", "A mark of WordPress; nothing was made of it"),
    "around": QT_TRANSLATE_NOOP("Findings", "Stands around the text in the mail"),
    "note": QT_TRANSLATE_NOOP("Findings", "A note that came with the release"),
    "signature": QT_TRANSLATE_NOOP("Findings", "The signature of the mail"),
    "encoding_guessed": QT_TRANSLATE_NOOP("Findings", "It does not say how its letters are kept"),
    # of a front matter
    "unknown_key": QT_TRANSLATE_NOOP("Findings", "There is no such field"),
    "unreadable": QT_TRANSLATE_NOOP("Findings", "This cannot be read"),
}

_TOLD_FIELDS: Mapping[str, str] = {  # flags that say which field outside the text it is
    "state": QT_TRANSLATE_NOOP("Findings", "Where it stood"),
    "password": QT_TRANSLATE_NOOP("Findings", "Password"),
    "post_type": QT_TRANSLATE_NOOP("Findings", "Kind of post"),
    "source": QT_TRANSLATE_NOOP("Findings", "Issued by"),
    "from": QT_TRANSLATE_NOOP("Findings", "Sent by"),
    "creator": QT_TRANSLATE_NOOP("Findings", "Saved first by"),
    "refused": QT_TRANSLATE_NOOP("Findings", "Attachment"),
}
_TOLD = "told"
_WHERE = frozenset(
    {"feed", "wordpress", "mail", "document"}
    | {"json_ld", "open_graph", "meta", "page_title", "time", "rel_tag", "byline", "link"}
    | {"html_lang", "web_archive"}
)
_NEVER_NOTED = frozenset({TAKEN_BACK, _TOLD, *_STANDING})
_INFORMING = frozenset(
    {"repeated", "abstract", "date_of_release", "with_page_noise", "letterhead"}
    | {"email_obfuscated", "markup_debris", "by_hand", "replaced"}
    | {"taken_along", "footnotes", MediaProblem.ELSEWHERE}
)
"""Flags that tell what was done; the others ask for a look."""
_SAID = _WHERE | {
    "beside_the_text",
    "short_address",
    "said_elsewhere",
    "shortcode",
    "around",
    "note",
    "signature",
}
"""The same of what stands outside the text."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said of a piece: a sentence without a full stop."""

    text: str
    is_warning: bool = True


def kind_words(finding: Finding) -> str:
    """Return what a piece was taken for, as the heading of its row."""
    for flag in finding.flags:
        if finding.kind is FindingKind.BOILERPLATE and flag in _STANDING:
            return _tr(_STANDING[flag])
        if finding.kind is FindingKind.FIELD and flag in _TOLD_FIELDS and _TOLD in finding.flags:
            return _tr(_TOLD_FIELDS[flag])
        if finding.kind is FindingKind.FIELD and flag not in {TAKEN_BACK, _TOLD, *_WHERE}:
            named = field_words(flag)
            return named[:1].upper() + named[1:]
    return kind_name(finding.kind)


def kind_name(kind: FindingKind) -> str:
    return _tr(_KINDS[kind])


def confidence_words(finding: Finding) -> str:
    """Return how sure it is; of a piece that a person put back, where it stands."""
    if is_taken_back(finding):
        return _tr(QT_TRANSLATE_NOOP("Findings", "in the text"))
    if finding.confidence is Confidence.HIGH:
        return _tr(QT_TRANSLATE_NOOP("Findings", "sure"))
    return _tr(QT_TRANSLATE_NOOP("Findings", "not sure"))


def shown_text(finding: Finding) -> str:
    """Return a piece as it stood in its source; of a language its name."""
    if finding.kind is FindingKind.LANGUAGE:
        return language_name(finding.text)
    return finding.text


def notes(finding: Finding) -> list[Note]:
    flags = [flag for flag in finding.flags if flag not in _NEVER_NOTED]
    if finding.kind is FindingKind.FIELD:
        return [_note(flag) for flag in flags if flag in _NOTES]
    if finding.kind is FindingKind.QUOTE:
        return [_speaker(flag) for flag in flags]
    return [_note(flag) for flag in flags]


def is_taken_back(finding: Finding) -> bool:
    """Tell whether a person put a piece back into the text."""
    return TAKEN_BACK in finding.flags


def _note(flag: str) -> Note:
    text = _tr(_NOTES[flag]) if flag in _NOTES else flag.replace("_", " ")
    return Note(text, is_warning=flag not in _INFORMING | _SAID)


def _speaker(flag: str) -> Note:
    if flag in _NOTES:
        return _note(flag)
    said_by = QT_TRANSLATE_NOOP("Findings", "Said by {0}")
    return Note(_tr(said_by).format(flag), is_warning=False)


def _tr(text: str) -> str:
    return translate("Findings", text)
