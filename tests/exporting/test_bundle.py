"""One file for another newsdesk: complete, the same each time, every byte accounted for."""

import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256

from newsdesk.domain.bundle import COMMENT, MANIFEST
from newsdesk.exporting.bundle import bundle_file
from tests.exporting.bundles import KEY, handed, release, sample


def opened(raw: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(raw))


def test_equal_bundles_give_equal_bytes_in_whatever_order_they_are_named() -> None:
    bundle = sample()
    turned = replace(bundle, releases=bundle.releases[::-1])
    assert bundle_file(bundle) == bundle_file(sample()) == bundle_file(turned)


def test_the_manifest_has_the_hash_of_every_other_member() -> None:
    archive = opened(bundle_file(sample()))
    manifest = json.loads(archive.read(MANIFEST))
    assert (manifest["bundle"], manifest["format"]) == ("newsdesk", 1)
    assert archive.namelist() == [MANIFEST, *manifest["members"]]
    for name, said in manifest["members"].items():
        content = archive.read(name)
        assert said == {"sha256": sha256(content).hexdigest(), "size": len(content)}


def test_the_comment_has_the_hash_of_all_before_it() -> None:
    raw = bundle_file(sample())
    comment = opened(raw).comment
    assert raw.endswith(comment)
    whole = sha256(raw[: -len(comment)]).hexdigest()
    assert comment == COMMENT + whole.encode()


def test_every_revision_is_in_it_as_it_was_recorded_and_each_text_once() -> None:
    again = handed(release("One."), release("Two."), release("One."))
    archive = opened(bundle_file(replace(sample(), releases=(again,), pictures=())))
    told = json.loads(archive.read(f"releases/{KEY}.json"))
    assert [one["number"] for one in told["history"]] == [1, 2, 3]
    texts = [name for name in archive.namelist() if name.startswith("revisions/")]
    assert len(texts) == 2
    for one in again.history:
        assert archive.read(f"revisions/{one.revision.sha256}.json") == one.canonical


def test_nothing_in_it_tells_where_pictures_lie_at_the_desk_it_is_from() -> None:
    archive = opened(bundle_file(sample()))
    (described,) = json.loads(archive.read("pictures.json"))
    assert described["file_name"] == "gate.jpg"
    assert not {"path", "version"} & described.keys()
    assert archive.read(f"pictures/{described['sha256']}") == sample().pictures[0].content


def test_its_members_are_plain_private_files_of_no_day() -> None:
    for info in opened(bundle_file(sample())).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert info.external_attr >> 16 == 0o100600
        assert (info.extra, info.comment, info.create_system) == (b"", b"", 3)
