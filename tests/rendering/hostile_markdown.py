"""Bodies that try to run something, to fetch something, or to show other words than they hold.

None of them may get anything but text, allowed tags and allowed targets into the HTML. What each
of them must leave to be read stands beside it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hostile:
    name: str
    source: str
    is_read: tuple[str, ...]  # texts a reader sees, spaces as typed


_ALERT = "javascript:alert(1)"

HOSTILE = (
    # Scripts and what may hold one
    Hostile("script", "<script>alert(1)</script>", ("<script>alert(1)</script>",)),
    Hostile("end of a script", "before </script> after", ("before </script> after",)),
    Hostile("script over blocks", "<script>\n\nalert(1)\n\n</script>", ("<script>", "</script>")),
    Hostile("script in capitals", "<SCRIPT SRC=//example.org/x.js>", ("<SCRIPT SRC=",)),
    Hostile("script in a fence", "```\n<script>alert(1)</script>\n```", ("<script>alert(1)",)),
    Hostile("script in code", "`<script>alert(1)</script>`", ("<script>alert(1)</script>",)),
    Hostile("script in a table", "|a|b|\n|-|-|\n|<script>x</script>|c|", ("<script>x</script>",)),
    Hostile("script in a note", "a[^1]\n\n[^1]: <script>x</script>", ("<script>x</script>",)),
    Hostile("script in a note's label", "a[^<b>]\n\n[^<b>]: c", ("c",)),
    Hostile("script in an abbreviation", '*[UN]: "><script>x</script>\n\nThe UN', ("The UN",)),
    Hostile("script in a title", "[a](https://example.org '\"><script>x</script>')", ("a",)),
    Hostile("script in a description", '!["><script>x</script>](newsdesk-media:0a)', ()),
    Hostile("script in a fence's language", '``` py"><script>\ncode\n```', ("<script>",)),
    Hostile("processing instruction", "<?php echo 1 ?>", ("<?php echo 1 ?>",)),
    Hostile("comment that never ends", "<!-- a\n\nb", ("<!– a", "b")),
    Hostile("conditional comment", "<!--[if IE]><script>x</script><![endif]-->", ("<script>x",)),
    Hostile("character data", "<![CDATA[<script>x</script>]]>", ("<script>x</script>",)),
    # Event handlers
    Hostile("handler on an image", "<img src=x onerror=alert(1)>", ("<img src=x onerror=",)),
    Hostile("handler on a paragraph", "text\n{: onmouseover=alert(1) #i }", ("onmouseover",)),
    Hostile("handler on emphasis", "*text*{onclick=alert(1)}", ("{onclick=alert(1)}",)),
    Hostile("handler on a heading", '# Title {onclick="alert(1)" style="color:red"}', ("onclick",)),
    Hostile("handler in an address", '![a](newsdesk-media:0a" onerror="alert(1))', ("onerror",)),
    Hostile("handler in a description", '![a" onerror="alert(1)](newsdesk-media:0a)', ()),
    Hostile("handler on details", "<details open ontoggle=alert(1)>a</details>", ("ontoggle",)),
    Hostile("handler after a slash", "<svg/onload=alert(1)>", ("<svg/onload=alert(1)>",)),
    # Links in every spelling
    Hostile("script link", f"[a]({_ALERT})", (f"[a]({_ALERT})",)),
    Hostile("script link in mixed case", "[a](JaVaScRiPt:alert(1))", ("JaVaScRiPt",)),
    Hostile("script link after spaces", f"[a](   {_ALERT})", (_ALERT,)),
    Hostile("script link in brackets", f"[a](<{_ALERT}>)", (_ALERT,)),
    Hostile("script link with a tab", "[a](java\tscript:alert(1))", ("script:alert(1)",)),
    Hostile("script link over lines", "[a](java\nscript:alert(1))", ("script:alert(1)",)),
    Hostile("script link by number", "[a](&#106;avascript:alert(1))", ("javascript:alert(1)",)),
    Hostile("script link by long number", "[a](&#0000106avascript:alert(1))", ("alert(1)",)),
    Hostile("script link by hexadecimal", "[a](&#x6A;avascript&#58;alert(1))", ("alert(1)",)),
    Hostile("script link by name", "[a](javascript&colon;alert(1))", ("alert(1)",)),
    Hostile("script link with a line end", "[a](java&NewLine;script:alert(1))", ("alert(1)",)),
    Hostile("script link with a control", "[a](\x01javascript:alert(1))", (_ALERT,)),
    Hostile("script link with a soft hyphen", "[a](java\u00adscript:alert(1))", ("alert(1)",)),
    Hostile("script link with an override", "[a](java\u202escript:alert(1))", (_ALERT,)),
    Hostile("script link escaped", "[a](javascript\\:alert\\(1\\))", ("alert",)),
    Hostile("script link by reference", f"[a][r]\n\n[r]: {_ALERT}", ("[a][r]", f"[r]: {_ALERT}")),
    Hostile("script link between angles", "<javascript://%0aalert(1)>", ("<javascript://%0a",)),
    Hostile("script link over an image", f"[![a](newsdesk-media:0a)]({_ALERT})", (_ALERT,)),
    Hostile("script link in raw HTML", f"<a href={_ALERT}>a</a>", (f"<a href={_ALERT}>",)),
    Hostile("Visual Basic link", "[a](vbscript:msgbox(1))", ("vbscript:msgbox(1)",)),
    Hostile("data link", "[a](data:text/html,<script>x</script>)", ("data:text/html,",)),
    Hostile("data link in base64", "[a](data:text/html;base64,PHNjcmlwdD4=)", ("data:text",)),
    Hostile("data image as a link", "[a](data:image/png;base64,AAAA)", ("data:image/png",)),
    Hostile("file link", "[a](file:///etc/passwd)", ("file:///etc/passwd",)),
    Hostile("blob link", "[a](blob:https://example.org/1)", ("blob:",)),
    Hostile("view-source link", "[a](view-source:https://example.org)", ("view-source:",)),
    Hostile("link of the machine's own", "[a](ms-officecmd:x)", ("ms-officecmd:x",)),
    Hostile("link without a scheme", "[a](//example.org/x)", ("[a](//example.org/x)",)),
    Hostile("link to a share", r"[a](\\example.org\share)", (r"\example.org",)),
    Hostile("link to a share as the web", r"[a](https:\\example.org)", ("https:",)),
    Hostile("mail link between angles", "<a@example.org?subject=x&bcc=b@example.org>", ("bcc",)),
    # Other documents, styles and forms
    Hostile("mutation by svg", "<svg></p><style><a id='</style><img src=1>'>", ("<svg>",)),
    Hostile("mutation by math", "<math><mtext><table><mglyph><style><!--</style>", ("<math>",)),
    Hostile(
        "mutation by noscript", '<noscript><p title="</noscript><img src=x>">', ("<noscript>",)
    ),
    Hostile("template", "<template><script>x</script></template>", ("<template>",)),
    Hostile("meta refresh", '<meta http-equiv="refresh" content="0;url=//x">', ("<meta",)),
    Hostile("base", '<base href="https://example.org/">', ("<base",)),
    Hostile("frame", '<iframe srcdoc="<script>x</script>"></iframe>', ("<iframe",)),
    Hostile("object and embed", '<object data="x"></object><embed src="x">', ("<object",)),
    Hostile("style sheet", "<style>@import 'https://example.org/x'</style>", ("<style>@import",)),
    Hostile("style attribute", '<p style="background:url(//x)">a</p>', ("<p style=",)),
    Hostile("linked style", '<link rel="stylesheet" href="//x">', ("<link",)),
    Hostile("form", '<form action="//x"><input autofocus onfocus=a()></form>', ("<form",)),
    Hostile("button", '<button formaction="javascript:x()">b</button>', ("<button",)),
    Hostile("film and sound", '<video src="//x"></video><audio src="//x">', ("<video",)),
    Hostile("tag that never ends", "text <img src='x", ("text <img src=",)),
    Hostile("tag closed too often", "a</p></div></body></html>b", ("</body></html>b",)),
    # Images from elsewhere
    Hostile("remote image", "![a chart](https://example.org/i.png)", ("a chart",)),
    Hostile("remote image without words", "![](https://example.org/i.png)", ("example.org/i.png",)),
    Hostile("remote image by reference", "![a][r]\n\n[r]: https://example.org/i.png", ("a",)),
    Hostile(
        "remote image in a link", "[![a](https://example.org/i)](https://example.org)", ("![a]",)
    ),
    Hostile("image from a share", r"![a](\\example.org\i.png)", (r"![a](\example.org",)),
    Hostile("image without a scheme", "![a](//example.org/i.png)", ("![a](//example.org/i.png)",)),
    Hostile("image from the disk", "![a](file:///C:/i.png)", ("file:///C:/i.png",)),
    Hostile("image beside the page", "![a](../i.png)", ("![a](../i.png)",)),
    Hostile("drawing as data", "![a](data:image/svg+xml;base64,PHN2Zz4=)", ("data:image/svg+xml",)),
    Hostile("drawing as data in text", "![a](data:image/svg+xml,<svg/onload=x>)", ("<svg/onload",)),
    Hostile("page as an image", "![a](data:text/html;base64,AAAA)", ("data:text/html",)),
    # What a reader would be shown
    Hostile("override", "pay \u202e001\u202c now", ("pay 001 now",)),
    Hostile("override by number", "pay &#8238;001&#x202C; now", ("pay 001 now",)),
    Hostile("isolate", "a\u2066b\u2067c\u2068d\u2069e", ("abcde",)),
    Hostile("override in a title", "[a](https://example.org '\u202etitle')", ("a",)),
    Hostile("controls", "a\x00b\x08c\x1bd\x7fe\x9bf", ("abcdef",)),
    Hostile("controls by number", "a&#1;b&#27;c&#155;d", ("abc",)),
    Hostile("the parser's own signs", "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03", ("klzzwxh:0000",)),
    Hostile("half a character", "a\ud83dz", ("az",)),
    Hostile("our own ids", '<p id="fn-1" class="footnotes">a</p>', ("<p id=",)),
)
