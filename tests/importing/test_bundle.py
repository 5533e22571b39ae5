"""Bundles are read whole and as they were written, or refused."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.bundle import COMMENT, MANIFEST, Bundle
from newsdesk.domain.canonical import to_json
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.exporting.bundle import bundle_file
from newsdesk.importing import bundle as module
from newsdesk.importing.bundle import read_bundle
from tests.exporting.bundles import KEY, handed, release, sample

Members = dict[str, bytes]


def refusal(raw: bytes) -> ImportProblem:
    with pytest.raises(ImportRefusedError) as refused:
        read_bundle(raw, "work.newsdesk")
    assert refused.value.source == "work.newsdesk"
    return refused.value.problem


def members_of(raw: bytes) -> Members:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], **manifest: Any) -> bytes:
    """Return a file whose every hash is right, as somebody may make it by hand."""
    said = {
        "bundle": "newsdesk",
        "format": 1,
        "members": {
            name: {"sha256": sha256(content).hexdigest(), "size": len(content)}
            for name, content in parts.items()
            if name != MANIFEST
        },
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, MANIFEST: to_json(said | manifest)}.items():
            archive.writestr(name, content)
        archive.comment = COMMENT + b"0" * 64
    raw = file.getvalue()[: -len(COMMENT) - 64]
    return raw + COMMENT + sha256(raw).hexdigest().encode()


def test_what_was_written_is_read() -> None:
    bundle = sample()
    read = read_bundle(bundle_file(bundle), "work.newsdesk")
    assert read.releases == bundle.releases
    (picture,) = bundle.pictures
    assert [one.content for one in read.pictures] == [picture.content]
    assert read.pictures[0].asset == replace(picture.asset, path="", version=0)


def test_what_is_packed_by_hand_as_newsdesk_does_is_read_too() -> None:
    members = members_of(bundle_file(sample()))
    assert read_bundle(packed(members), "a").releases == sample().releases


# Every byte -----------------------------------------------------------------------------------

RAW = bundle_file(sample())


@given(place=st.integers(0, len(RAW) - 1), bit=st.integers(0, 7))
def test_a_bit_that_is_another_refuses_all_of_it(place: int, bit: int) -> None:
    altered = bytearray(RAW)
    altered[place] ^= 1 << bit
    refusal(bytes(altered))


@given(end=st.integers(0, len(RAW) - 1))
def test_what_is_cut_off_is_refused(end: int) -> None:
    refusal(RAW[:end])


@pytest.mark.parametrize("raw", [b"x" + RAW, RAW + b"x", RAW + RAW, b"MZ" + RAW, b"", b"PK"])
def test_what_stands_around_it_is_refused(raw: bytes) -> None:
    refusal(raw)


@given(raw=st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(raw: bytes) -> None:
    refusal(raw)


# What somebody makes by hand, every hash of it right --------------------------------------------


def release_name() -> str:
    return f"releases/{KEY}.json"


def with_plain(name: str, change: Callable[[Any], object]) -> bytes:
    """Return a file one member of which says something else."""
    members = members_of(RAW)
    plain = json.loads(members[name])
    change(plain)
    members[name] = to_json(plain)
    return packed(members)


def with_text(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a file in which the only revision of a release holds something else."""
    first = release("One.")
    plain = json.loads(handed(first).history[0].canonical)
    change(plain)
    canonical = to_json(plain)
    (one,) = handed(first).history
    digest = sha256(canonical).hexdigest()
    revision = replace(one.revision, sha256=digest)
    changed = replace(one, revision=revision, canonical=canonical)
    return bundle_file(Bundle(releases=(replace(handed(first), history=(changed,)),)))


HISTORY: Mapping[str, Callable[[Any], object]] = {
    "a gap": lambda one: one["history"].pop(1),
    "its beginning gone": lambda one: one["history"].pop(0),
    "in another order": lambda one: one["history"].reverse(),
    "a number twice": lambda one: one["history"][1].update(number=1),
}


@pytest.mark.parametrize("change", HISTORY.values(), ids=HISTORY)
def test_a_history_with_a_gap_is_refused(change: Callable[[Any], object]) -> None:
    raw = with_plain(release_name(), change)
    assert refusal(raw) in {ImportProblem.BUNDLE_CHAIN, ImportProblem.BUNDLE_MEMBERS}


TEXTS: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "a slug that leads out": lambda one: one.update(slug="../../evil"),
    "a name of a device": lambda one: one.update(slug="con"),
    "of another release": lambda one: one.update(id=str(KEY)[:-1] + "9"),
    "urgency 99": lambda one: one.update(urgency=99),
    "no language": lambda one: one.update(language="<script>"),
    "a time in no zone": lambda one: one.update(firstcreated="2026-03-02T09:30:00"),
    "a time beyond the calendar": lambda one: one.update(firstcreated="9999-12-31T23:00:00Z"),
    "a state that is none": lambda one: one.update(state="deleted"),
    "a text that is a number": lambda one: one.update(body_md=7),
    "a NUL": lambda one: one.update(headline="a\0b"),
    "a number beyond measure": lambda one: one.update(rewrite_sequence=10**30),
    "an embargo in no place": lambda one: one.update(
        embargo={"until_local": "2026-03-09T09:00:00", "tz": "Nowhere/At_All", "city_label": "x"}
    ),
    "a picture that is not there": lambda one: one.update(
        media=[{"media_id": str(KEY), "role": "body", "caption": None, "credit": None}]
    ),
    "lists in lists": lambda one: one.update(x=json.loads("[" * 60 + "]" * 60)),
}


@pytest.mark.parametrize("change", TEXTS.values(), ids=TEXTS)
def test_a_text_that_no_desk_could_have_saved_is_refused(
    change: Callable[[dict[str, Any]], object],
) -> None:
    assert refusal(with_text(change)) in {ImportProblem.DAMAGED, ImportProblem.BUNDLE_MEMBERS}


def test_a_text_in_whatever_form_another_system_gave_it_is_read() -> None:
    raw = with_text(lambda one: one.update(headline="cafe\u0301", language="PT-br"))
    read = read_bundle(raw, "a").releases[0].head.release
    assert (read.headline, read.language) == ("cafe\u0301", "PT-br")


def test_a_field_that_nobody_knows_yet_is_passed_over() -> None:
    raw = with_text(lambda one: one.update(invented_later="x"))
    assert read_bundle(raw, "a").releases[0].head.release.body_md == "One."


PARTS: Mapping[str, tuple[Callable[[Members], object], ImportProblem]] = {
    "a spare text": (
        lambda all_: all_.update({f"revisions/{'0' * 64}.json": b"{}"}),
        ImportProblem.BUNDLE_MEMBERS,
    ),
    "a spare picture": (
        lambda all_: all_.update({f"pictures/{'0' * 64}": b"GIF"}),
        ImportProblem.BUNDLE_MEMBERS,
    ),
    "a page": (lambda all_: all_.update({"read.me": b"x"}), ImportProblem.BUNDLE_MEMBERS),
    "no pictures": (lambda all_: all_.pop("pictures.json"), ImportProblem.BUNDLE_MEMBERS),
    "no release": (lambda all_: all_.pop(release_name()), ImportProblem.BUNDLE_MEMBERS),
    "a text under another hash": (
        lambda all_: all_.update(
            {name: b"{}" for name in list(all_) if name.startswith("revisions/")}
        ),
        ImportProblem.BUNDLE_ALTERED,
    ),
    "a picture under another hash": (
        lambda all_: all_.update(
            {name: b"GIF89a" for name in list(all_) if name.startswith("pictures/")}
        ),
        ImportProblem.BUNDLE_ALTERED,
    ),
    "spaces between": (
        lambda all_: all_.update({release_name(): b" " + all_[release_name()]}),
        ImportProblem.DAMAGED,
    ),
    "no JSON": (lambda all_: all_.update({release_name(): b"\xff"}), ImportProblem.DAMAGED),
}


@pytest.mark.parametrize(("change", "problem"), PARTS.values(), ids=PARTS)
def test_a_part_too_many_or_too_few_is_refused(
    change: Callable[[Members], object], problem: ImportProblem
) -> None:
    members = members_of(RAW)
    change(members)
    assert refusal(packed(members)) is problem


def test_a_member_that_is_not_in_the_manifest_is_refused() -> None:
    members = members_of(RAW)
    said = {name: {"sha256": "0" * 64, "size": 1} for name in members if name != MANIFEST}
    said.pop(release_name())
    assert refusal(packed(members, members=said)) is ImportProblem.BUNDLE_MEMBERS


def test_a_hash_in_the_manifest_that_is_another_is_refused() -> None:
    members = members_of(RAW)
    said = {name: {"sha256": "0" * 64, "size": 1} for name in members if name != MANIFEST}
    assert refusal(packed(members, members=said)) is ImportProblem.BUNDLE_ALTERED


@pytest.mark.parametrize("said", [7, None, [], {"manifest.json": 3}, "x", {"a": {}}])
def test_a_manifest_that_makes_no_sense_is_refused(said: object) -> None:
    members = members_of(RAW)
    assert refusal(packed(members, members=said)) in {
        ImportProblem.DAMAGED,
        ImportProblem.BUNDLE_MEMBERS,
    }


def test_a_newer_one_is_told_from_a_damaged_one() -> None:
    members = members_of(RAW)
    assert refusal(packed(members, format=2, more="x")) is ImportProblem.BUNDLE_NEWER
    assert refusal(packed(members, format="2")) is ImportProblem.DAMAGED
    assert refusal(packed(members, format=0)) is ImportProblem.DAMAGED
    assert refusal(packed(members, bundle="other")) is ImportProblem.DAMAGED


def test_a_picture_that_is_none_is_refused() -> None:
    bundle = sample()
    (picture,) = bundle.pictures
    content = b"MZ" + b"\0" * 80
    asset = replace(picture.asset, sha256=sha256(content).hexdigest())
    wrong = replace(bundle, pictures=(replace(picture, asset=asset, content=content),))
    assert refusal(bundle_file(wrong)) is ImportProblem.DAMAGED


@pytest.mark.parametrize("name", ["../gate.jpg", "C:\\gate.jpg", "a\x1b[2J.jpg", "", "a" * 300])
def test_a_picture_whose_name_leads_elsewhere_is_refused(name: str) -> None:
    bundle = sample()
    (picture,) = bundle.pictures
    wrong = replace(picture, asset=replace(picture.asset, file_name=name))
    raw = bundle_file(replace(bundle, pictures=(wrong,)))
    assert refusal(raw) is ImportProblem.DAMAGED


def test_what_is_larger_than_memory_is_made_for_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)
    assert refusal(RAW) is ImportProblem.TOO_LARGE


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(data=st.data(), value=_JSON)
def test_whatever_stands_in_a_field_is_read_or_refused(data: st.DataObject, value: Any) -> None:
    name = data.draw(st.sampled_from(sorted(json.loads(handed(release("x")).head.canonical))))
    raw = with_text(lambda one: one.update({name: value}))
    try:
        read = read_bundle(raw, "a")
    except ImportRefusedError:
        return
    assert read.releases[0].id == KEY
