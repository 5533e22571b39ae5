"""Word documents of our own, part by part."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = {
    "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Caption": "caption",
    "Quote": "Quote", "ListParagraph": "List Paragraph",
}  # fmt: skip


def paragraph(*runs: str, style: str = "", level: int | None = None, list_id: int = 1) -> str:
    """A paragraph; with `level`, from 0, an item of list 1 (bullets) or 2 (numbers)."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        about += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, about: str = "") -> str:
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def link(text: str, key: str) -> str:
    return f'<w:hyperlink r:id="{key}">{run(text)}</w:hyperlink>'


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def picture(key: str, alt: str = "", *, is_linked: bool = False) -> str:
    kind = "link" if is_linked else "embed"
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:{kind}="{key}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{paragraph(run(one))}</w:tc>" for one in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def document(
    body: str,
    *,
    notes: Mapping[int, str] | None = None,
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, tuple[str, bytes]] | None = None,
    linked_pictures: Mapping[str, str] | None = None,
    properties: Mapping[str, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a document.

    Args:
        notes: footnotes by their numbers.
        links: addresses by their keys.
        pictures: names in `word/media/` and contents by their keys.
        linked_pictures: addresses of pictures that are not in it by their keys.
        properties: of `docProps/core.xml`, with their prefix: `dc:title`.
        parts: more of them, or others in place of those.
    """
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_TYPES}/{kind}" Target="{target}"{mode}/>'
        for kind, mode, targets in (
            ("hyperlink", ' TargetMode="External"', links or {}),
            ("image", ' TargetMode="External"', linked_pictures or {}),
            ("image", "", {key: f"media/{name}" for key, (name, _) in (pictures or {}).items()}),
            ("styles", "", {"rStyles": "styles.xml"}),
            ("numbering", "", {"rNumbering": "numbering.xml"}),
            ("footnotes", "", {"rNotes": "footnotes.xml"} if notes else {}),
        )
        for key, target in targets.items()
    )
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{_TYPES}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(relations),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
    }
    if notes:
        said = "".join(
            f'<w:footnote w:id="{number}">{paragraph(run(text))}</w:footnote>'
            for number, text in notes.items()
        )
        made["word/footnotes.xml"] = f"<w:footnotes {_SPACES}>{said}</w:footnotes>"
    if properties:
        made["docProps/core.xml"] = _core(properties)
    for name, content in (pictures or {}).values():
        made[f"word/media/{name}"] = content
    return packed(made | dict(parts or {}))


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _content_types() -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/></Types>'
    )


def _relationships(relations: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{relations}</Relationships>'


def _styles() -> str:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    return f"<w:styles {_SPACES}>{styles}</w:styles>"


def _numbering() -> str:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{kind}"/></w:lvl>' for level in range(5)
        )
        + "</w:abstractNum>"
        for number, kind in ((1, "bullet"), (2, "decimal"))
    )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )
    return f"<w:numbering {_SPACES}>{lists}{uses}</w:numbering>"


def _core(properties: Mapping[str, str]) -> str:
    said = "".join(f"<{name}>{text}</{name}>" for name, text in properties.items())
    return (
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.'
        f'openxmlformats.org/package/2006/metadata/core-properties">{said}</cp:coreProperties>'
    )
