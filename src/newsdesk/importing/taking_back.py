"""Findings that a person refuses: their fields are emptied, their texts stand in the body again."""

from collections.abc import Collection
from dataclasses import replace

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.draft import Draft
from newsdesk.importing.told import TOLD

TAKEN_BACK = "taken_back"  # the flag of a finding that somebody refused
_IN_THE_BODY = frozenset(
    {FindingKind.BODY, FindingKind.QUOTE, FindingKind.MENDED_LINES, FindingKind.LANGUAGE}
    | {FindingKind.MEDIA}
)


def can_be_restored(finding: Finding) -> bool:
    """Tell whether a finding keeps its text out of the body."""
    is_sure = finding.confidence is Confidence.HIGH
    return is_sure and finding.kind not in _IN_THE_BODY and TOLD not in finding.flags


def restored(draft: Draft, refused: Collection[Finding]) -> Draft:
    """Return a draft without what was made of the `refused` among its findings.

    A refused finding stays listed, with `Confidence.LOW` and the flag `taken_back`. What somebody
    changed in other fields stays; a draft that was not taken apart is returned as it is.
    """
    dissection = draft.dissection
    claims = dissection.findings if dissection else frozenset[Finding]()
    now = claims.intersection(draft.findings).intersection(refused)
    if dissection is None or not now:
        return draft
    before = claims.difference(draft.findings)
    old, new = dissection.values(before), dissection.values(before | now)
    changes = {name: value for name, value in new.items() if value != old[name]}
    findings = tuple(_refused(one) if one in now else one for one in draft.findings)
    return replace(draft, findings=findings, **changes)


def _refused(finding: Finding) -> Finding:
    flags = (*finding.flags, TAKEN_BACK)
    return replace(finding, confidence=Confidence.LOW, flags=flags)
