import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.rendering.page import BlockKind
from newsdesk.ui.dialogs.finding_words import TAKEN_BACK
from newsdesk.ui.dialogs.result_places import BLOCK_ANCHOR, FIELD_ANCHOR, anchored, place_of

_CONTACTS = """\
<address>
<p>For more information, please contact:</p>
<p>Dana Whitlock, OSH, Tel: +41 22 555 01 40</p>
<p>Jonas Perret, OSH, Tel: +41 22 555 01 42</p>
</address>"""
BLOCKS = (
    (BlockKind.HEADLINE, "<h1>Crews are ready</h1>"),
    (BlockKind.BODY, '<p><span class="dateline"><b>Geneva – </b></span>Ninety have passed.</p>'),
    (BlockKind.BODY, "<blockquote>\n<p>“We are ready,” said Ann Stone.</p>\n</blockquote>"),
    (BlockKind.NOTES, "<p>Notes to editors</p><ol>\n<li>Pictures on request.</li>\n</ol>"),
    (BlockKind.CONTACTS, _CONTACTS),
)
FIELDS = ((FindingKind.TAGS, '<p class="told">Tags: port, rescue</p>'),)


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    document = QTextDocument()
    parts = [anchored(f"{BLOCK_ANCHOR}{kind}", html) for kind, html in BLOCKS]
    parts += [anchored(f"{FIELD_ANCHOR}{kind}", html) for kind, html in FIELDS]
    document.setHtml(f"<body>{''.join(parts)}</body>")
    return document


def place(document: QTextDocument, kind: FindingKind, text: str, *flags: str) -> str | None:
    finding = Finding(
        kind=kind, confidence=Confidence.HIGH, text=text, first_line=0, last_line=0, flags=flags
    )
    cursor = place_of(finding, document)
    return None if cursor is None else cursor.selectedText().rstrip()


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (FindingKind.HEADLINE, "CREWS ARE READY", "Crews are ready"),
        (FindingKind.DATELINE, "GENEVA, 3 May 2026 –", "Geneva –"),
        (FindingKind.QUOTE, "We are ready", "“We are ready,” said Ann Stone."),
        (FindingKind.TAGS, "Keywords: port, rescue", "Tags: port, rescue"),
        (
            FindingKind.CONTACT,
            "For more information, please contact:\nJonas Perret\nOSH\n+41 22 555 01 42",
            "Jonas Perret, OSH, Tel: +41 22 555 01 42",
        ),
        (
            FindingKind.NOTES,
            "Notes to editors\n1. Pictures on request.",
            "Notes to editors\u2029Pictures on request.",
        ),
    ],
)
def test_a_piece_is_found_where_it_was_made_into_something(
    document: QTextDocument, kind: FindingKind, text: str, wanted: str
) -> None:
    assert place(document, kind, text) == wanted


def test_what_was_put_back_is_found_in_the_text(document: QTextDocument) -> None:
    assert place(document, FindingKind.TAGS, "Ninety have passed.", TAKEN_BACK) == (
        "Geneva – Ninety have passed."
    )
    assert place(document, FindingKind.TAGS, "Never said here", TAKEN_BACK) is None


@pytest.mark.parametrize("kind", [FindingKind.FURNITURE, FindingKind.EMBARGO, FindingKind.POSTED])
def test_what_became_nothing_is_nowhere(document: QTextDocument, kind: FindingKind) -> None:
    assert place(document, kind, "Ninety have passed.") is None


def test_an_anchor_stands_before_the_first_words() -> None:
    assert anchored("x", "<address>\n<p>Dana</p></address>") == (
        '<address>\n<p><a name="x"></a>Dana</p></address>'
    )
    assert anchored("x", "Dana") == '<a name="x"></a>Dana'
