import pytest

from newsdesk.importing.stated_encoding import meant_by


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ("UTF-8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("GB2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("UTF-16", None),
        ("cp037", None),
        ("rot13", None),
        ("base64", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_what_is_stated_is_taken_as_browsers_take_it(stated: str, meant: str | None) -> None:
    assert meant_by(stated) == meant
