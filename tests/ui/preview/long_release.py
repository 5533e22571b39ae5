"""A long release of all that a body has, and where each of its words stands in the source."""

import re

WORD = re.compile(r"[^\W\d_]+")
PICTURE = "ab" * 32

_SENTENCES = (
    'The council said the harbour would stay open, and the harbour "would never close" again.',
    "Crews from nine ports -- the same nine as last year -- train on the harbour's east pier.",
    "It's the crews' own plan: the plan of the pilots, of the ports, the plan of the city.",
    '"We measured every berth, every night, for a year," said the head of the survey.',
)


class LongRelease:
    """Written part by part.

    Attributes:
        source: the body.
        words: each word that the page shows of it, in the page's order, with its offset in the
            source.
    """

    def __init__(self, sections: int) -> None:
        self.source = ""
        self.words: list[tuple[str, int]] = []
        for number in range(sections):
            self._write_section(number)
        self._mark("\n")
        for number in range(0, sections, 7):
            self._mark(f"[^n{number}]: ")
            self._say(_SENTENCES[number % 4])
            self._mark("\n")

    def _mark(self, marks: str) -> None:
        """Write what the page does not say."""
        self.source += marks

    def _say(self, text: str) -> None:
        """Write what the page says too."""
        start = len(self.source)
        self.words += [(found[0], start + found.start()) for found in WORD.finditer(text)]
        self.source += text

    def _write_section(self, number: int) -> None:
        self._mark("## " if number % 3 else "### ")
        self._say(f"The harbour, part {number}")
        self._mark("\n\n")
        for sentence in _SENTENCES * (1 + number % 4):  # one line of the source, however long
            self._say(f"{sentence} ")
        self._write_marked(number)
        self._mark("\n\n> ")
        self._say(_SENTENCES[3])
        self._mark("\n> ")
        self._say(_SENTENCES[number % 3])
        self._mark("\n\n")
        for item in range(2 + number % 5):
            self._mark(f"{item + 1}. " if number % 2 else "- ")
            self._say(_SENTENCES[item % 4])
            self._mark("\n")
        self._mark("\n")
        if number % 2:
            self._write_table(3 + number % 9)
        if number % 4 == 1:
            self._mark(f"![the harbour at night](newsdesk-media:{PICTURE})\n\n")

    def _write_marked(self, number: int) -> None:
        self._mark("**")
        self._say("The harbour")
        self._mark("** ")
        self._say("and ")
        self._mark("*")
        self._say("the harbour")
        self._mark("* ")
        self._say("and ")
        self._mark("[")
        self._say("the harbour")
        self._mark('](https://example.org/the/harbour "The harbour") ')
        self._say("and ")
        self._mark("`")
        self._say("the harbour")
        self._mark("` &amp; ")
        self._say("the ports")
        if number % 7 == 0:
            self._mark(f"[^n{number}]")
        self._say(".")

    def _write_table(self, rows: int) -> None:
        for row in range(rows):
            self._mark("| ")
            self._say("Ports and the ports" if row else "Harbour")
            self._mark(" | ")
            self._say("ports" if row % 2 else "The ports")
            self._mark(" |\n|---|---:|\n" if row == 0 else " |\n")
        self._mark("\n")
