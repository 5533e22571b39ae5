"""Bundles put together by hand, for the tests of what writes and reads them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from newsdesk.domain.bundle import Bundle, HandedPicture, HandedRelease, HandedRevision
from newsdesk.domain.ids import FamilyId, MediaId, ReleaseId, RevisionId
from newsdesk.domain.media import MediaAsset, ReleaseMedia
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision, digest, snapshot
from tests.pictures import photo

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KEY = ReleaseId(UUID("019a0000-0000-7000-8000-000000000001"))
OTHER = ReleaseId(UUID("019a0000-0000-7000-8000-000000000002"))
PICTURE = MediaId(UUID("019a0000-0000-7000-8000-000000000003"))


def release(body: str, key: ReleaseId = KEY) -> Release:
    return Release(
        id=key,
        slug=f"harbour-{key.int % 10}",
        family_id=FamilyId(key),
        language="en",
        headline="Harbour opens",
        body_md=body,
        firstcreated=AT,
        versioncreated=AT,
        created_by="nelm",
    )


def handed(*versions: Release, words: Sequence[str] = ()) -> HandedRelease:
    """Return a release whose history these versions are."""
    history: list[HandedRevision] = []
    for number, version in enumerate(versions, start=1):
        canonical = snapshot(version)
        revision = Revision(
            id=RevisionId(UUID(int=version.id.int * 100 % 2**128 + number)),
            release_id=version.id,
            number=number,
            created=AT + timedelta(minutes=number),
            author="nelm",
            device="desk",
            reason=Reason.SAVE,
            sha256=digest(canonical),
            prev_sha=history[-1].revision.sha256 if history else None,
            word_count=len(version.body_md.split()),
            char_count=len(version.body_md),
        )
        history.append(HandedRevision(revision=revision, canonical=canonical))
    return HandedRelease(id=versions[0].id, history=tuple(history), ignored_words=frozenset(words))


def picture() -> HandedPicture:
    content = photo()
    asset = MediaAsset(
        id=PICTURE,
        sha256=sha256(content).hexdigest(),
        path="ab/elsewhere.jpg",
        file_name="gate.jpg",
        mime="image/jpeg",
        width=60,
        height=40,
        alts={"en": "A gate"},
        creditline="Noor Elm",
        version=4,
    )
    return HandedPicture(asset=asset, content=content)


def sample() -> Bundle:
    """Return two releases, one of them with a picture and three versions."""
    shown = release("With a picture.")
    shown = replace(shown, media=(ReleaseMedia(media_id=PICTURE, caption="The gate"),))
    first = handed(release("The harbour."), release("The harbour is open."), shown, words=["Quai"])
    return Bundle(releases=(first, handed(release("Another.", OTHER))), pictures=(picture(),))
