from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from newsdesk.domain.errors import MediaProblem, MediaRefusedError
from newsdesk.ui.editor.picture_intake import (
    are_pictures,
    file_patterns,
    from_files,
    has_pictures,
    offered_in,
)
from tests.pictures import photo


def urls(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def bitmap() -> QMimeData:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    return data


def test_files_are_known_as_pictures_by_their_names() -> None:
    assert has_pictures(urls("file:///a/b.JPG", "file:///c.webp"))
    assert not has_pictures(urls("file:///a/b.jpg", "file:///a/b.txt"))
    assert not has_pictures(urls("https://example.org/b.jpg"))
    assert are_pictures(["drawing.svg"])  # refused in words, not brought in as a text
    assert not are_pictures([])
    assert all(are_pictures([pattern]) for pattern in file_patterns().split())


def test_a_picture_is_none_where_there_are_words_to_be_read() -> None:
    assert has_pictures(bitmap())
    table = bitmap()
    table.setText("One\tTwo")
    assert not has_pictures(table)
    table = bitmap()
    table.setHtml("<table><tr><td>One</table>")
    assert not has_pictures(table)
    copied = bitmap()  # as a browser copies an image
    copied.setHtml('<img src="https://example.org/a.png" alt="A quay">')
    assert has_pictures(copied)
    copied.setHtml(f'<img src="a.png" alt="{"a" * 30_000}">')  # not taken apart while one waits
    assert not has_pictures(copied)
    assert not has_pictures(QMimeData())


def test_what_came_as_a_file_is_taken_as_it_came() -> None:
    data = bitmap()
    data.setData("image/jpeg", QByteArray(photo()))
    (offered,) = offered_in(data)
    assert offered.load().content == photo()


def test_a_bitmap_becomes_a_png() -> None:
    (offered,) = offered_in(bitmap())
    new = offered.load()
    assert (new.name, new.picture.mime, new.width, new.height) == ("", "image/png", 40, 30)


def test_nothing_is_read_before_it_is_loaded(tmp_path: Path) -> None:
    (gone,) = from_files([str(tmp_path / "gone.jpg")])
    assert gone.name == "gone.jpg"
    with pytest.raises(MediaRefusedError) as refused:
        gone.load()
    assert refused.value.problem is MediaProblem.MISSING
    (tmp_path / "quay.jpg").write_bytes(photo())
    (quay,) = offered_in(urls(QUrl.fromLocalFile(str(tmp_path / "quay.jpg")).toString()))
    assert quay.load().content == photo()
