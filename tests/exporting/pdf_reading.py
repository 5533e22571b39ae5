"""What stands in a PDF: read by a library that knows nothing of what wrote it."""

import re
import unicodedata
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page in their order, white space as one space, letters as typed."""
    return [plain(page.extract_text()) for page in read(pdf).pages]


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def letters(text: str) -> str:
    """Return what is no white space: where lines end, nobody can tell one from none."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def fonts(pdf: bytes) -> list[Any]:
    """Return every font of every page."""
    found: list[Any] = []
    for page in read(pdf).pages:
        resources: Any = page["/Resources"].get_object()
        found += [one.get_object() for one in resources.get("/Font", {}).values()]
    return found


def is_embedded(font: Any) -> bool:
    """Tell whether the shapes of its letters are in the file."""
    if font["/Subtype"] == "/Type3":  # they are drawn there
        return bool(font["/CharProcs"])
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & inner["/FontDescriptor"].keys())


def links(pdf: bytes) -> list[str]:
    """Return where the links of the pages lead outside."""
    found: list[str] = []
    for page in read(pdf).pages:
        annotations: Any = page.get("/Annots", [])
        actions = [one.get_object().get("/A", {}) for one in annotations]
        found += [str(action["/URI"]) for action in actions if "/URI" in action]
    return found
