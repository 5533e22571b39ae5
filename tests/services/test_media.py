"""Pictures that lie beside a text come along."""

import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.domain.media import LARGEST, Consent, MediaAsset, MediaRole
from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import Draft
from newsdesk.importing.media import NamedMedia
from newsdesk.services.desk import Desk
from newsdesk.services.import_sources import SourceFile
from newsdesk.services.media import FilesBeside
from tests.importing import docx_writing
from tests.importing.pictures import gif, jpeg, png

PHOTO = NamedMedia(
    address="page_files/photo%201.jpg",
    alt="Two people on a quay",
    caption="Harbour crews at night",
    credit="Noor Elm",
)
TEXT = "Ninety harbour workers have finished a course."


def draft(*media: NamedMedia, language: str = "en") -> Draft:
    return Draft(language=language, headline="Harbour crews train", body_md=TEXT, media=media)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved page with its folder of files."""
    files = tmp_path / "saved" / "page_files"
    files.mkdir(parents=True)
    (files / "photo 1.jpg").write_bytes(jpeg(30, 20))
    (files / "logo.png").write_bytes(png())
    (tmp_path / "saved" / "page.html").write_text("<p>x")
    return tmp_path / "saved" / "page.html"


@pytest.fixture
def beside() -> Iterator[FilesBeside]:
    files = FilesBeside()
    yield files
    files.close()


def named(address: str) -> NamedMedia:
    return NamedMedia(address=address)


def assets(desk: Desk) -> list[MediaAsset]:
    with desk.media._workplace.database.reading() as work:
        return work.media.all()


def problem(desk: Desk, beside: FilesBeside, page: Path, address: str) -> MediaProblem | None:
    (one,) = desk.media.taken_along(draft(named(address)), beside.of(SourceFile(str(page)))).media
    return one.problem


def test_a_picture_beside_a_page_is_kept_with_what_is_said_of_it(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    taken = desk.media.taken_along(draft(PHOTO), beside.of(SourceFile(str(page))))
    release = desk.imports.store(taken)[0].release
    (asset,) = assets(desk)
    assert [(one.media_id, one.role) for one in release.media] == [(asset.id, MediaRole.FEATURE)]
    assert (asset.mime, asset.width, asset.height) == ("image/jpeg", 30, 20)
    assert (asset.file_name, asset.creditline) == ("photo 1.jpg", "Noor Elm")
    assert asset.captions == {"en": "Harbour crews at night"}
    assert asset.alts == {"en": "Two people on a quay"}
    assert asset.consent is Consent.UNKNOWN
    assert asset.path == f"{asset.sha256[:2]}/{asset.sha256}.jpg"
    store = desk.media._workplace.database.media_store
    assert store.read(asset.path) == jpeg(30, 20)
    assert desk.releases.get(release.slug).media == release.media


def test_what_became_of_each_picture_stays_with_the_release(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    media = (PHOTO, named("https://example.org/a.jpg"), named("page_files/gone.jpg"))
    taken = desk.media.taken_along(draft(*media), beside.of(SourceFile(str(page))))
    assert desk.media.taken_along(taken, beside.of(SourceFile(str(page)))) == taken
    release = desk.imports.store(taken)[0].release
    found = release.provenance[0].findings
    assert [(one.kind, one.text, one.flags) for one in found] == [
        (FindingKind.MEDIA, PHOTO.address, ("taken_along",)),
        (FindingKind.MEDIA, "https://example.org/a.jpg", ("elsewhere",)),
        (FindingKind.MEDIA, "page_files/gone.jpg", ("missing",)),
    ]
    assert len(release.media) == 1
    assert not any(desk.imports.can_be_restored(one) for one in found)


def test_the_first_picture_is_the_main_one_and_none_comes_twice(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    (page.parent / "same.jpg").write_bytes(jpeg(30, 20))
    media = (PHOTO, named("same.jpg"), named("page_files/logo.png"))
    taken = desk.media.taken_along(draft(*media), beside.of(SourceFile(str(page))))
    release = desk.imports.store(taken)[0].release
    assert [one.role for one in release.media] == [MediaRole.FEATURE, MediaRole.GALLERY]
    assert len(assets(desk)) == 2


def test_a_picture_that_comes_again_is_described_further_and_never_anew(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    again = replace(PHOTO, caption="Autre légende", credit="Somebody else")
    silent = replace(PHOTO, caption="", credit="")
    described = [(PHOTO, "en"), (replace(again, caption="Other"), "en"), (again, "fr")]
    printed: list[tuple[str | None, str | None]] = []
    for one, language in (*described, (silent, "en")):
        taken = desk.media.taken_along(
            draft(one, language=language), beside.of(SourceFile(str(page)))
        )
        (place,) = desk.imports.store(taken)[0].release.media
        printed.append((place.caption, place.credit))
    assert printed == [
        ("Harbour crews at night", "Noor Elm"),
        ("Other", "Somebody else"),
        ("Autre légende", "Somebody else"),
        ("Harbour crews at night", "Noor Elm"),
    ]
    (asset,) = assets(desk)
    assert asset.captions == {"en": "Harbour crews at night", "fr": "Autre légende"}
    assert asset.creditline == "Noor Elm"


def test_pictures_in_an_archive_come_along(desk: Desk, beside: FilesBeside, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "saved.zip", "w") as archive:
        archive.writestr("pages/page.html", "<p>x")
        archive.writestr("pages/page_files/photo 1.jpg", jpeg(30, 20))
        archive.writestr("secret.jpg", jpeg())
    source = SourceFile(str(tmp_path / "saved.zip"), "pages/page.html")
    media = (PHOTO, named("../secret.jpg"), named("secret.jpg"))
    taken = desk.media.taken_along(draft(*media), beside.of(source))
    assert [one.problem for one in taken.media] == [
        None,
        MediaProblem.OUTSIDE,
        MediaProblem.MISSING,
    ]


def test_a_text_that_was_pasted_has_nothing_beside_it(desk: Desk) -> None:
    def nothing(path: str) -> bytes:
        raise MediaRefusedError(MediaProblem.MISSING, path)

    (one,) = desk.media.taken_along(draft(PHOTO), nothing).media
    assert one.problem is MediaProblem.MISSING


# Hostile --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["../secret.jpg", "%2e%2e/secret.jpg", "page_files/../../secret.jpg", "/etc/hosts"]
)
def test_nothing_outside_of_the_folder_is_read(
    desk: Desk, beside: FilesBeside, page: Path, address: str
) -> None:
    (page.parents[1] / "secret.jpg").write_bytes(jpeg())
    assert problem(desk, beside, page, address) is MediaProblem.OUTSIDE


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_a_link_that_leads_out_is_not_followed(desk: Desk, beside: FilesBeside, page: Path) -> None:
    (page.parents[1] / "secret.jpg").write_bytes(jpeg())
    (page.parent / "link.jpg").symlink_to(page.parents[1] / "secret.jpg")
    (page.parent / "up").symlink_to(page.parents[1])
    (page.parent / "inside.jpg").symlink_to(page.parent / "page_files" / "logo.png")
    (page.parent / "round.jpg").symlink_to(page.parent / "round.jpg")
    assert problem(desk, beside, page, "link.jpg") is MediaProblem.OUTSIDE
    assert problem(desk, beside, page, "up/secret.jpg") is MediaProblem.OUTSIDE
    assert problem(desk, beside, page, "inside.jpg") is None
    assert problem(desk, beside, page, "round.jpg") is MediaProblem.MISSING


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_nobody_waits_for_a_pipe(desk: Desk, beside: FilesBeside, page: Path) -> None:
    os.mkfifo(page.parent / "pipe.jpg")
    assert problem(desk, beside, page, "pipe.jpg") is MediaProblem.MISSING
    assert problem(desk, beside, page, "page_files") is MediaProblem.MISSING


def test_what_is_called_a_picture_and_is_none_stays_where_it_is(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    (page.parent / "page.jpg").write_bytes(b"<script>alert(1)</script>")
    (page.parent / "half.jpg").write_bytes(jpeg()[:-4])
    (page.parent / "vast.gif").write_bytes(gif(65_535, 65_535))
    with (page.parent / "long.jpg").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert problem(desk, beside, page, "page.jpg") is MediaProblem.NO_PICTURE
    assert problem(desk, beside, page, "half.jpg") is MediaProblem.DAMAGED
    assert problem(desk, beside, page, "vast.gif") is MediaProblem.TOO_MANY_PIXELS
    assert problem(desk, beside, page, "long.jpg") is MediaProblem.TOO_LARGE
    assert assets(desk) == []


def test_names_are_found_however_their_letters_are_composed(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    (page.parent / "Gene\N{COMBINING GRAVE ACCENT}ve.png").write_bytes(png())
    assert problem(desk, beside, page, "Gen%C3%A8ve.png") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell cases apart")
def test_names_that_differ_in_case_alone_are_two_pictures(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    (page.parent / "A.png").write_bytes(png(9, 9))
    (page.parent / "a.png").write_bytes(png(8, 8))
    taken = desk.media.taken_along(
        draft(named("A.png"), named("a.png")), beside.of(SourceFile(str(page)))
    )
    desk.imports.store(taken)
    assert [asset.width for asset in assets(desk)] == [9, 8]


def test_a_file_whose_row_never_came_is_taken_up_later(
    desk: Desk, beside: FilesBeside, page: Path, tmp_path: Path
) -> None:
    """As if the program had ended between the two."""
    reading = beside.of(SourceFile(str(page)))
    desk.media.taken_along(draft(PHOTO), reading)
    assert assets(desk) == []
    with open_desk(tmp_path / "newsroom") as other:
        assert assets(other) == []
    desk.imports.store(desk.media.taken_along(draft(PHOTO), reading))
    assert len(assets(desk)) == 1


# Named in the body ----------------------------------------------------------------------------


def test_a_picture_that_a_markdown_body_names_stands_in_it_as_what_was_kept(
    desk: Desk, beside: FilesBeside, page: Path
) -> None:
    body = (
        f"{TEXT}\n\n![](page_files/photo%201.jpg)\n\n![A mark](page_files/logo.png 'The mark')\n\n"
        "![](gone.jpg) ![](https://example.org/a.jpg)"
    )
    source = replace(draft(replace(PHOTO, caption="")), body_md=body)
    taken = desk.media.taken_along(source, beside.of(SourceFile(str(page))))
    assert [one.problem for one in taken.media] == [None, None, MediaProblem.MISSING]
    release = desk.imports.store(taken)[0].release
    photo, mark = assets(desk)
    assert release.body_md == (
        f"{TEXT}\n\n![Two people on a quay](newsdesk-media:{photo.sha256})\n\n"
        f"![A mark](newsdesk-media:{mark.sha256})\n\n![](gone.jpg) ![](https://example.org/a.jpg)"
    )
    assert [(one.media_id, one.role) for one in release.media] == [
        (photo.id, MediaRole.FEATURE),
        (mark.id, MediaRole.BODY),
    ]
    assert mark.captions == {"en": "The mark"}


# In a document ----------------------------------------------------------------------------------


def picture_in(document_name: str, part: str = "image1.png") -> NamedMedia:
    return named(f"{quote(document_name)}/word/media/{part}")


def test_pictures_in_a_document_come_along_out_of_it(
    desk: Desk, beside: FilesBeside, tmp_path: Path
) -> None:
    name = "nine ports #1 100%.docx"
    raw = docx_writing.document("", pictures={"r": ("image1.png", png(4, 3))})
    (tmp_path / name).write_bytes(raw)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(f"in/{name}", raw)
    for source in (
        SourceFile(str(tmp_path / name)),
        SourceFile(str(tmp_path / "a.zip"), f"in/{name}"),
    ):
        (kept,) = desk.media.taken_along(draft(picture_in(name)), beside.of(source)).media
        assert kept.kept is not None
        assert kept.kept.file_name == "image1.png"
        assert (kept.kept.picture.width, kept.kept.picture.height) == (4, 3)


@pytest.mark.parametrize(
    ("content", "part", "why"),
    [
        (docx_writing.document(""), "image1.png", MediaProblem.MISSING),
        (b"no document", "image1.png", MediaProblem.DAMAGED),
        (docx_writing.document("", parts={"word/media/a.png": b"text"}), "a.png",
         MediaProblem.NO_PICTURE),
        (docx_writing.document(""), "../../../etc/a.png", MediaProblem.OUTSIDE),
    ],
)  # fmt: skip
def test_what_is_no_picture_in_a_document_stays_where_it_is(
    desk: Desk, beside: FilesBeside, tmp_path: Path, content: bytes, part: str, why: MediaProblem
) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    source = SourceFile(str(tmp_path / "a.docx"))
    (left,) = desk.media.taken_along(draft(picture_in("a.docx", part)), beside.of(source)).media
    assert left.problem is why
