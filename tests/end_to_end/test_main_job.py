"""A release comes in, is kept, and goes out as a finished page: through the program's own doors."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import html5lib
import pytest

SEEDS = ("001-iom-guilin-seed", "002-newspakistan-iom-seed")


def newsdesk(data_dir: Path, *words: str | Path) -> Any:
    """Run the program in a process of its own and return its JSON."""
    said = subprocess.run(
        [sys.executable, "-m", "newsdesk", "--data-dir", data_dir, *words, "--json"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert said.returncode == 0, said.stderr.decode()
    return json.loads(said.stdout)


class Text(HTMLParser):
    """The words of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href" and value]

    def __contains__(self, words: str) -> bool:
        return plain(words) in plain("".join(self.words))


def plain(text: str) -> str:
    """Fold what typography changes: white space, quotation marks, dashes."""
    text = re.sub(r"[“”„«»\"]", '"', re.sub(r"[‘’']", "'", text))
    return re.sub(r"\s+", " ", re.sub(r"[‐-―-]+", "-", text))


@pytest.mark.parametrize("case", SEEDS)
def test_a_seed_release_comes_in_and_goes_out_whole(
    shared: Path, tmp_path: Path, case: str
) -> None:
    truth = json.loads((shared / "corpus" / case / "truth.json").read_text("utf-8"))
    source = shared / "corpus" / case / "source.txt"
    data_dir, out = tmp_path / "newsroom", tmp_path / "out"

    (imported,) = newsdesk(data_dir, "import", source)["imported"]
    stored = newsdesk(data_dir, "show", imported["id"])
    newsdesk(data_dir, "publish", imported["id"])
    (written,) = newsdesk(data_dir, "export", imported["id"], "--out", out)["written"]

    page = Path(written["path"]).read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    text = Text(page)
    assert truth["headline"] in text
    if truth["dateline_country"]:
        assert f"{truth['dateline_country']} – " in text
    paragraphs = [part for part in stored["body_md"].split("\n\n") if part.strip()]
    assert len(paragraphs) >= 5
    for paragraph in paragraphs:
        assert paragraph in text
    for contact in truth["contacts"]:
        assert contact["name"] in text
        assert [f"mailto:{email}" in text.links for email in contact["emails"]] == [True]
    for noise in truth["must_not_contain"]:
        assert noise not in text


def test_the_same_release_is_the_same_file_on_any_day(tmp_path: Path) -> None:
    data_dir = tmp_path / "newsroom"
    newsdesk(data_dir, "samples")
    for row in newsdesk(data_dir, "list"):
        newsdesk(data_dir, "publish", row["id"])
    once = newsdesk(data_dir, "export", "--all", "--out", tmp_path / "once")["written"]
    again = newsdesk(data_dir, "export", "--all", "--out", tmp_path / "again")["written"]
    assert [record["sha256"] for record in once] == [record["sha256"] for record in again]
    assert [record["revision"] for record in once] == [record["revision"] for record in again]
