"""Texts of releases to draw from: whole ones, mixed ones and broken ones, in ten languages.

A text is a list of parts, each drawn in some language; most texts keep to one. What is invented
stands for itself: no name, number or address here is anybody's.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "ru", "ar", "zh", "ja")

_HEADLINES = {
    "en": ("Harbour opens in Samport", "TWELVE BRIDGES GET NEW LAMPS", "Ferry fares: what changes"),
    "fr": ("Le port rouvre ses quais", "Douze ponts mieux éclairés : qui paie ?"),
    "es": ("El puerto reabre sus muelles", "Doce puentes estrenan faroles"),
    "de": ("Hafen öffnet wieder", "Zwölf Brücken erhalten neue Lampen"),
    "it": ("Riapre il porto", "Dodici ponti con nuove lampade"),
    "pt": ("Porto reabre os cais", "Doze pontes ganham luz nova"),
    "ru": ("Порт снова открыт", "На двенадцати мостах зажгли фонари"),
    "ar": ("الميناء يفتح أبوابه من جديد", "اثنا عشر جسراً بمصابيح جديدة"),
    "zh": ("新港码头重新开放", "十二座桥换上新路灯"),
    "ja": ("港の桟橋を再開", "12の橋に新しい街灯を設置"),
}
_SENTENCES = {
    "en": (
        "The crews have trained all winter, and it shows.",
        "More than 4,000 people crossed on the first day, 12 per cent of them by bicycle.",
        "A second phase – the longer one – begins in March and will cost USD 3.1 million.",
        "It’s the third ferry since 2019 (the others were sold), the office’s director said.",
    ),
    "fr": (
        "Les équipes se sont entraînées tout l’hiver\xa0; cela se voit.",
        "Plus de 4\u202f000 personnes ont traversé le premier jour, dont 12\xa0% à vélo.",
        "La seconde phase – la plus longue – commencera le 1er mars.",
    ),
    "es": (
        "Los equipos entrenaron todo el invierno y se nota.",
        "Más de 4.000 personas cruzaron el primer día, el 12 % en bicicleta.",
    ),
    "de": (
        "Die Mannschaften haben den ganzen Winter geübt, und das merkt man.",
        "Mehr als 4.000 Menschen setzten am ersten Tag über, z. B. mit dem Fahrrad.",
    ),
    "it": (
        "Gli equipaggi si sono allenati tutto l’inverno e si vede.",
        "Oltre 4.000 persone hanno attraversato il primo giorno.",
    ),
    "pt": (
        "As equipes treinaram o inverno inteiro e isso se nota.",
        "Mais de 4 mil pessoas atravessaram no primeiro dia.",
    ),
    "ru": (
        "Команды тренировались всю зиму, и это заметно.",
        "В первый день переправились более 4 000 человек, из них 12% на велосипедах.",
    ),
    "ar": (
        "تدربت الفرق طوال الشتاء، وهذا واضح.",
        "عبر أكثر من 4,000 شخص في اليوم الأول، منهم ٣٠ بالدراجات.",
    ),
    "zh": ("船员们训练了整个冬天，成效显著。", "首日有四千多人过河，其中12%骑自行车。"),
    "ja": (
        "乗組員は冬のあいだ訓練を重ねました。",
        "初日には4,000人以上が利用し、12%は自転車でした。",
    ),
}
_QUOTES = {
    "en": (
        "“{}” said Dana Whitlock, head of training. “{}”",
        '"{}" Noor Elm told reporters.',
        "Mr. Elm added: ‘{}’",
    ),
    "fr": ("« {} », a déclaré Anne Morel, directrice. « {} »", "«\xa0{}\xa0», dit-il."),
    "es": ("«{}», afirmó la directora, Inés Robledo.", "“{}”, señaló Óscar Vera."),
    "de": ("„{}“, sagte Jens Paschke.", "«{}», so Rita Moser.", '"{}" - das war alles.'),
    "it": ("“{}”, racconta Gemma Valtorta.", "«{}», ha detto il sindaco."),
    "pt": ("“{}”, disse Marta Quaresma.", '"{}", afirmou o presidente.'),
    "ru": ("«{}», — сказал директор Азамат Юсупов. — «{}»", "— {} — говорит он."),
    "ar": ('وقالت هدى الصباغ: "{}".', "وأضاف: «{}»."),
    "zh": ("李文华表示：“{}”", "“{}”他说。"),
    "ja": ("代表の山田一郎は「{}」と述べています。", "「{}」（理事 西川）"),
}
DATELINES = (
    "China - ",
    "",
    "Geneva – ",
    "Geneva- ",
    "Dhaka– ",
    "Erbil — ",
    "Jakarta ",
    "New York/Geneva – ",
    "Colombo, New Delhi and Bangkok – ",
    "Misrata, Libya – ",
    "Tripoli (IOM)  ",
    "Lahore, 29 August — ",
    "Dushanbe, Tajikistan, October 02, 2013 - ",
    "June 22, 2016. Bishkek. ",
    "Haiti.— ",
    "Minsk, Bélarus - ",
    "Tapachula (México) / Tecún Umán (Guatemala). - ",
    "أنقرة، 5 فبراير - ",
    "KABUL, NILI, Afghanistan, 02 November 2017 –",
    "GENEVA/NEW YORK /ATLANTA, 26 October 2017–",
    "NEW YORK (August 7, 2023) – ",
    "ROME,23 September (FAO) -- ",
    "GENEVA, Switzerland, May 6, 2014/African Press Organization (APO)/ -- ",
    "AUSTIN, Texas, March 4, 2025 /PRNewswire/ -- ",
    "BOSTON--(BUSINESS WIRE)--",
    "Berlin, 18.07.2023. ",
    "МУРМАНСК, 15 сентября. ",
    "上海，2025年5月20日 — ",
    "【仙台、2025年3月10日】",
    "The workshop – the fourth of its kind – ",
)
_CONTACTS = """\
For more information, please contact
Ana Wirth
Liaison Office
Email: awirth@example.org

For more information please contact:
Karin Best
IOM Beijing
Tel: 86 10 5550 5303, Ext. 203
E-mail: "mailto:kgormanbest@example.org">kgormanbest@example.org

For More information please contact:  Salma Mansour at IOM Geneva, Tel: +41 79 555 55 26. Email:

For further information please contact Peter Natal at IOM Guyana, Tel: +592 555 6533. Email: \
rnatal@example.org

For further information, please contact Dr. Asma Nader at IOM Egypt. Tel: +202-25555140, Email: \
office@example.org

For more information, please contact:
Jorge Andres Gil
IOM Bogota
Tel: + 5715555410 Ext. 142
E-mail: "" target="_blank" title=

For more information please contact
Asif Monir
IOM Bangladesh
Tel: +8802 5555765
Email: amonir@example.org

In Bonn, Germany:
Arne Molden
Regional Information Centre (RIC)
Landline: +49 228 555 2773
Mobile: +49 177 555 111 5

In Vienna, Austria:
Katrin Gotz
Information Service Vienna
Telephone: +43-1 25555-4949
Mobile: +43-699 5558-4949
Email: katrin.gotz[at]example.org

For further information and interview requests please contact:
Katrin
Gotz
Public Information Officer, Vienna
Tel: (+43-1) 25555-4949
Email: katrin.gotz[at]example.org

For further information, please contact:
Reka Furt
Public Information Officer, Advocacy Section
Email: advocacysection[at]example.org

Gregor Hartl, Mobile: +41 79 555 6715; Tel: +41 22 555 4458; Email: hartlg@example.org

Fadia Chebib, Mobile: +41 79 555 5556, Tel.: +41 22 555 3228, Email: chebibf@example.org

Za dodatne informacije kontaktirajte:
François Lomé, službenik za komunikacije, [email protected]

Contacts presse :
Aïssata Coulibaly, Bamako – Tél. : +223 20 55 51 12 – a.c@example.org

Pressekontakt:
Claudine Rappo, Medienstelle, Tel. +41 22 555 44 58; E-Mail: m@example.org

За дополнительной информацией обращайтесь:
Гульнара Садыкова
Тел.: +996 312 55 50 14

للمزيد من المعلومات، يرجى الاتصال بـ:
ريم الحلبي
هاتف: \u200e+90 312 555 01 77

媒体联系人：李晓棠
电话：+86 871 5555 0149
电子邮件：media@example.org

■本件に関するお問い合わせ先
広報担当：小野寺
TEL：022-555-0162\u3000FAX：022-555-0163

CONTACT: Marcy Oyelaran, (202) 555-0143
Dan Brisk, (207) 555-0118

Contatti stampa
Elisa Chiabotto, Cell. +39 347 555 0108
stampa@example.org"""
CONTACTS = tuple(_CONTACTS.split("\n\n"))
_ABOUT = (
    "About the Office\nThe Office helps small ports receive people and goods in safety.",
    "À propos d’Eau Partagée\nFondée en 1994, elle accompagne les communes rurales.",
    "关于新港集团\n新港集团成立于2009年，总部设在上海。",
    "О фонде\nФонд основан в 2013 году.",
    "Forward-Looking Statements\nThis release contains statements that involve risks.",
    "Notes to editors\nThe survey was carried out between March and November.",
)
_FURNITURE = (
    "Home",
    "Skip to main content",
    "Newsroom > Press releases",
    "FOR IMMEDIATE RELEASE",
    "COMMUNIQUÉ DE PRESSE",
    "Medienmitteilung",
    "ПРЕСС-РЕЛИЗ",
    "بيان صحفي",
    "新闻稿",
    "報道関係各位",
    "Embargoed until 11:00 a.m. CET/ 10:00 a.m. GMT on 2 March 2016",
    "under embargo until 2200 hrs CEST (Vienna time) on 25 June 2023",
    "Sperrfrist: 4. März 2025, 11 Uhr MEZ",
    "ЭМБАРГО ДО 10:00 (по московскому времени) 15 сентября 2023 г.",
    "Posted by Newsroom on May 17, 2012 at 8:05 am. Filed under Nation, Water.",
    "Mar 04, 2025, 09:00 ET",
    "12 March 2025",
    "Share this article",
    "À lire aussi",
    "Lee también: Cierra la última vaquería",
    "Tags: port, rescue, , ,",
    "Palavras-chave: portos, ciclones",
    "Short URL: http://example.org/?p=30417",
    "SOURCE Larkspur Scaffolds, Inc.",
    "View original content: https://example.org/a.html",
    "You must be logged in to post a comment.",
    "© 2025 Lake County. All rights reserved.",
    "UNIS/MA/133",
    "For information only - not an official document",
    "###",
    "* *** *",
    "-ends-",
    "以上",
    "（完）",
)
_ITEMS = ("- {}", "• {}", "1. {}", "a) {}", "– {}", "* {}", "12) {}")


@dataclass(frozen=True, slots=True)
class Shape:
    """How the lines of a text are set."""

    ends: str  # of a line
    gap: str  # between parts
    margin: int | None  # lines are broken there


def headlines(language: str) -> st.SearchStrategy[str]:
    return st.sampled_from(_HEADLINES[language])


def sentences(language: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_SENTENCES[language]), min_size=1, max_size=3).map(" ".join)


@st.composite
def quotations(draw: st.DrawFn, language: str) -> str:
    form = draw(st.sampled_from(_QUOTES[language]))
    return form.format(*(draw(sentences(language)) for _ in range(form.count("{}"))))


@st.composite
def bodies(draw: st.DrawFn, language: str) -> list[str]:
    """Paragraphs of running text, lists among them."""
    kinds = st.one_of(
        sentences(language),
        quotations(language),
        st.lists(sentences(language), min_size=1, max_size=3).flatmap(
            lambda items: st.sampled_from(_ITEMS).map(
                lambda form: "\n".join(form.format(item) for item in items)
            )
        ),
    )
    return draw(st.lists(kinds, min_size=1, max_size=5))


@st.composite
def releases(draw: st.DrawFn) -> str:
    """A release in the order that offices write, some parts missing; maybe with page noise."""
    language = draw(st.sampled_from(LANGUAGES))
    some_furniture = st.lists(st.sampled_from(_FURNITURE), max_size=3)
    body = draw(bodies(language))
    body[0] = draw(st.sampled_from(DATELINES)) + body[0]
    parts = [
        *draw(some_furniture),
        *draw(st.lists(st.sampled_from(CONTACTS), max_size=1)),
        *draw(st.lists(headlines(language), max_size=2)),
        *body,
        *draw(st.lists(st.sampled_from((*_ABOUT, *CONTACTS)), max_size=3)),
        *draw(some_furniture),
    ]
    return _set(parts, draw(shapes()))


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    """Parts of releases in any order and any language, whole and broken."""
    language = st.sampled_from(LANGUAGES)
    part = st.one_of(
        language.flatmap(sentences),
        language.flatmap(quotations),
        language.flatmap(headlines),
        st.sampled_from((*DATELINES, *CONTACTS, *_ABOUT, *_FURNITURE)),
    )
    parts = draw(st.lists(part | part.flatmap(_broken), max_size=14))
    return _set(parts, draw(shapes()))


def _broken(part: str) -> st.SearchStrategy[str]:
    """Half a part, or one with something in the middle of it."""
    debris = st.sampled_from(
        (
            "",
            "\n",
            "\n\n",
            " \xa0 ",
            "\u200b",
            "\x00",
            '"',
            "“",
            "(",
            "«",
            "**",
            "\t",
            "—",
            " / ",
            "�",
        )
    )
    at = st.integers(0, len(part))
    half = at.map(lambda end: part[:end])
    return half | st.tuples(at, debris).map(lambda hit: part[: hit[0]] + hit[1] + part[hit[0] :])


def shapes() -> st.SearchStrategy[Shape]:
    return st.builds(
        Shape,
        ends=st.sampled_from(("\n", "\r\n", "\r", "\u2028")),
        gap=st.sampled_from(("\n\n", "\n\n", "\n", "\n \n", "\n\n\n")),
        margin=st.none() | st.integers(45, 90),
    )


def _set(parts: list[str], shape: Shape) -> str:
    lines = [_wrapped(part, shape.margin) if shape.margin else part for part in parts]
    return shape.gap.join(lines).replace("\n", shape.ends)


def _wrapped(part: str, margin: int) -> str:
    """Break lines where a margin does: after the last word that has room, or a hyphen."""
    done: list[str] = []
    for line in part.split("\n"):
        rest = line
        while len(rest) > margin and (at := rest.rfind(" ", 1, margin + 1)) > 0:
            done.append(rest[:at])
            rest = rest[at + 1 :]
        done.append(rest)
    return "\n".join(done)
