"""How ten languages introduce a press contact and label its numbers and addresses.

All are tried whatever language a text is in: contact blocks are often in another one than the
release. See `wording.py` for the form of the tables.
"""

import re

from newsdesk.domain.contact import PointKind
from newsdesk.importing.wording import alternatives, words

# Whom to ask, at the beginning of a line and followed by a colon, a dash or nothing.
_LABELS = r"""
# English
(?:for (?:the )?)?(?:(?:media|press|news|investors?|analysts?|public|corporate|company|editorial
  |general|journalist|pr|communications?|financial|international|global
  |local)(?:[ /&]{1,3}(?:and )?(?:media|press|relations|communications|investors?|affairs
  |analysts?))*\s+)?(?:contacts?|enquiries|inquiries|queries|questions)(?:\s(?:information|details
  |persons?|us|point|for (?:the )?(?:media|press|journalists|editors)))?
(?:media|press|investors?|analysts?|journalists|medien|presse|prensa|stampa|imprensa|médias
  |investoren|investisseurs|inversores)(?=\s?[:：])
(?:media|investor|public|press) relations(?: (?:contacts?|office|team|department))?
(?:media|press) (?:office|desk|team|officers?(?=\s?[:：]))
(?:for )?(?:any )?(?:more|further|additional|other) (?:information|details)
# French
(?:pour )?(?:plus|de plus amples|davantage)(?: d['’]| de )?(?: ?)(?:informations?|renseignements?)
contacts?(?: (?:de )?(?:presse|médias?|media|relations presse|investisseurs
  |journalistes))*(?: (?:et|&|/) (?:presse|médias?|investisseurs))?
(?:relations|service|bureau|attachée? de) ?(?:de )?(?:presse|médias)
# Spanish
(?:para )?(?:más|mayor|mayores) (?:información|informes|detalles)
(?:contactos?|consultas)(?: (?:de|para|con)?(?: (?:la|los|el))? ?(?:prensa|medios|comunicación
  |inversores|inversionistas|periodistas))*
(?:oficina|gabinete|departamento|servicio) de (?:prensa|comunicación)
# Portuguese
(?:para )?(?:mais|maiores) (?:informações|detalhes)
(?:contatos?|contactos?)(?: (?:de|para|da|com|à)?(?: ?a)? ?(?:imprensa|mídia|media|comunicação))*
(?:assessoria|informações|atendimento)(?: (?:de|à|para))?(?: a)? (?:imprensa|comunicação)
# German
(?:für )?(?:weitere|mehr|nähere) (?:informationen|auskünfte)
(?:presse|medien|media|investoren|investor relations)?[ -]?(?:kontakte?|anfragen
  |ansprechpartner(?:innen|in)?|stelle|rückfragen)(?: (?:für|der|zur|investor(?:en)?|presse
  |medien)(?: (?:die|medien|presse|journalisten|redaktionen|rückfragen|medienschaffende))*)?
kontakt (?:für|zur|zu den) (?:die )?(?:medien|presse|journalist(?:en|innen)|redaktionen
  |investoren)
(?:presse|medien)(?:kontakt|anfragen|stelle|referat)
(?:presse)?rückfragen(?: bitte)?(?: richten sie(?: bitte)?)?(?: an)?
(?:ihre?|unsere?) (?:ansprechpartner(?:in)?|pressekontakt)
# Italian
(?:per )?(?:maggiori|ulteriori|altre) informazioni
(?:contatt[oi]|referent[ei]|informazioni)(?: (?:per )?(?:la |i |gli )?(?:stampa|media|giornalisti
  |investitori))*
ufficio (?:stampa|comunicazione)(?: (?:e|&) comunicazione)?
# Russian
(?:для получения )?дополнительн(?:ая|ой) информаци[яи]
(?:контакт(?:ы|ное лицо|ная информация)?|контакты)(?: (?:для|с) (?:сми|прессы|прессой|журналистов
  |инвесторов))*
пресс-(?:служба|центр|секретарь)
# Arabic
(?:ل|لل)?(?:ل)?(?:مزيد|لمزيد) من (?:ال)?(?:معلومات|تفاصيل)
(?:جهات?|مسؤول|معلومات|بيانات) (?:ال)?(?:اتصال|تواصل)(?: (?:ال)?(?:إعلامي|إعلامية|صحفي|صحفية))?
(?:ل|لل)(?:ا?تواصل|ا?تصال|استفسارات?)(?: (?:ال)?(?:إعلامية?|صحفية?))?
# Chinese
(?:媒体|新闻|新聞|媒體|传媒|傳媒|投资者|業務|业务|公关|公關)?(?:联系人|联系方式|联络人|联络方式
  |联络|联系|联系我们|聯絡人|聯繫人|聯絡方式|聯絡|垂询|垂詢|查询|查詢|咨询|諮詢)
# Japanese
[^。、：:]{0,24}?(?:お問い合わせ|問い合わせ|お問合せ|問合せ|お問合わせ|連絡)(?:先|窓口)?|(?:報道
  |広報|プレス)(?:関係者|担当|室)?(?:連絡先|窓口)?
"""

# Whom to ask, as a sentence; the name may follow at once.
_SENTENCES = r"""
# English
(?:for|to)\b[^.:!?\n]{0,140}?\bcontact\b(?: with)?|(?:please )?contact(?=:| (?:dr|mr|ms|mrs)\b)
(?:journalists|reporters|editors|media representatives|the media)[^.:!?\n]{0,60}?\bcontact\b
# French
pour\b[^.:!?\n]{0,120}?\b(?:contacter|contactez|prendre contact avec|joindre|s['’]adresser à)
# Spanish and Portuguese
para\b[^.:!?\n]{0,140}?\b(?:contactar(?: (?:con|a))?|contacte(?: (?:con|a))?|contáctese con
  |póngase en contacto con|ponerse en contacto con|comunicarse con|comuníquese con|dirigirse a
  |contatar|contate|contacte|entre em contato com|entrar em contato com|entrar em contacto com)
# German
(?:für|bei|weitere)\b[^.:!?\n]{0,120}?\b(?:kontaktieren sie(?: bitte)?
  |wenden sie sich(?: bitte)? an|(?:steht|stehen)[^.:!?\n]{0,60}?zur verfügung|kontakt)
# Italian
per\b[^.:!?\n]{0,120}?\b(?:contattare|rivolgersi a|si prega di contattare|scrivere a)
# Russian
(?:за|для|по)\b[^.:!?\n]{0,120}?\b(?:обращайтесь|обращаться|свяжитесь|связаться|контакты)(?: (?:к
  |по|с|в))?
# Arabic
(?:ل|لل)(?:ل?مزيد|ا?لحصول|مزيد)[^.:!?\n]{0,100}?(?:الاتصال|التواصل|الإتصال)(?: (?:ب|مع
  |على))?(?:ـ)?
(?:ل|لل)(?:ل?مزيد|مزيد) من المعلومات
# Chinese
(?:如需|欲知|如欲|有关|查询)[^。：:\n]{0,40}?(?:请|請)?(?:联系|联络|聯絡|聯繫|垂询|洽)
# Bosnian, Croatian, Serbian
za (?:dodatne|više|ostale)\b[^.:!?\n]{0,80}?\b(?:kontaktirajte|kontaktirati|obratite se)
"""

POINT_LABELS = {
    PointKind.MOBILE: r"""
mobile(?: phone)?|mob|cell(?:ular)?(?: phone)?|cellphone|m|portable|gsm|móvil|celular|cel
telemóvel|cellulare|mobil(?:e|telefon|funk)?|handy|моб(?:ильный)?|сот|جوال|محمول|موبايل|الجوال
手机|手機|移动电话|携帯(?:電話)?
""",
    PointKind.FAX: r"""
(?:tele)?fax|f|télécopie|факс|فاكس|传真|傳真|ファクス|ファックス
""",
    PointKind.WHATSAPP: r"""
whats ?app|واتساب|واتس آب
""",
    PointKind.PHONE: r"""
tel|telephone(?: number)?|phone(?: number)?|ph|t|p|o|office|direct(?: line)?|main|landline
call(?:ing)?|hotline|tél(?:éphone)?|teléfono|tlf|telefone|telefono|telefon|fon|durchwahl
тел(?:ефон)?|هاتف|الهاتف|تلفون|تليفون|ت|电话|電話|联系电话|聯絡電話|直线|電話番号
""",
    PointKind.EMAIL: r"""
e-?mail(?: address)?|mail|e|courriel|mél|correo(?: electrónico)?|e-?posta|posta elettronica
эл(?:ектронная)?\.? ?почта|почта|البريد(?: الإلكتروني)?|بريد(?: إلكتروني)?|إيميل|邮箱|电子邮件
  |電子郵件|邮件
電郵|电邮|メール(?:アドレス)?|電子メール
""",
    PointKind.WEB: r"""
web(?:site| site)?|site(?: web| internet)?|url|sitio web|internet|сайт|الموقع(?: الإلكتروني)?|网址
网站|網址
""",
}

_NAMES = r"""
(?:contact |full )?name|contact person|persona de contacto|ansprechpartner(?:in)?|nom|nombre|nome
имя|фио|الاسم|姓名|名前|氏名|担当者?|联系人|联络人|聯絡人
"""
_FIELDS = r"""
company(?: name)?|organi[sz]ation|department|title|position|job title|role|address|city|state
country|empresa|cargo|dirección|société|fonction|adresse|ville|pays|firma|funktion|anschrift
azienda|ruolo|indirizzo|компания|должность|адрес|公司|职位|职务|地址|会社名|部署|住所|所属
"""
_EXTENSIONS = r"""
ext(?:ension|n)?|x|poste|int(?:erno)?|durchwahl|dw|доб|ramal|anexo|内線|分机|分機|تحويلة
"""

_MARKS = r"[#*_•\s\[【<（(■□◆◇▼●○/]{0,6}"
_MARKS_AFTER = r"[\]】>）)/]?"
_END = r"(?=\s*[:：]|\s*[-–—]{1,2}\s|\s*$)\s*[*_]{0,3}[:：–—-]{0,2}\s*[*_]{0,3}\s*"
LABEL = re.compile(f"{_MARKS}(?:{alternatives(_LABELS)}){_MARKS_AFTER}{_END}", re.IGNORECASE)
SENTENCE = re.compile(rf"(?:{alternatives(_SENTENCES)})\s*[:：,،，]?\s*", re.IGNORECASE)
GROUP = re.compile(r"(?:in|à|en|a|em|в|في|在) ([^\W\d_][^:：\d@]{2,50})\s?[:：]\s*", re.IGNORECASE)
LABEL_BEFORE = {
    kind: re.compile(
        rf"(?<![^\W\d_])(?:{alternatives(table)})\.?\s?(?:no\.?|nr\.?|#)?\s?[:：.]?\s?\(?$",
        re.IGNORECASE,
    )
    for kind, table in POINT_LABELS.items()
}
# A name that says it is one.
NAME_LABEL = re.compile(rf"(?:{alternatives(_NAMES)})\s?[:：]\s?", re.IGNORECASE)
# Other labels of forms; what follows speaks for itself.
FIELD_LABEL = re.compile(rf"(?:{alternatives(_FIELDS)})\s?[:：]\s?", re.IGNORECASE)
EXTENSION = re.compile(
    rf"[\s,;]{{0,3}}\(?(?:{alternatives(_EXTENSIONS)})\.?\s?[:：]?\s?(\d{{1,6}})\)?", re.IGNORECASE
)
# Between the parts of a contact, meaning nothing by themselves.
CONNECTORS = words(
    "at by on or and via to the is reach call calling phone email e-mail mail directly please",
    "contact him her par ou et au à por o y al en bei oder und unter per e su tel или и по",
    "أو و على 或 または",
)
HIDDEN_MAIL = re.compile(r"\[email[\s\xa0]protected\]", re.IGNORECASE)
_ATTRIBUTE = (
    r"target=\"_?[a-z]*\"|title=(?:\"[^\"]{0,60}\")?|href=(?:\"[^\"]{0,200}\")?|rel=\"[a-z ]*\""
)
DEBRIS = (
    re.compile(r"\"mailto:([^\"<>\s]{3,120})\"?\s?>?"),
    re.compile(rf"\"{{0,2}}\s?(?:{_ATTRIBUTE}){{1,4}}>?"),
    HIDDEN_MAIL,
)
EMPTY_QUOTES = re.compile(r"\"\"\s*")
