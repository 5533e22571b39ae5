"""The pictures of a release: kept, described, named in its body, handed to who shows them."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import MediaRefusedError, NotFoundError
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import (
    MediaAsset,
    MediaRole,
    PictureWords,
    Places,
    ReleaseMedia,
    said_of,
    with_words,
    words_of,
)
from newsdesk.domain.picture_marks import (
    appended,
    markdown_of,
    stored_in,
    with_alt,
    without,
)
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.exporting.page_picture import page_picture, thumbnail
from newsdesk.services.keeping import keep
from newsdesk.services.new_picture import THUMBNAIL_PX, NewPicture
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_MOST_REMEMBERED = 64 * 1024 * 1024  # bytes of pictures made ready for a page


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePicture:
    """A picture of one release, in its language: a `MediaFile` whose content is read later."""

    asset: MediaAsset
    language: str
    role: MediaRole = MediaRole.BODY
    caption: str
    credit: str
    content: Callable[[], bytes] = field(compare=False, repr=False)

    @property
    def sha256(self) -> str:
        return self.asset.sha256

    @property
    def mime(self) -> str:
        return self.asset.mime

    @property
    def words(self) -> PictureWords:
        """The alternative text is the newsroom's: that of a release is in its body."""
        alt = words_of(self.asset, self.language).alt
        return PictureWords(alt=alt, caption=self.caption, credit=self.credit)

    @property
    def size_px(self) -> tuple[int, int] | None:
        width, height = self.asset.width, self.asset.height
        return (width, height) if width and height else None

    def placed(self, place: ReleaseMedia | None) -> "ReleasePicture":
        """Return it with the words and the part that a release gives it; None: none yet."""
        if place is None:
            return self
        return replace(
            self,
            role=place.role,
            caption=self.caption if place.caption is None else place.caption,
            credit=self.credit if place.credit is None else place.credit,
        )

    def read(self) -> bytes:
        """Raise `StorageError` if the file is gone, `MediaRefusedError` if it is damaged."""
        return self.content()


class PictureService:
    """Every call is one transaction; files come before the rows that name them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._ready: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    # Reading --------------------------------------------------------------------------------

    def find(self, sha256: str) -> MediaAsset | None:
        """Return what is known of a file by the hash of its content."""
        with self._workplace.database.reading() as work:
            return work.media.find_by_content(sha256)

    def named(self, hashes: Iterable[str], language: str) -> Mapping[str, ReleasePicture]:
        """Return those of these pictures that are here, by sha256, in their order.

        Their words are those that the newsroom suggests; a picture without its file is not here.
        """
        with self._workplace.database.reading() as work:
            return self._here(work, hashes, language)

    def of(self, key: str) -> list[ReleasePicture]:
        """Return the pictures of a release as stored: those of its body in their order first."""
        with self._workplace.database.reading() as work:
            release = work.releases.get(work.releases.by_key(key))
            return self._of(work, release)

    def one_of(self, key: str, sha256: str) -> ReleasePicture:
        """Return the picture of a release whose hash begins so; raise `NotFoundError`."""
        begun = sha256.lower()
        found = [one for one in self.of(key) if begun and one.sha256.startswith(begun)]
        if len(found) != 1:
            raise NotFoundError("media", sha256)
        return found[0]

    def beside(self, release: Release) -> list[ReleasePicture]:
        """Return the pictures of a release that its body does not name, file or no file."""
        named = set(stored_in(release.body_md))
        with self._workplace.database.reading() as work:
            return [
                one
                for one in self._of(work, release)
                if one.sha256 not in named and one.role is not MediaRole.BODY
            ]

    def in_body(self, work: "UnitOfWork", release: Release) -> dict[str, ReleasePicture]:
        """Return those that a body names and that are here, with the words of the release."""
        found = self._here(work, stored_in(release.body_md), release.language)
        places = {place.media_id: place for place in release.media}
        return {sha256: one.placed(places.get(one.asset.id)) for sha256, one in found.items()}

    def shown(self, sha256: str) -> tuple[str, bytes]:
        """Return the kind of a picture and its bytes as a page shows it.

        Raises:
            NotFoundError: no picture has this hash.
            StorageError, MediaRefusedError: its file is gone, or damaged.
        """
        asset = self.find(sha256)
        if asset is None:
            raise NotFoundError("media", sha256)
        return asset.mime, self._made_ready(asset)

    def small(self, sha256: str) -> bytes:
        """Return a small PNG of a picture; raises as `shown` does."""
        asset = self.find(sha256)
        if asset is None:
            raise NotFoundError("media", sha256)
        raw = self._workplace.database.media_store.read(asset.path)
        return thumbnail(raw, asset.mime, THUMBNAIL_PX)

    # Changing -------------------------------------------------------------------------------

    def keep(
        self, new: NewPicture, words: PictureWords, language: str
    ) -> tuple[MediaAsset, Changes]:
        """Keep a picture with what is suggested to say of it, of one that is here already too.

        Raises:
            StorageError: the store refused; no file is left half.
        """
        sha256, path = self._workplace.database.media_store.add(new.content, new.picture.suffix)
        with self._workplace.database.transaction() as work:
            known = work.media.find_by_content(sha256)
            asset = known or MediaAsset(
                id=MediaId(self._workplace.new_id()),
                sha256=sha256,
                path=path,
                file_name=new.name or None,
                mime=new.picture.mime,
                width=new.width,
                height=new.height,
            )
            saved = _described(work, asset, language, words, is_new=known is None)
        return saved, Changes.of(Subject.MEDIA)

    def describe(
        self, sha256: str, words: PictureWords, language: str
    ) -> tuple[MediaAsset, Changes]:
        """Suggest other words of a picture to who shows it next; raise `NotFoundError`.

        What a release says already it goes on saying.
        """
        with self._workplace.database.transaction() as work:
            asset = work.media.find_by_content(sha256)
            if asset is None:
                raise NotFoundError("media", sha256)
            saved = _described(work, asset, language, words, is_new=False)
        return saved, Changes.of(Subject.MEDIA)

    def add(
        self, key: str, new: NewPicture, words: PictureWords
    ) -> tuple[tuple[Release, MediaAsset], Changes]:
        """Keep a picture and put it at the end of a draft's body.

        Raises:
            LockedReleaseError: it is no draft.
        """
        language = self._draft(key).language  # refuse before anything is kept
        asset, changes = self.keep(new, words, language)
        mark = markdown_of(asset.sha256, words.alt)
        release, more = self._edit(
            key,
            lambda release: appended(release.body_md, mark),
            lambda release: said_of(release.media, asset.id, words),
        )
        return (release, asset), changes | more

    def reword(
        self, key: str, sha256: str, words: PictureWords
    ) -> tuple[tuple[Release, MediaAsset], Changes]:
        """Say something else of a picture of a draft, in its body too, and suggest it to others."""
        picture = self.one_of(key, sha256)
        self._draft(key)
        asset, changes = self.describe(picture.sha256, words, picture.language)
        release, more = self._edit(
            key,
            lambda release: with_alt(release.body_md, picture.sha256, words.alt),
            lambda release: said_of(release.media, asset.id, words),
        )
        return (release, asset), changes | more

    def remove(self, key: str, sha256: str) -> tuple[Release, Changes]:
        """Take a picture out of a draft; its file stays, for other releases and revisions."""
        picture = self.one_of(key, sha256)
        left = picture.asset.id
        return self._edit(
            key,
            lambda release: without(release.body_md, picture.sha256),
            lambda release: tuple(one for one in release.media if one.media_id != left),
        )

    def _draft(self, key: str) -> Release:
        """Return a release that can be edited; raise `LockedReleaseError` if it cannot."""
        with self._workplace.database.reading() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            return release.edited(self._workplace.now())

    def _edit(
        self,
        key: str,
        body_of: Callable[[Release], str],
        media_of: Callable[[Release], Places],
    ) -> tuple[Release, Changes]:
        """Store a draft with another body and other pictures."""
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            body, media = body_of(release), media_of(release)
            if (body, media) == (release.body_md, release.media):
                return release, Changes()
            edited = release.edited(self._workplace.now(), body_md=body, media=media)
            saved = keep(work, edited, Reason.SAVE, self._workplace)
        return saved, Changes.of(releases={saved.id})

    # Within -----------------------------------------------------------------------------------

    def _of(self, work: "UnitOfWork", release: Release) -> list[ReleasePicture]:
        places = {one.media_id: one for one in release.media}
        assets = [work.media.find_by_content(one) for one in stored_in(release.body_md)]
        known = {asset.id: asset for asset in assets if asset is not None}
        for key in places:
            if key not in known:
                known[key] = work.media.get(key)
        return [
            self._picture(asset, release.language).placed(places.get(key))
            for key, asset in known.items()
        ]

    def _here(
        self, work: "UnitOfWork", hashes: Iterable[str], language: str
    ) -> dict[str, ReleasePicture]:
        found = (work.media.find_by_content(sha256) for sha256 in hashes)
        store = self._workplace.database.media_store
        return {
            asset.sha256: self._picture(asset, language)
            for asset in found
            if asset is not None and store.has(asset.path)
        }

    def _picture(self, asset: MediaAsset, language: str) -> ReleasePicture:
        """Return a picture as the newsroom suggests it."""
        words = words_of(asset, language)
        return ReleasePicture(
            asset=asset,
            language=language,
            caption=words.caption,
            credit=words.credit,
            content=partial(self._made_ready, asset),
        )

    def _made_ready(self, asset: MediaAsset) -> bytes:
        """Return the bytes for a page; turning and scaling is done once. Safe in any thread."""
        with self._lock:
            if asset.sha256 in self._ready:
                self._ready.move_to_end(asset.sha256)
                return self._ready[asset.sha256]
        raw = self._workplace.database.media_store.read(asset.path)
        try:
            ready = page_picture(raw, asset.mime)
        except MediaRefusedError as error:
            raise MediaRefusedError(error.problem, _name(asset), error.detail) from error
        with self._lock:
            self._ready[asset.sha256] = ready
            while sum(map(len, self._ready.values())) > _MOST_REMEMBERED:
                self._ready.popitem(last=False)
        return ready


def _described(
    work: "UnitOfWork", asset: MediaAsset, language: str, words: PictureWords, *, is_new: bool
) -> MediaAsset:
    described = composed(with_words(asset, language, words))
    return asset if described == asset and not is_new else work.media.save(described)


def _name(asset: MediaAsset) -> str:
    return asset.file_name or PurePath(asset.path).name
