"""Contact blocks below a release in ten languages, plain and in Markdown.

`files/contact_blocks.json` holds the blocks, with invented people, and what has to be read in each.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from newsdesk.domain.contact import PointKind, ReleaseContact
from newsdesk.importing.contacts import introduces_contact
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.surgeon import dissect

FILE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "files" / "contact_blocks.json").read_text("utf-8")
)


def shown(contact: ReleaseContact) -> dict[str, Any]:
    """Return a contact in the shape of the file."""
    names = {
        "name": contact.display_name,
        "role": contact.role_title,
        "office": contact.office,
    }
    points = [
        f"{point.kind}: {point.display or point.value}"
        + (f" ext. {point.extension}" if point.extension else "")
        for point in contact.points
        if point.kind is not PointKind.WEB
    ]
    return {key: value for key, value in names.items() if value or key == "name"} | {
        "points": points
    }


@pytest.mark.parametrize("block", FILE["blocks"], ids=lambda block: " ".join(block["lines"])[:60])
def test_a_contact_block_is_read_and_leaves_the_body(
    block: dict[str, Any], tools: ImportTools
) -> None:
    lead = FILE["leads"][block["language"]]
    text = "\n\n".join([*lead, "\n".join(block["lines"])])
    draft = dissect(text, tools=tools, is_markdown=block.get("is_markdown", False))
    assert [shown(contact) for contact in draft.contacts] == block["contacts"]
    assert draft.body_md.endswith(lead[-1])
    assert draft.language == block["language"]


def test_the_file_holds_all_ten_languages() -> None:
    languages = {block["language"] for block in FILE["blocks"]}
    assert languages == set(FILE["leads"])
    assert len(languages) == 10


@pytest.mark.parametrize(
    "text",
    [
        "The contact group met in Geneva.",
        "Im Hafen ist der Kontakt zwischen den Schiffen verboten.",
        "La oficina abre sus puertas a los medios.",
        "Le service public portuaire a ouvert un quai.",
        "Пресса пишет о новом причале.",
        "وقد زار المكتب عدد من الضيوف.",
        "媒体报道了新泊位。",
        "報道によると桟橋は新しい。",
    ],
)
def test_a_sentence_of_the_body_introduces_nobody(text: str) -> None:
    assert not introduces_contact(text)
