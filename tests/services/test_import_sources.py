import os
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import LARGEST
from newsdesk.services import import_sources
from newsdesk.services.import_sources import (
    SourceFile,
    SourceReader,
    counting,
    importable_suffixes,
    listed,
)


def written(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return path


def names_in(place: Path) -> list[str]:
    return [str(file).removeprefix(f"{place}{os.sep}") for file in listed([place]).files]


def test_a_file_dialog_is_told_what_can_be_brought_in() -> None:
    assert {".txt", ".md", ".zip"} <= set(importable_suffixes())
    assert all(suffix.startswith(".") and suffix.islower() for suffix in importable_suffixes())


def test_a_folder_stands_for_all_below_it_in_the_order_people_count(tmp_path: Path) -> None:
    written(tmp_path, "Part 10.txt", "part 2.TXT", "notes.md", "photo.jpg", ".hidden.txt")
    written(tmp_path, "~$notes.docx")  # of Word, for whoever else opens them
    written(tmp_path, "part 3/b.txt", "part 3/a.txt", ".git/c.txt", "empty/photo.png")
    (tmp_path / "folder.txt").mkdir()
    listing = listed([tmp_path])
    below = [Path(file.path).relative_to(tmp_path).as_posix() for file in listing.files]
    assert below == ["notes.md", "part 2.TXT", "part 3/a.txt", "part 3/b.txt", "Part 10.txt"]
    assert listing.left_alone == 2
    assert listing.refused == ()


def test_a_file_stands_for_itself_whatever_it_is_called(tmp_path: Path) -> None:
    place = tmp_path / "photo.jpg"
    assert listed([place]).files == (SourceFile(str(place)),)


def test_what_is_named_twice_is_listed_once(tmp_path: Path) -> None:
    written(tmp_path, "one.txt", "two.txt")
    listing = listed([tmp_path / "two.txt", tmp_path, tmp_path])
    assert [file.name for file in listing.files] == ["two.txt", "one.txt"]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "photo.jpg")
    (refusal,) = listed([tmp_path]).refused
    assert (refusal.problem, refusal.source) == (ImportProblem.EMPTY, str(tmp_path))


def test_links_are_left_alone_so_that_no_folder_is_walked_for_ever(tmp_path: Path) -> None:
    place = tmp_path / "place"
    written(tmp_path, "outside.txt", "place/inside.txt")
    try:
        (place / "loop").symlink_to(place, target_is_directory=True)
        (place / "link.txt").symlink_to(tmp_path / "outside.txt")
    except OSError:
        pytest.skip("this account may make no links")
    assert names_in(place) == ["inside.txt"]


def test_a_folder_may_lie_deep(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*["d"] * 400)
    if os.name == "nt":
        pytest.skip("Windows has no such long paths")
    written(deepest, "one.txt")
    assert [file.path for file in listed([tmp_path]).files] == [str(deepest / "one.txt")]


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to this account"
)
def test_a_folder_that_may_not_be_read_does_not_close_the_others(tmp_path: Path) -> None:
    written(tmp_path, "a/one.txt", "b/two.txt")
    (tmp_path / "a").chmod(0)
    listing = listed([tmp_path])
    (tmp_path / "a").chmod(0o700)
    assert [file.name for file in listing.files] == ["two.txt"]
    assert [error.problem for error in listing.refused] == [ImportProblem.UNREADABLE]


def test_a_place_with_too_many_files_is_refused_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_sources, "MOST", 2)
    written(tmp_path, "many/1.txt", "many/2.txt", "many/3.txt", "few/1.txt", "few/2.txt")
    listing = listed([tmp_path / "many", tmp_path / "few"])
    assert [Path(file.path).parent.name for file in listing.files] == ["few", "few"]
    (refusal,) = listing.refused
    assert (refusal.problem, refusal.source) == (ImportProblem.TOO_MANY, str(tmp_path / "many"))


PAGE = (
    "Opening.html",
    "Opening_files/frame.html",
    "Opening_files/deep/x.html",
    "later_files/a.html",
)


@pytest.mark.parametrize("is_zipped", [False, True])
def test_the_parts_of_a_saved_page_are_no_pages_of_their_own(
    tmp_path: Path, *, is_zipped: bool
) -> None:
    place = tmp_path / "place"
    if is_zipped:
        place = zipped(tmp_path / "place.zip", *PAGE)
    else:
        written(place, *PAGE)
    found = [(file.member or file.path).replace(os.sep, "/") for file in listed([place]).files]
    assert [name.removeprefix(f"{place.as_posix()}/") for name in found] == [
        "later_files/a.html",
        "Opening.html",
    ]
    if not is_zipped:
        assert names_in(place / "Opening_files")  # whoever names it means it


def test_an_archive_stands_for_the_texts_in_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", "b/10.txt", "b/9.txt", "photo.jpg", "a.md")
    listing = listed([tmp_path])
    assert [file.member for file in listing.files] == ["a.md", "b/9.txt", "b/10.txt"]
    assert listed([path]) == listing
    assert (str(listing.files[1]), listing.files[1].name) == (f"{path}/b/9.txt", "9.txt")
    assert listing.left_alone == 1


def test_a_hostile_archive_is_refused_and_the_rest_is_listed(tmp_path: Path) -> None:
    zipped(tmp_path / "bad.zip", "../out.txt", "in.txt")
    written(tmp_path, "broken.zip", "one.txt")
    listing = listed([tmp_path])
    assert [file.name for file in listing.files] == ["one.txt"]
    assert [(Path(error.source).name, error.problem) for error in listing.refused] == [
        ("bad.zip", ImportProblem.ARCHIVE_PATH),
        ("broken.zip", ImportProblem.DAMAGED),
    ]


def test_a_name_that_is_no_text_is_kept_with_question_marks() -> None:
    assert SourceFile("folder/caf\udce9.txt").name == "caf?.txt"


@given(st.text(), st.text())
def test_any_two_names_have_an_order(one: str, other: str) -> None:
    assert (counting(one) < counting(other)) or (counting(one) >= counting(other))


def test_numbers_of_any_length_are_counted() -> None:
    names = ["a 9", "a 010", "a 11", f"a {'9' * 5000}", f"a 1{'0' * 5000}"]
    assert sorted(set(names), key=counting) == names


# Reading ------------------------------------------------------------------------------------------


def test_files_are_read_where_they_lie(tmp_path: Path) -> None:
    written(tmp_path, "one.txt")
    one, other = (zipped(tmp_path / f"{name}.zip", f"{name}.txt") for name in ("one", "other"))
    sources = [
        SourceFile(str(tmp_path / "one.txt")),
        SourceFile(str(one), "one.txt"),
        SourceFile(str(other), "other.txt"),
        SourceFile(str(one), "one.txt"),
    ]
    with closing(SourceReader()) as reader:
        read = [reader.read(source) for source in sources]
    assert read == [b"one.txt", b"one.txt", b"other.txt", b"one.txt"]


def test_a_feed_may_be_larger_than_a_text(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with closing(SourceReader()) as reader:
        assert len(reader.read(SourceFile(str(path)))) == LARGEST + 1


def _vanish(path: Path) -> None:
    path.unlink()


def _lose_its_members(path: Path) -> None:
    zipped(path, "other.txt")


def _be_cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


@pytest.mark.parametrize(
    ("happens", "problem"),
    [
        (_vanish, ImportProblem.UNREADABLE),
        (_lose_its_members, ImportProblem.UNREADABLE),
        (_be_cut_off, ImportProblem.DAMAGED),
    ],
)
def test_what_changes_after_it_was_listed_is_refused_by_name(
    tmp_path: Path, happens: Callable[[Path], None], problem: ImportProblem
) -> None:
    path = zipped(tmp_path / "all.zip", "one.txt")
    (source,) = listed([path]).files
    happens(path)
    with closing(SourceReader()) as reader, pytest.raises(ImportRefusedError) as refused:
        reader.read(source)
    assert refused.value.problem is problem
    assert str(path) in refused.value.source


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_neither_file_nor_folder_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    written(tmp_path, "one.txt")
    assert names_in(tmp_path) == ["one.txt"]
