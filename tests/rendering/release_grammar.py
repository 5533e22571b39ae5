"""Bodies made of what releases contain, in any order: a grammar to draw from.

Every reference and note that a body uses is defined in it once, anywhere between its blocks.
"""

import random
from collections.abc import Callable, Sequence

_WORDS = (
    "minister", "council", "hospital", "harbour", "budget", "inquiry", "schools", "bridge", "storm",
    "vaccine", "growth", "quarter", "service", "water", "agreement", "training", "journalists",
    "farmers", "festival", "museum", "railway", "research",
)  # fmt: skip
_FOREIGN = (
    "la ministre a annoncé un nouveau programme",
    "أعلنت الوزيرة عن برنامج جديد للمدارس",
    "部长宣布了一项新的学校计划",
    "министр объявила о новой программе",
    "die Ministerin kündigte ein Programm an",
)
_ABBREVIATIONS = {"WRO": "World River Organization", "GDP": "gross domestic product"}


class ReleaseGrammar:
    """Draws bodies; the same seed gives the same ones."""

    def __init__(self, seed: int, *, signs: float = 0.75) -> None:
        """`signs`: how many of a sentence's gaps hold an inline sign; the rest are plain words."""
        self._signs = signs
        self._random = random.Random(seed)  # noqa: S311 - nothing secret
        self._references: list[str] = []
        self._notes: list[str] = []

    def body(self, blocks: int) -> str:
        """Return a body of about so many blocks."""
        self._references, self._notes = [], []
        parts = [self._block() for _ in range(blocks)]
        parts += [f"*[{label}]: {title}" for label, title in self._some_abbreviations()]
        for number, label in enumerate(self._references):
            self._insert(parts, self._reference(label, number))
        for label in self._notes:  # a note may cite further ones
            self._insert(parts, self._note(label))
        return "".join(part + self._pick(["\n\n"] * 5 + ["\n\n\n", "\n \n"]) for part in parts)

    def text_of(self, size: int) -> str:
        """Return a body of at least `size` characters."""
        blocks = 1
        while len(body := self.body(blocks)) < size:
            blocks += max(1, blocks * (size - len(body)) // size // 2)
        return body

    # Blocks ---------------------------------------------------------------------------------

    def _block(self) -> str:
        kinds: dict[Callable[[], str], int] = {
            self._paragraph: 40,
            self._heading: 10,
            self._list: 14,
            self._quote: 10,
            self._table: 5,
            self._fence: 2,
            self._code: 2,
            self._definition_list: 4,
            self._rule: 2,
            self._image: 2,
        }
        return self._random.choices(list(kinds), list(kinds.values()))[0]()

    def _paragraph(self) -> str:
        sentences = [self._sentence() for _ in range(self._number(1, 4))]
        text = self._pick([" ", " ", "\n", "  \n"]).join(sentences)
        return text + self._pick([""] * 12 + ["\n{: lang=fr }", "\n{: dir=rtl title='Aside' }"])

    def _heading(self) -> str:
        title = self._words(2, 6).capitalize() + self._pick(["", "", " *now*", self._citation()])
        if self._chance(0.15):
            heading = f"{title}\n{self._pick(['=', '-']) * self._number(3, 12)}"
        else:
            marks = "#" * self._number(1, 4)
            heading = f"{marks} {title}{self._pick(['', '', ' ' + marks])}"
        return heading + (f"\n{self._sentence()}" if self._chance(0.2) else "")

    def _list(self, depth: int = 0) -> str:
        is_loose, is_numbered = self._chance(0.3), self._chance(0.4)
        first, bullet = self._number(1, 3), self._pick("-*+")
        items: list[str] = []
        for number in range(self._number(1, 5)):
            marker = f"{first + number}. " if is_numbered else f"{bullet} "
            item = marker + self._sentence()
            if is_loose and self._chance(0.3):
                item += "\n\n" + _indented(self._sentence())
            if is_loose and self._chance(0.1):
                item += "\n\n" + _indented(self._code())
            if depth < 2 and self._chance(0.25):
                item += self._pick(["\n", "\n\n" if is_loose else "\n"])
                item += _indented(self._list(depth + 1))
            items.append(item)
        return ("\n\n" if is_loose else "\n").join(items)

    def _quote(self) -> str:
        inner = [f'"{self._sentence()}"']
        if self._chance(0.3):
            inner.append(self._sentence())
        if self._chance(0.15):
            inner.append(self._list(depth=2))
        if self._chance(0.1):
            inner.append("> " + self._sentence())
        if self._chance(0.5):
            inner.append(f"— {self._name()}, {self._words(1, 3)}")
        lines = "\n\n".join(inner).split("\n")
        return "\n".join(f"> {line}" if line else self._pick([">", "> "]) for line in lines)

    def _table(self) -> str:
        columns = self._number(2, 4)
        rules = [self._pick(["---", ":--", "--:", ":-:"]) for _ in range(columns)]
        rows = [
            [self._cell() for _ in range(columns + self._chance(0.05))]
            for _ in range(self._number(1, 5))
        ]
        table = [[self._words(1, 2) for _ in range(columns)], rules, *rows]
        if self._chance(0.7):
            return "\n".join(f"| {' | '.join(row)} |" for row in table)
        return "\n".join(" | ".join(row) for row in table)

    def _cell(self) -> str:
        cells = [self._words(1, 3), str(self._number(1, 999)), "", "**7.5**", "a<br>b", "`x|y`"]
        return self._pick([*cells, f"n/a{self._citation()}"])

    def _fence(self) -> str:
        fence = self._pick(["```", "~~~", "````"])
        lines = [self._pick(["x < 1 && y", "", "# not a heading", "- no item", "[a]: no"])] * 2
        code = "\n".join([fence + self._pick(["", "sh", " .ini"]), *lines, fence])
        return self._pick(["", "", self._sentence() + "\n"]) + code

    def _code(self) -> str:
        lines = [f"    {self._words(1, 3)} <{number}>" for number in range(self._number(1, 3))]
        return "\n".join(lines) + self._pick(["", "", "\n\n    more"])

    def _definition_list(self) -> str:
        entries: list[str] = []
        for _ in range(self._number(1, 3)):
            terms = "\n".join(self._words(1, 2) for _ in range(self._number(1, 2)))
            entry = f"{terms}{self._pick([chr(10), chr(10) * 2])}: {self._sentence()}"
            if self._chance(0.3):
                entry += f"\n: {self._sentence()}"
            if self._chance(0.2):
                entry += "\n\n" + _indented(self._sentence())
            entries.append(entry)
        return "\n\n".join(entries)

    def _rule(self) -> str:
        return self._pick(["---", "* * *", "___"])

    def _image(self) -> str:
        return f"![{self._words(2, 4)}](newsdesk-media:{self._number(1, 99):064x})"

    # Definitions ----------------------------------------------------------------------------

    def _reference(self, label: str, number: int) -> str:
        title = self._pick(["", ' "The report"', " 'Its page'", "\n    (A title)"])
        target = f"https://example.org/{number}"
        return f"[{label}]: {self._pick([target, f'<{target}>'])}{title}"

    def _note(self, label: str) -> str:
        note = f"[^{label}]: {self._sentence()}"
        if self._chance(0.2):
            note += "\n" + self._pick(["", "    "]) + self._words(3, 6)
        if self._chance(0.2):
            note += "\n\n" + _indented(self._sentence())
        if self._chance(0.1):
            note += "\n\n" + _indented(self._list(depth=2))
        return note

    def _some_abbreviations(self) -> list[tuple[str, str]]:
        return [item for item in _ABBREVIATIONS.items() if self._chance(0.4)]

    def _insert(self, parts: list[str], definition: str) -> None:
        at = len(parts) if self._chance(0.5) else self._number(0, len(parts))
        parts.insert(at, definition)

    # Words ----------------------------------------------------------------------------------

    def _sentence(self) -> str:
        words = [self._words(3, 8)]
        for _ in range(self._number(0, 3)):
            words += [self._inline(), self._words(1, 4)]
        sentence = " ".join(words)
        return (
            sentence[:1].upper() + sentence[1:] + self._pick([".", ".", "!", "?", self._citation()])
        )

    def _inline(self) -> str:
        if not self._chance(self._signs):
            return self._words(2, 5)
        return self._pick(
            (
                f"**{self._words(1, 2)}**",
                f"*{self._words(1, 2)}*",
                f"_{self._words(1, 1)}_",
                f"`{self._words(1, 1)} <b>`",
                f'"{self._words(1, 3)}"',
                "it's the '90s",
                "the ministers' plan --- not yet -- is...",
                f"[{self._words(1, 2)}](https://example.org/a_(b) 'Its page')",
                "<https://example.org/?a=1&b=2>",
                "<press@example.org>",
                self._link_by_reference(),
                f"{self._words(1, 1)}{self._citation()}",
                "WRO and GDP",
                "CO<sub>2</sub>",
                r"5 \* 4 &amp; 3 < 4 &copy;",
                "#hashtag @name 100%",
                self._pick(_FOREIGN),
                f"“{self._words(1, 3)}”",
                f"{self._name()} (b. 1970)",
            )
        )

    def _link_by_reference(self) -> str:
        label = f"{self._pick(_WORDS)} {len(self._references)}"
        if self._references and self._chance(0.3):
            label = self._pick(self._references)
        else:
            self._references.append(label)
        return self._pick([f"[{label}]", f"[{label.upper()}][]", f"[the *text*][{label}]"])

    def _citation(self) -> str:
        if not self._chance(self._signs / 3):
            return ""
        if self._notes and self._chance(0.4):
            label = self._pick(self._notes)
        else:
            label = self._pick([f"{len(self._notes) + 1}", f"note {len(self._notes)}"])
            self._notes.append(label)
        return f"[^{label}]"

    def _name(self) -> str:
        return self._pick(["Ada O'Hara", "Samir Khoury", "Lin Wen", 'Jo "JD" Doe'])

    def _words(self, low: int, high: int) -> str:
        return " ".join(self._pick(_WORDS) for _ in range(self._number(low, high)))

    def _number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def _chance(self, of: float) -> bool:
        return self._random.random() < of

    def _pick(self, of: Sequence[str]) -> str:
        return self._random.choice(of)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
