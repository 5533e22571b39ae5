"""Texts that are made up: of every script, short and long, the same for the same chances."""

import random
from functools import cache
from io import BytesIO

from PIL import Image
from stored_text import StoredText

from newsdesk.domain.picture_marks import markdown_of
from newsdesk.services.new_picture import NewPicture, picture_from

_LENGTHS = (20, 200, 200, 2000)  # words
_WITH_PICTURE, _WITH_CONTACT = 0.1, 0.5  # how often
_TEXT = """
harbour Samport opened on Monday after ten years of work and 2,859 people met the engineers said
Noor Elm “a bridge is built by many hands” Genève Côte d’Ivoire Việt Nam Straße هجرة اللاجئين 联合国
難民署 発表 Україна ελευθερία 👩‍🚒 -- the **first** quay [of three](https://example.org/quay) was
"""


class Inventor:
    """Makes one text after the other."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def text(self, key: str, number: int) -> StoredText:
        body = self._words(self._chance.choice(_LENGTHS))
        if self._chance.random() < _WITH_PICTURE:
            body += f"\n\n{markdown_of(picture(number).sha256, 'The quay')}"
        has_contact = number > 1 and self._chance.random() < _WITH_CONTACT
        return StoredText(
            key=key,
            number=number,
            headline=self._words(6),
            abstract=self._words(12),
            body_md=body,
            emails=(f"desk{number}@example.org", "press@example.org") if has_contact else (),
        )

    def _words(self, number: int) -> str:
        return " ".join(self._chance.choices(_TEXT.split(), k=number))


@cache
def picture(number: int) -> NewPicture:
    """Return the picture that goes with the texts of a number."""
    file = BytesIO()
    pixels = random.Random(number).randbytes(32 * 32 * 3)  # noqa: S311 - the same again
    Image.frombytes("RGB", (32, 32), pixels).save(file, "PNG")
    return picture_from(file.getvalue(), "quay.png")
