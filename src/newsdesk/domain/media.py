"""Pictures and attachments, known by the hash of their content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from newsdesk.domain.ids import MediaId

LARGEST = 64 * 1024 * 1024  # bytes: twice the largest file of a press photographer
MOST_PIXELS = 120_000_000  # no camera of the trade makes more


class Consent(StrEnum):
    """Whether the people shown agreed."""

    NOT_NEEDED = "not_needed"
    OBTAINED = "obtained"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class MediaRole(StrEnum):
    """What a picture is to a release."""

    FEATURE = "featuremedia"
    BODY = "body"
    GALLERY = "gallery"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaAsset:
    """One file of the media store.

    Captions, alternative texts and credit are what the newsroom suggests to the next release that
    shows it; what one prints it carries itself.
    """

    id: MediaId
    sha256: str
    path: str  # below the media store: "ab/<sha256>.jpg"
    file_name: str | None = None  # as it came; None: not known
    mime: str
    width: int | None = None  # px
    height: int | None = None
    captions: Mapping[str, str] = field(default_factory=dict[str, str])
    alts: Mapping[str, str] = field(default_factory=dict[str, str])
    creditline: str = ""
    copyright_notice: str | None = None
    usageterms: str | None = None
    taken_on: date | None = None
    place: str | None = None
    consent: Consent = Consent.UNKNOWN
    consent_doc: str | None = None
    poi_x: float | None = None  # the point of interest, 0 to 1 of the width
    poi_y: float | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseMedia:
    """A picture's place in a release, with what is printed below it there, in its language."""

    media_id: MediaId
    role: MediaRole = MediaRole.BODY
    caption: str | None = None  # None: nobody has said it yet; storing takes what is suggested
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """What is said of a picture in one language; the credit is the same in each."""

    alt: str = ""  # "": an ornament, of which nothing is to be said
    caption: str = ""
    credit: str = ""


Places = tuple[ReleaseMedia, ...]


def said_of(places: Places, media_id: MediaId, words: PictureWords) -> Places:
    """Return the places of a release with other words below a picture, which may be new there."""
    said = ReleaseMedia(media_id=media_id, caption=words.caption, credit=words.credit)
    return joined(places, [said])


def joined(places: Places, said: Iterable[ReleaseMedia]) -> Places:
    """Return `places` with the words of `said`, and behind them what has a place only there."""
    said = tuple(said)
    placed = {one.media_id for one in places}
    return (*worded(places, said), *(one for one in said if one.media_id not in placed))


def worded(places: Places, said: Iterable[ReleaseMedia]) -> Places:
    """Return `places` in their order and roles with the words of `said`, as far as it has any."""
    words = {one.media_id: one for one in said}
    return tuple(_worded(one, words.get(one.media_id, one)) for one in places)


def _worded(place: ReleaseMedia, said: ReleaseMedia) -> ReleaseMedia:
    return replace(
        place,
        caption=place.caption if said.caption is None else said.caption,
        credit=place.credit if said.credit is None else said.credit,
    )


def words_of(asset: MediaAsset, language: str) -> PictureWords:
    """Return what is said of a file in a language, or in the language it is a variety of."""
    base = language.partition("-")[0]

    def said(texts: Mapping[str, str]) -> str:
        return texts.get(language) or texts.get(base, "")

    return PictureWords(alt=said(asset.alts), caption=said(asset.captions), credit=asset.creditline)


def with_words(asset: MediaAsset, language: str, words: PictureWords) -> MediaAsset:
    """Return a file with other words in this language; "" takes them away."""
    return replace(
        asset,
        alts=_with(asset.alts, language, words.alt),
        captions=_with(asset.captions, language, words.caption),
        creditline=words.credit,
    )


def _with(texts: Mapping[str, str], language: str, text: str) -> Mapping[str, str]:
    others = {tag: said for tag, said in texts.items() if tag != language}
    return others | {language: text} if text else others
