"""What stands beside a text on its page: listed, and read if somebody puts it back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.lines import Paragraph
from newsdesk.importing.passages import Passage, by_paragraph

BESIDE = "beside_the_text"  # the flag of its findings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The paragraphs beside a text, those that follow each other claimed by one finding."""

    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()

    def around(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Return the passages of the text and these, each where it stands on the page."""
        groups = [*by_paragraph(passages), *by_paragraph(self.passages)]
        groups.sort(key=lambda parts: parts[0].paragraph.first_line)
        return tuple(passage for parts in groups for passage in parts)


def parted(
    paragraphs: Sequence[Paragraph], beside: Collection[int]
) -> tuple[tuple[Paragraph, ...], Surroundings]:
    """Return the paragraphs of the text, and those of which all lines stand beside it."""
    if not beside:
        return tuple(paragraphs), Surroundings()
    text: list[Paragraph] = []
    passages: list[Passage] = []
    findings: list[Finding] = []
    for is_beside, some in groupby(
        paragraphs, lambda one: all(line.number in beside for line in one.lines)
    ):
        if not is_beside:
            text += some
            continue
        run = list(some)
        finding = Finding(
            kind=FindingKind.FURNITURE,
            confidence=Confidence.HIGH,
            text="\n".join(one.source for one in run),
            first_line=run[0].first_line,
            last_line=run[-1].last_line,
            flags=(BESIDE,),
        )
        findings.append(finding)
        passages += [Passage(paragraph=one, text=one.source, findings=(finding,)) for one in run]
    return tuple(text), Surroundings(tuple(passages), tuple(findings))
