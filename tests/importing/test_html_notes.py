import pytest

from newsdesk.importing.office_html import office_text
from tests.importing.watchdog import allowed


@pytest.mark.parametrize(
    ("html", "markdown", "notes"),
    [
        # Pandoc, ours, Wikipedia, mammoth
        (('<p>a<a href="#fn1" id="fnref1"><sup>1</sup></a></p><section><hr><ol><li id="fn1"><p>b'
         '<a href="#fnref1">↩</a></p></li></ol></section>'), "a[^1]", "[^1]: b"),
        (('<p>a<sup id="fnref-1"><a href="#fn-1">1</a></sup> c<sup id="fnref-1-2">'
         '<a href="#fn-1">1</a></sup></p><ol><li id="fn-1"><p>b <a href="#fnref-1">↩</a>'
         '<a href="#fnref-1-2">↩2</a></p></li></ol>'), "a[^1] c[^1]", "[^1]: b"),
        (('a<sup id="cite_ref-x_1"><a href="#cite_note-x">[1]</a></sup><ol><li id="cite_note-x">'
         '<span><a href="#cite_ref-x_1">^</a></span> <span>b</span></ol>'), "a[^1]", "[^1]: b"),
        (('<p>a<sup><a href="#n-1" id="r-1">[1]</a></sup></p><ol><li id="n-1"><p>b</p><p>c '
         '<a href="#r-1">↑</a></p></li></ol>'), "a[^1]", "[^1]: b\n\n    c"),
        (('<table border=1><tr><td>a<td>b<tr><td>c<a href="#s" name="t">*</a><td>d</table>'
         '<p><a href="#t" name="s">*</a> e'), "| a | b |\n| --- | --- |\n| c[^1] | d |", "[^1]: e"),
        # no notes
        ('<p><a href="#one" id="top">Contents</a></p><h2 id="one">One <a href="#top">up</a></h2>',
         "Contents\n\n## One up", ""),
        ('<p>a<sup><a href="#gone">1</a></sup>', "a<sup>1</sup>", ""),
        ('<p>a<a href="#n" id="r">1</a></p><p id="n">b</p>', "a1\n\nb", ""),
        ('<p id=n>a<a href="#n" id="r">1</a> <a href="#r">x</a></p>', "a1 x", ""),
    ],
)  # fmt: skip
def test_a_sign_and_a_note_that_lead_to_each_other_are_a_note(
    html: str, markdown: str, notes: str
) -> None:
    text = office_text(html)
    assert (text.markdown, text.notes) == (markdown, notes)


def test_many_notes_are_read_soon() -> None:
    cited = "".join(f"<p>x<a href=#n{one} name=r{one}>{one}</a>" for one in range(1, 1_001))
    below = "".join(f"<div><a href=#r{one} name=n{one}>x</a>y</div>" for one in range(1, 1_001))
    with allowed():
        text = office_text(f"{cited}<div>{below}</div>")
    assert text.notes.count("\n") == 999
    assert text.notes.endswith("[^1000]: y")
