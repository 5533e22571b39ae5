"""What the open release says below its pictures."""

from collections.abc import Mapping
from dataclasses import replace

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaRole, ReleaseMedia, joined
from newsdesk.domain.release import Release


class PictureWording:
    """Remembers the words of each picture that the release had since it was opened.

    Which pictures belong to it is found out from its text when it is stored. One that was cut and
    comes back, by undo or by paste, would otherwise say what the newsroom suggests.
    """

    def __init__(self) -> None:
        self._said: dict[MediaId, ReleaseMedia] = {}

    @property
    def said(self) -> Mapping[MediaId, ReleaseMedia]:
        """The last place of each picture, with its words."""
        return self._said

    def begin(self, release: Release | None) -> None:
        """Know of this release alone."""
        self._said = {one.media_id: one for one in release.media} if release else {}

    def learn(self, release: Release) -> None:
        """Take in what it says now."""
        self._said |= {one.media_id: one for one in release.media}

    def completed(self, release: Release) -> Release:
        """Return it to be stored: storing leaves out the pictures that are not in its text."""
        in_text = (one for one in self._said.values() if one.role is MediaRole.BODY)
        return replace(release, media=joined(release.media, in_text))
