"""Pictures and attachments, known by the hash of their content."""

from collections.abc import Mapping
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
    """One file of the media store."""

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
    """A picture's place in a release."""

    media_id: MediaId
    role: MediaRole = MediaRole.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureWords:
    """What is said of a picture in one language; the credit is the same in each."""

    alt: str = ""  # "": an ornament, of which nothing is to be said
    caption: str = ""
    credit: str = ""


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
