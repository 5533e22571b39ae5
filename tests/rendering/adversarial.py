"""Documents in which blocks get in each other's way: named ones, and shuffled fragments."""

import random

NAMED = {
    "abbreviation between a term and its definition": "Term\n\n*[UN]: United Nations\n\n: text",
    "abbreviation inside a definition": "Term\n: text\n*[UN]: United Nations\n    more",
    "attributes alone in a paragraph": "text\n\n{: lang=fr }\n\nmore",
    "attributes on a fence": "``` { .python title='x' }\ncode\n```",
    "blank line of spaces at the top": " \n- item\n\n    more",
    "blank line of tabs in a list": "- item\n\t\n    more\n \t \n- item",
    "carriage returns": "# Heading\r\n\r\n- item\r- item\r\n\r\n    more",
    "code after a fence": "```\ncode\n```\n\n    indented",
    "code after a list": "- item\n\ntext\n\n    code",
    "code after a note": "text[^1]\n\n[^1]: note\n\n    more of it\n\n\n    code",
    "code after a reference": "[text][r]\n\n[r]: https://example.org/\n\n    code",
    "code before text without a blank line": "    code\ntext\n\n    code",
    "code in a quote": ">     code\n>\n>     more\n\n>     again",
    "code, three blank lines, code": "    code\n\n\n\n    more",
    "colon at the top": ": no term\n\nterm\n: text",
    "definition after a definition list": "a\n: b\n\nc\n\n: d\n\ne\n: f",
    "definition after a fence": "```\ncode\n```\n\n: text",
    "definition after a heading": "# Heading\n\n: text",
    "definition after a list": "- item\n\n: text",
    "definition of a definition": "a\n\n: b\n\n    : c\n\n: d",
    "escaped signs": r"\# no heading" + "\n\n" + r"\- no item" + "\n\n" + r"\> no quote",
    "fence between list items": "- item\n```\ncode\n```\n- item",
    "fence closed by a longer one": "```\ncode\n````\nmore\n```",
    "fence indented": "- item\n\n    ```\n    code\n    ```",
    "fence never closed": "text\n\n```\ncode\n\n- item",
    "fence of one kind in another": "~~~\n```\n~~~\n\n```\n~~~\n```",
    "fence with words behind it": "``` no language\ntext\n```\nmore\n```",
    "heading between list items": "- item\n# Heading\n- item\n\n# Heading\n\n- item",
    "heading in a loose list": "- item\n\n    # Heading\n    text\n\n- item",
    "heading in a quote": "> # Heading\n> text\n\n> Heading\n> ===",
    "list after a list of another kind": "- item\n\n1. item\n\n- item",
    "list after a quote": "> quote\n\n- item\n\n> quote",
    "list continued lazily": "- item\nlazy\n\nlazy no more\n- no item",
    "list in a list by two spaces": "- item\n  - item\n\n  text",
    "list item of nothing": "-\n\n- \n\n- item",
    "list of quotes": "- > quote\n\n    > more\n\n- > quote",
    "list with a paragraph, a list and code": "- a\n\n    b\n\n    - c\n\n            code\n\n- d",
    "list, two blank lines, list": "- item\n\n\n- item\n\n\n    more",
    "note between list items": "- item[^1]\n\n[^1]: note\n\n- item",
    "note between list items without blank lines": "- item[^1]\n[^1]: note\n- item",
    "note between paragraphs of an item": "- item[^1]\n\n[^1]: note\n\n    text",
    "note cited by a note": "text[^a]\n\n[^a]: see[^b]\n\n[^b]: note",
    "note cited by itself": "text[^a]\n\n[^a]: see[^a]",
    "note cited in a heading, a table and a link": (
        "# Heading[^1]\n\n|a[^1]|b|\n|-|-|\n|c|d[^1]|\n\n"
        "[text[^1]](https://example.org)\n\n[^1]: note"
    ),
    "note cited twice": "text[^1] and[^1]\n\nmore[^1]\n\n[^1]: note",
    "note continued lazily": "text[^1]\n\n[^1]: note\nlazy\n    more\n\n    again\nlazy",
    "note defined in a list": "- item[^1]\n\n    [^1]: note\n\ntext",
    "note defined in a quote": "text[^1]\n\n> [^1]: note",
    "note defined twice": "text[^1]\n\n[^1]: note\n\n[^1]: other",
    "note followed by a rule": "text[^1]\n\n[^1]: note\n---",
    "note never cited": "text\n\n[^1]: note",
    "note of a list": "text[^1]\n\n[^1]: - item\n    - item\n\n    text",
    "note of nothing": "text[^1]\n\n[^1]:\n\nmore",
    "note with a fence under it": "text[^1]\n\n[^1]: note\n```\ncode\n```\n\n    more",
    "note with a heading under it": "text[^1]\n\n[^1]: note\n# Heading\n\n    more",
    "note with a reference under it": "text[^1] [r]\n\n[^1]: note\n[r]: https://example.org/",
    "notes without blank lines": "text[^1][^2]\n\n[^1]: note\n[^2]: note\n    more",
    "quote after a quote": "> quote\n\n> quote\n>\n> quote\n\n\n> quote",
    "quote continued lazily": "> quote\nlazy\n\nno quote",
    "quote in a quote": "> quote\n> > quote\n>\n> quote\n\n> > quote",
    "quote in the middle of a paragraph": "text\n> quote\n\n> quote",
    "reference after a paragraph without a blank line": "text [r]\n[r]: https://example.org/\nmore",
    "reference in a list": "- item [r]\n\n    [r]: https://example.org/",
    "reference in a quote": "text [r]\n\n> [r]: https://example.org/",
    "reference in code": "text [r]\n\n    [r]: https://example.org/",
    "reference over three lines": "[text][r]\n\n[r]:\n    https://example.org/\n    'Title'\nmore",
    "reference that leads nowhere": "[text][r]\n\n[r]: nowhere",
    "reference to a remote image": "![text][r]\n\n[r]: https://example.org/i.png",
    "reference with a definition under it": "[r]: https://example.org/\n: text",
    "references without blank lines": "[a] [b]\n\n[a]: https://example.org/\n[b]: <https://example.org/>",
    "rule of stars after a list": "* item\n\n* * *\n\n* item",
    "rule or heading": "text\n---\n\n---\n\ntext\n\n---",
    "signs across blocks": "**bold\n\ntext**\n\n`code\n\ntext`\n\n[link\n\ntext](https://example.org)",
    "table after text without a blank line": "text\n|a|b|\n|-|-|\n|c|d|",
    "table in a list": "- item\n\n    |a|b|\n    |-|-|\n    |c|d|",
    "table with a reference as its row": "|a|b|\n|-|-|\n[r]: https://example.org/",
    "tabs": "-\titem\n\n\tmore\n\n\t- item\n\n1.\titem\n\n\t\tcode",
    "text after a list without a blank line": "1. item\n2. item\ntext\n\ntext",
    "underlined after a definition": "[r]: https://example.org/\nHeading\n---",
}

FRAGMENTS = (
    "word", "Word two.", "- item", "* item", "1. item", "2. item", "> quote", ">", "> - item",
    "# Heading", "## Heading", "Heading\n===", "Heading\n---", "---", "    code", "    - item",
    "    > quote", "        deep", "```", "~~~", "``` py", "[^1]: note", "[^2]: note", "    more",
    "[r]: https://example.org/", "  [r]: https://example.org/2 'Title'", "'A title'",
    "[^1][^2][^1]", "[r]:\nhttps://example.org/3", "word[^1] and [r]", "*[word]: Title", ": text",
    ":   text", "Term", "| a | b |", "|---|---|", "| 1 | 2 |", "a | b", "{: lang=fr }", "**bold",
    "text**",
    "`code", "end`", "", " ", "   ",
)  # fmt: skip


def shuffled(seed: int) -> str:
    """Return fragments in any order, with or without blank lines between them."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    ends = ("\n", "\n\n", "\n\n", "\n\n\n")
    return "".join(draw.choice(FRAGMENTS) + draw.choice(ends) for _ in range(draw.randint(2, 8)))


def documents() -> dict[str, str]:
    """Return all of them by name."""
    return NAMED | {f"shuffled {seed}": shuffled(seed) for seed in range(600)}
