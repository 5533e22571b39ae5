"""What an exported file is called.

A copy that is not for everybody says so before it is opened.
"""

from newsdesk.domain.release import Release, Standing
from newsdesk.domain.slug import is_slug, slugify


def file_name(release: Release, standing: Standing, suffix: str) -> str:
    """Return `{prefix}{slug}{suffix}`, without a folder, safe on every system.

    Raises:
        ValueError: it is to stand under an embargo and has none.
    """
    slug = release.slug if is_slug(release.slug) else slugify(release.slug)
    return f"{_prefix(release, standing)}{slug}{suffix}"


def _prefix(release: Release, standing: Standing) -> str:
    if standing is Standing.CLEAR:
        return ""
    if standing is not Standing.EMBARGOED:
        return f"{standing.value.upper()}-"
    if release.embargo is None:
        raise ValueError("embargoed without an embargo")
    until = release.embargo.until_utc
    return f"EMBARGOED-{until:%Y%m%dT%H%M}Z-"
