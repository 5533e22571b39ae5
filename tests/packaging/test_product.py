from pathlib import Path

import pytest

from newsdesk import __version__
from shipping import product


def test_version_and_year_are_read_where_they_stand() -> None:
    about = product.read()
    assert about.version == __version__
    assert about.copyright == f"© {about.year} the newsdesk authors"
    assert about.year in (product.ROOT / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2.3", (1, 2, 3, 0)), ("0.1.0", (0, 1, 0, 0)), ("2.0.0rc1", (2, 0, 0, 1))],
)
def test_windows_gets_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert product.Product(version, "", "2026").four_numbers == numbers


def test_a_place_that_does_not_say_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "src/newsdesk").mkdir(parents=True)
    (tmp_path / "src/newsdesk/__init__.py").write_text("version = 1")
    (tmp_path / "LICENSE").write_text("Copyright (c) 2026 the newsdesk authors\n")
    (tmp_path / "pyproject.toml").write_text('[project]\ndescription = "A desk."\n')
    with pytest.raises(ValueError, match="__version__"):
        product.read(tmp_path)


def test_the_date_of_a_build_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert product.source_date() == 1700000000
