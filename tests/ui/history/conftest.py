"""English, with its plurals."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.ui.i18n import EnglishPlurals


@pytest.fixture(autouse=True)
def plurals(qapp: QApplication) -> Iterator[None]:
    plurals = EnglishPlurals()
    qapp.installTranslator(plurals)
    yield
    qapp.removeTranslator(plurals)
