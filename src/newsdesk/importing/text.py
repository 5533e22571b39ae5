"""Plain text: everything is read out of the words."""

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.decoding import decoded, is_markup
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told

SUFFIXES = (".txt", ".text")


def read(raw: bytes, name: str, tools: ImportTools) -> Draft:
    """Return the draft in a plain text file; raise `ImportRefusedError` if it is none."""
    found = decoded(raw, name)
    text = found.text
    if is_markup(text):
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    told = Told(guessed_encoding=found.guess)
    draft = dissect(text, tools=tools, name=name, told=told)
    if not draft.findings:  # nothing but characters that nobody can see
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    return draft
