"""Hostile texts: stored as they were typed, and nothing of them runs or is fetched, anywhere.

Every row goes the whole way: into a newsroom, out of it again, and into the exported file.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsdesk.domain.canonical import composed
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportRequest
from tests.cli.conftest import Newsdesk
from tests.exporting.test_html import find_all, parse, references, text_of
from tests.rendering.hostile_markdown import HOSTILE, Hostile
from tests.storage.test_search import HOSTILE as ASKED

Words = tuple[str, ...]
NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PICTURE = re.compile(r"data:image/(?:jpeg|png|webp|gif);base64,[A-Za-z0-9+/=]+\Z")
LINES = [  # what stands in fields that are one line, and in attributes, titles and scripts
    "</script><script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- <script> --> ]]> <![CDATA[",
    "javascript:alert(1)",
    "<meta http-equiv=refresh content=0;url=//example.org>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
AT_A_SHELL = [text for text in ASKED if "\0" not in text and len(text) < 100]
SIGNS = ["\x1b[2J", "\x1b]0;title\x07", "\x08", "\x7f", "\x9b2J", "\u202e"]
TEMPLATES = [
    "{{ 7*7 }}",
    "{% for a in b %}{{ a }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{# never seen #}",
    "{{ release.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %> %(id)s {0}",
    "{{cursor}}",
]
ONE_LINE_FIELDS = ("headline", "subheadline", "abstract", "byline", "dateline.custom_text")


def exported(desk: Desk, key: str, folder: Path, format_: ExportFormat = ExportFormat.HTML) -> str:
    outcome, _ = desk.exports.export(ExportRequest(keys=(key,), format=format_, folder=folder))
    (record,) = outcome.written
    return Path(record.path).read_text("utf-8")


def body_of(page: str) -> str:
    (main,) = find_all(page, "main")
    return text_of(main)


def json_ld(page: str) -> tuple[str, dict[str, Any]]:
    """Return what stands in the one script of a page, as it stands there and as it is read."""
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    (script,) = find_all(page, "script")
    return written, json.loads(script.text or "")


def assert_harmless(page: str) -> None:
    """Fail where a browser would fetch, run or send anything, or show what is not there."""
    assert list(references(page)) == []
    shown = [one.get("src") or "" for one in parse(page).iter("img")]
    assert [src for src in shown if not PICTURE.match(src)] == []
    assert not NOT_SHOWN.search(page)


# Bodies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_body_is_kept_as_it_is_and_does_nothing(
    desk: Desk, tmp_path: Path, hostile: Hostile
) -> None:
    made, _ = desk.releases.new({"headline": "Crews train"}, body_md=hostile.source)
    page = exported(desk, str(made.id), tmp_path / "out")
    assert_harmless(page)
    assert not NOT_SHOWN.search(exported(desk, str(made.id), tmp_path / "out", ExportFormat.TEXT))
    stored = desk.releases.get(str(made.id)).body_md
    assert stored == composed(hostile.source)  # as any text: in NFC, of whole characters


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_hostile_files_come_in_harmless_or_are_refused_in_words(
    newsdesk: Newsdesk, tmp_path: Path, suffix: str
) -> None:
    """All at once: none of them keeps another one out."""
    folder, out = tmp_path / "sent", tmp_path / "out"
    folder.mkdir()
    for number, hostile in enumerate(HOSTILE):
        text = f"Crews train at {number} quays\n\nQuay {number}.\n\n{hostile.source}\n\nThe end.\n"
        (folder / f"{number}{suffix}").write_bytes(text.encode("utf-8", "surrogatepass"))
    answer = newsdesk("import", folder, "--on-duplicate", "copy", "--json")
    imported, refused = answer.json["imported"], answer.json["refused"]
    assert len(imported) + len(refused) == len(HOSTILE)
    assert len(imported) > len(HOSTILE) * 0.9
    assert [one for one in refused if one["file"] not in answer.err] == []
    assert answer.code == bool(refused)
    assert newsdesk("export", "--all", "--out", out).code == 0
    pages = sorted(out.iterdir())
    assert len(pages) == len(imported)
    for page in pages:
        assert_harmless(page.read_text("utf-8"))


# Fields, and what is made of them -------------------------------------------------------------


@pytest.mark.parametrize("line", LINES)
def test_a_hostile_line_is_read_as_it_was_typed_in_every_place_of_a_published_page(
    desk: Desk, tmp_path: Path, line: str
) -> None:
    made, _ = desk.releases.new(dict.fromkeys(ONE_LINE_FIELDS, line), body_md="One quay.")
    desk.workflow.take(str(made.id), Action.PUBLISH)
    page = exported(desk, str(made.id), tmp_path / "out")
    assert_harmless(page)
    (heading,) = find_all(page, "h1")
    assert text_of(heading) == line
    written, read = json_ld(page)
    assert "<" not in written
    assert "\\u003c" in written or "<" not in line
    assert (read["headline"], read["abstract"]) == (line, line)
    assert line in exported(desk, str(made.id), tmp_path / "out", ExportFormat.TEXT)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_that_is_not_seen_reaches_no_published_page(
    desk: Desk, tmp_path: Path, sign: str
) -> None:
    """It stays in what is stored: a text is never changed by looking at it."""
    line = f"Pay {sign}001 now"
    made, _ = desk.releases.new(dict.fromkeys(ONE_LINE_FIELDS, line), body_md=line)
    desk.workflow.take(str(made.id), Action.PUBLISH)
    page = exported(desk, str(made.id), tmp_path / "out")
    assert_harmless(page)
    told = json_ld(page)[1]
    assert not NOT_SHOWN.search(f"{told['headline']}{told['abstract']}{told['description']}")
    assert not NOT_SHOWN.search(exported(desk, str(made.id), tmp_path / "out", ExportFormat.TEXT))
    assert desk.releases.get(str(made.id)).headline == line


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_text_is_never_a_template(desk: Desk, tmp_path: Path, template: str) -> None:
    """In a text all of it is text; typed quotation marks are set as the language has them."""
    made, _ = desk.releases.new({"headline": template}, body_md=f"Before `{template}` after.")
    page = exported(desk, str(made.id), tmp_path / "out")
    assert_harmless(page)
    (heading,) = find_all(page, "h1")
    assert text_of(heading) == template
    assert f"Before {template} after." in body_of(page)
    assert template in exported(desk, str(made.id), tmp_path / "out", ExportFormat.TEXT)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_house_and_a_standing_paragraph_are_no_templates(
    newsdesk: Newsdesk, tmp_path: Path, template: str
) -> None:
    text = tmp_path / "about.md"
    standing = ("boilerplates", "--add", "about", "--language", "en")
    text.write_text(f"About `{template}` here.", "utf-8")
    assert newsdesk("newsroom", "--set", f"organisation={template}").code == 0
    assert newsdesk(*standing, "--text-file", text).code == 0
    assert newsdesk("snippets", "--add", template, "--text-file", text).code == 0
    fields = ("slug=crews", "language=en", f"boilerplate.about={text.read_text('utf-8')}")
    assert newsdesk("new", *(f"--set={field}" for field in fields)).code == 0
    page = newsdesk("show", "crews", "--html").out
    assert_harmless(page)
    assert f"About {template} here." in body_of(page)
    (snippet,) = newsdesk("snippets", "--json").json
    assert (snippet["name"], snippet["text_md"]) == (template, f"About `{template}` here.")


# The search box -------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: repr(asked[:20]))
def test_whatever_is_looked_for_is_data(desk: Desk, asked: str) -> None:
    made, _ = desk.releases.new({"headline": "Crews train"}, body_md="b c y")
    assert desk.releases.ids(ReleaseQuery(text=asked, is_in_headline=True)) in ([], [made.id])
    assert {row.id for row in desk.releases.summaries(ReleaseQuery(text=asked))} <= {made.id}
    assert desk.contacts.all() == []
    assert [row.id for row in desk.releases.summaries(ReleaseQuery(text="crews"))] == [made.id]


@pytest.mark.parametrize("command", ["list", "contacts", "places"])
@pytest.mark.parametrize("asked", AT_A_SHELL)
def test_the_command_line_looks_for_any_text(newsdesk: Newsdesk, command: str, asked: str) -> None:
    answer = newsdesk(command, f"--query={asked}", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert isinstance(answer.json, list)


# What a terminal is shown ---------------------------------------------------------------------


@pytest.mark.parametrize("words", [("list",), ("show", "crews"), ("show", "crews", "--json")])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_text_gives_a_terminal_no_commands(
    newsdesk: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign: str, words: Words
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    (tmp_path / "sent.md").write_text(f"# Crews {sign}train\n\nA {sign}quay.\n", "utf-8")
    answers = [newsdesk("import", tmp_path / "sent.md")]
    newsdesk("new", "--set", f"headline=Crews {sign}train", "--set", "slug=crews")
    answers.append(newsdesk(*words))
    for answer in answers:
        assert "Crews" in answer.out
        assert sign[0] not in answer.out + answer.err


@pytest.mark.parametrize("sign", SIGNS)
def test_a_refusal_gives_a_terminal_no_commands(
    newsdesk: Newsdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    for words in (("import", tmp_path / f"a{sign}.txt"), ("show", f"a{sign}")):
        answer = newsdesk(*words)
        assert answer.code == 1
        assert sign[0] not in answer.err


@pytest.mark.parametrize("sign", SIGNS)
def test_programs_get_a_text_as_it_is(newsdesk: Newsdesk, sign: str) -> None:
    newsdesk("new", "--set", f"headline=Crews {sign}train", "--set", "slug=crews")
    assert newsdesk("show", "crews", "--json").json["headline"] == f"Crews {sign}train"
    assert f"# Crews {sign}train" in newsdesk("show", "crews", "--markdown").out
