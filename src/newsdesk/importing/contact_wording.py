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
(?:media|press|investors?|analysts?|journalists|public|grand public|medien|presse|prensa|stampa
  |imprensa|médias
  |investoren|investisseurs|inversores)(?=\s?[:：])
(?:media|investor|public|press) relations(?: (?:contacts?|office|team|department))?
(?:media|press) (?:office|desk|team|officers?(?=\s?[:：]))
(?:for )?(?:any )?(?:more|further|additional|other) (?:information|details)
contacts? (?:for|at|in) (?:the )?(?:media|press|journalists|editors)
# French
(?:pour )?(?:plus|de plus amples|davantage)(?: d['’]| de )?(?: ?)(?:informations?|renseignements?)
(?:pour )?(?:toute )?(?:(?:demande|question|information)s? )?(?:de |d['’])?(?:renseignements?
  |interviews?|information|accréditations?|inscriptions?)(?: (?:et|&) (?:accréditations?
  |inscriptions?|réservations?|interviews?|contacts?))?(?: (?:presse|médias?|aux médias
  |complémentaires?))*
(?:source|personnes?[- ]ressources?|vos (?:contacts|interlocuteurs)|votre contact)(?: (?:presse
  |médias?))?(?=\s?[:：]|\s*$)
contacts? (?:pour|auprès de) (?:la |les )?(?:presse|médias|journalistes)
contacts?(?: (?:de )?(?:presse|médias?|media|relations presse|investisseurs
  |journalistes))*(?: (?:et|&|/) (?:presse|médias?|investisseurs))?
(?:relations|service|bureau|attachée?s? de) ?(?:de )?(?:(?:avec )?(?:la |les )?)(?:presse|médias)
# Spanish
(?:para )?(?:más|mayor|mayores) (?:información|informes|detalles)
(?:contactos?|consultas)(?: (?:de|para|con)?(?: (?:la|los|el))? ?(?:prensa|medios|comunicación
  |inversores|inversionistas|periodistas))*
(?:oficina|gabinete|departamento|servicio|área|unidad|dirección) de (?:prensa
  |comunicación(?: social)?)
(?:atención a(?: los)? medios|relaciones? con (?:los )?medios|(?:datos|información) de contacto)
(?:preguntas|solicitudes) de (?:prensa|los medios)
# Portuguese
(?:para )?(?:mais|maiores) (?:informações|detalhes)
(?:contatos?|contactos?)(?: (?:de|para|da|com|à)?(?: ?a)? ?(?:imprensa|mídia|media|comunicação))*
(?:assessoria|informações|atendimento|gabinete|sala|serviço|relações)(?: (?:de|à|para
  |com))?(?: a)? (?:imprensa|comunicação)
(?:informações|esclarecimentos|dados) (?:adicionais|para contato|de contato)
# German
(?:für )?(?:weitere|mehr|nähere) (?:informationen|auskünfte)
(?:presse|medien|media|investoren|investor relations)?[ -]?(?:kontakte?|anfragen
  |ansprechpartner(?:innen|in)?|stelle|rückfragen)(?: (?:für|der|zur|investor(?:en)?|presse
  |medien)(?: (?:die|medien|presse|journalisten|redaktionen|rückfragen|medienschaffende))*)?
kontakt (?:für|zur|zu den) (?:die )?(?:medien|presse|journalist(?:en|innen)|redaktionen
  |investoren)
(?:presse|medien)(?:kontakt|anfragen|stelle|referat)
(?:presse)?rückfragen(?: bitte)?(?: richten sie(?: bitte)?)?(?: an)?
(?:presse)?(?:rückfragen|rückfragehinweis|anfragen)(?: (?:&|und|bzw\.?) (?:presse)?kontakt)?
(?:medien|presse)?(?:auskünfte|auskunft)(?: (?:erteilt|erteilen|gibt|geben|für (?:die )?(?:medien
  |presse)))?
(?:(?:medien|presse|unternehmens|firmen|agentur)-?)?kontakt(?:adresse|daten)?(?: (?:für|zur) .{3,30}
  )?(?=\s?[:：]|\s*$)
(?:ansprechpartner(?:in)?|kontakt) (?:presse|medien|kommunikation)(?: (?:bei|der|des|im) .{2,40})?
kontakt für (?:medienschaffende|medienanfragen|presseanfragen|rückfragen|journalist\w*)
(?:verantwortlich|herausgeber|v\.i\.s\.d\.p\.?)(?=\s?[:：])
(?:ihre?|unsere?) (?:ansprechpartner(?:in)?|pressekontakt)
# Italian
(?:per )?(?:maggiori|ulteriori|altre) informazioni
(?:contatt[oi]|referent[ei]|informazioni)(?: (?:per )?(?:la |i |gli )?(?:stampa|media|giornalisti
  |investitori))*
ufficio (?:stampa|comunicazione)(?: (?:e|&) (?:comunicazione|stampa|relazioni esterne))?
(?:per )?(?:informazioni|info|contatti|richieste)(?: (?:e|&) contatti)?(?: (?:al?la|per la
  |per i|ai) (?:stampa|media|giornalisti))?(?=\s?[:：]|\s*$)
(?:per )?(?:informazioni|info) (?:al?la stampa|ai media|ai giornalisti)
(?:relazioni con (?:i media|la stampa)|addett[oa] stampa)(?=\s?[:：])
# Russian
(?:для получения )?дополнительн(?:ая|ой) информаци[яи]
(?:контакт(?:ы|ное лицо|ная информация)?|контакты)(?: (?:для|с) (?:сми|прессы|прессой|журналистов
  |инвесторов))*
пресс-(?:служба|центр|секретарь)(?:(?: [^:.\d\n]{2,50})?(?=\s?:))?
(?:за )?(?:более подробн|подробн|дополнительн)\w+ информаци\w+(?: для сми)?
(?:ваш |наш )?контакт(?:ы)?(?: для связи)?|для (?:сми|прессы|журналистов)(?=\s?[:：])
(?:отдел|служба) (?:по )?связ(?:ям|и|ей) с (?:общественностью|прессой|сми)(?=\s?[:：])
# Arabic
(?:ل|لل)?(?:ل)?(?:مزيد|لمزيد) من (?:ال)?(?:معلومات|تفاصيل)
(?:جه(?:ة|ات)|مسؤولة?|معلومات|بيانات|أرقام|نقاط|نقطة) (?:ال)?(?:اتصال|تواصل)(?: (?:(?:ال)?(?:إعلامي
  |إعلامية|صحفي|صحفية)|لوسائل الإعلام|للصحافة|مع (?:ال)?إعلام))?
(?:ل|لل)(?:ا?ل?تواصل|ا?ل?[اإ]?تصال|ا?ل?استفسارات?|استعلامات?)(?: (?:(?:ال)?(?:إعلامية?|صحفية?
  |صحافية?)|معنا|بنا|من وسائل الإعلام|مع (?:المكتب )?الإعلامي?))?
(?:ال)?(?:اتصال|تواصل)(?: (?:ال)?(?:إعلامي|صحفي|بالإعلام))?(?=\s?[:：])
(?:ال)?(?:مكتب|مركز|قسم) (?:ال)?(?:إعلامي|صحفي|إعلام)(?=\s?[:：])
(?:ل|لل)(?:ل?مزيد|مزيد) من المعلومات(?:[،,]? (?:يرجى|الرجاء) .{0,40})?
# Chinese
(?:媒体|新闻|新聞|媒體|传媒|傳媒|投资者|投資者|業務|业务|公关|公關|记者|採訪|采访|宣传|公司
  |企业){0,3}(?:关系
  |關係)?(?:联系人|联系方式|联络人|联络方式
  |联络|联系|联系我们|聯絡人|聯繫人|聯絡方式|聯絡|聯繫|聯繫方式|联系信息|联络信息|联系电话|垂询
  |垂詢|查询|查詢
  |咨询|諮詢|接洽|洽询|洽詢)
(?:如需|如欲)?(?:更多|进一步|详细)(?:信息|資訊|资讯|详情|情况)
# Japanese
[^。、：:]{0,30}?(?:お問い?合わ?せ|問い?合わ?せ|御問合せ|連絡|照会|取材)(?:先|窓口|・ご?取材(?:先
  |窓口)?)?(?:一覧)?
(?:報道|広報|プレス|メディア|取材|担当|本件)(?:関係者?|担当|室
  |機関)?(?:の皆様?(?:から)?の?)?(?:連絡先|窓口|問合せ先)?
"""

# Whom to ask, as a sentence; the name may follow at once.
_SENTENCES = r"""
# English
(?:for|to)\b[^.:!?\n]{0,140}?\bcontact\b(?: with)?|(?:please )?contact(?=:| (?:dr|mr|ms|mrs)\b)
(?:journalists|reporters|editors|media representatives|the media)[^.:!?\n]{0,60}?\bcontact\b
(?:please )?(?:rsvp|confirm (?:your )?(?:attendance|participation))\b[^.:!?\n]{0,40}?\b(?:to|with|by
   contacting|at)\b|rsvp(?=\s?[:：])
(?:please )?(?:direct|address|send|refer) (?:all |any )?(?:media |press |further )?(?:enquir\w+
  |inquir\w+|questions|queries|requests)\b[^.:!?\n]{0,60}?\bto\b
for (?:more|further|additional) (?:information|details)[^.:!?\n]{0,60}?[,:]? (?:please )?(?:email
  |e-mail
  |write to|reach(?: out to)?|get in touch with|visit or contact)\b
# French
pour\b[^.:!?\n]{0,120}?\b(?:contacter|contactez|prendre contact avec|joindre|s['’]adresser à
  |adressez-vous à|prière de s['’]adresser à|appelez|écrire à|écrivez à)
(?:les )?journalistes\b[^.:!?\n]{0,80}?\b(?:contacter|s['’]adresser à)
(?:merci de|veuillez|prière de) [^.:!?\n]{3,80}?\b(?:auprès de|contacter)
# Spanish and Portuguese
para\b[^.:!?\n]{0,140}?\b(?:contactar(?: (?:con|a))?|contacte(?: (?:con|a))?|contáctese con
  |póngase en contacto con|ponerse en contacto con|comunicarse con|comuníquese con|dirigirse a
  |contatar|contate|contacte|entre em contato com|entrar em contato com|entrar em contacto com
  |favor (?:de )?contactar(?: a)?|favor (?:de )?comunicarse con|llamar a|escribir a|fale com
  |ligue para)
(?:se ruega|favor|por favor,?|solicitamos) (?:confirmar|de confirmar)[^.:!?\n]{0,60}?\b(?:a|con
  |com|ao)(?=\s)
(?:por favor,? )?(?:contacte|contacten|póngase en contacto|contactar) (?:a|con)\b
# German
(?:für|bei|weitere)\b[^.:!?\n]{0,120}?\b(?:kontaktieren sie(?: bitte)?
  |wenden sie sich(?: bitte)? an|(?:steht|stehen)[^.:!?\n]{0,60}?zur verfügung(?= ?[:：])|kontakt)
(?:für|bei)\b[^.:!?\n]{0,90}?\b(?:steht|stehen) (?:(?:ihnen|den medien|der presse|journalisten)
  )?(?:(?:gerne|jederzeit) )?(?:zur verfügung)?
(?:bitte )?wenden sie sich(?: bitte)?(?: bei [^.:!?\n]{3,40}?)? an
(?:um )?(?:anmeldung(?:en)?|akkreditierung(?:en)?|zusage)\b[^.:!?\n]{0,60}?\b(?:bei|an|unter)(?=\s)
(?:bitte )?richten sie[^.:!?\n]{0,60}? an
(?:medien|presse)?auskünfte (?:erteilt|erteilen|gibt|geben)
# Italian
per\b[^.:!?\n]{0,120}?\b(?:contattare|rivolgersi a|si prega di contattare|scrivere a
  |contattateci|chiamare|è possibile contattare)
(?:si prega di|è gradita) (?:confermare|conferma)[^.:!?\n]{0,60}?\b(?:a|presso)(?=\s)
# Russian
(?:за|для|по)\b[^.:!?\n]{0,120}?\b(?:обращайтесь|обращаться|свяжитесь|связаться|контакты
  |звоните|пишите)(?: (?:к|ко|по|с|со|в|на)(?= ))?(?: телефону| адресу| электронной почте)?
(?:просим|просьба) (?:вас )?обращаться(?: (?:к|ко|по|в)(?= ))?
# Arabic
(?:ل|لل)(?:ل?مزيد|ا?لحصول|مزيد|استفسار|معلومات|لاستفسار)[^.:!?\n]{0,100}?(?:الاتصال|التواصل
  |الإتصال|الرجوع|مراسلة)(?: (?:ب(?=[ـ:\s])|مع|على|إلى))?(?:ـ)?
(?:يرجى|الرجاء) (?:الاتصال|التواصل)(?: (?:ب(?=[ـ:\s])|مع|على))?(?:ـ)?
(?:ل|لل)(?:ل?مزيد|مزيد) من المعلومات
# Chinese
(?:如需|欲知|如欲|有关|有關|查询|查詢|如有|欲了解|媒体|媒體|更多)[^。：:\n]{0,40}?(?:请|請)(?:与
  |與)?(?:联系|联络
  |聯絡|聯繫|垂询|洽|致电|致電)
(?:如需|欲知|如欲|有关|查询)[^。：:\n]{0,40}?(?:联系|联络|聯絡|聯繫|垂询|洽)
# Japanese
[^。：:\n]{0,60}?(?:までお問い?合わ?せください|までご連絡ください)
# Bosnian, Croatian, Serbian
za (?:dodatne|više|ostale)\b[^.:!?\n]{0,80}?\b(?:kontaktirajte|kontaktirati|obratite se)
"""

POINT_LABELS = {
    PointKind.MOBILE: r"""
mobile(?: phone)?|mob|cell(?:ular)?(?: phone)?|cellphone|m|portable|gsm|móvil|celular|cel
telemóvel|tlm|telm|telem|cellulare|cell|mobil(?:e|telefon|funk)?|handy|natel|mobiltel|port|portable
cellulaire|mobile|téléphone (?:portable|mobile)|teléfono (?:móvil|celular)|móv|mov
моб(?:ильный)?(?:\.? ?тел(?:ефон)?)?|сот(?:овый)?(?:\.? ?тел)?|جوال|محمول|موبايل|الجوال|المحمول|خلوي
  |نقال|النقال|هاتف (?:جوال|محمول|متحرك|نقال|خلوي)|متحرك
手机|手機|移动电话|行動電話|流動電話|携帯(?:電話)?(?:番号)?|携帯TEL
""",
    PointKind.FAX: r"""
(?:tele)?fax|f|télécopie(?:ur)?|téléc|факс|فاكس|الفاكس|传真|傳真|ファクス|ファックス
""",
    PointKind.WHATSAPP: r"""
whats ?app|واتساب|واتس آب
""",
    PointKind.PHONE: r"""
tel|telephone(?: number)?|phone(?: number)?|ph|t|p|o|office|direct(?: line)?|main|landline
call(?:ing)?|hotline|tél(?:éphone)?|teléfonos?|tlfn?|tfno|tfn|teléf|telf|telefone|telefono|telefon
fon|durchwahl|direktwahl|direkt|festnetz|zentrale|standard|ligne directe|fixe|switchboard|dir
centralino|recapito(?: telefonico)?|número|numero|contact (?:number|no)|work|desk
тел(?:ефон(?:ы)?)?|контактный тел(?:ефон)?|هاتف|الهاتف|تلفون|تليفون|ت|رقم (?:ال)?هاتف|اتصال|للاتصال
电话|電話|联系电话|聯絡電話|联系方式|直线|热线|熱線|電話番号|代表電話
""",
    PointKind.EMAIL: r"""
e-?mails?(?: address)?|mail|e|courriel|mél|adresse (?:e-?mail|électronique)
correos?(?: electrónicos?)?|correo-?e|c\.?e|correio (?:eletr[óô]nico|electrónico)|e-?posta
posta elettronica
indirizzo e-?mail|e-?mail-adresse|mail-adresse|mailto
эл(?:ектронная|ектронный)?\.? ?(?:почта|адрес|п)|почта|имейл|البريد(?: (?:الإلكتروني|الالكتروني))?
بريد(?: (?:إلكتروني
  |الكتروني))?|إيميل|ايميل|الإيميل|邮箱|电子邮件|电子邮箱|電子郵件|電子郵箱|电子信箱|電子信箱|信箱
  |邮件|邮箱地址
電郵|电邮|メール(?:アドレス)?|Eメール|ｅメール|電子メール
""",
    PointKind.WEB: r"""
web(?:site| site)?|site(?: web| internet)?|url|sitio web|internet|сайт|الموقع(?: الإلكتروني)?|网址
网站|網址
""",
}

_NAMES = r"""
(?:contact |full )?name|contact person|spokes(?:person|man|woman)|persona de contacto
ansprechpartner(?:in)?|kontaktperson|ansprechperson|nom|nombre|nome|referente|contatto|personne
имя|фио|ф\.и\.о\.?|контактное лицо|الاسم|اسم المسؤول|姓名|名前|氏名|担当者?|联系人|联络人|聯絡人
聯繫人
"""
_COMPANIES = r"""
company(?: name)?|organi[sz]ation(?: name)?|empresa|organización|organização|société|entreprise
firma|unternehmen|azienda|società|компания|организация|الشركة|اسم الشركة|公司|公司名称|会社名
"""
_FIELDS = r"""
department|title|position|job title|role|address|city|state
country|cargo|puesto|dirección|ciudad|país|fonction|adresse|ville|pays|funktion|anschrift|ort
ruolo|indirizzo|função|cidade|должность|адрес|город|страна|المنصب|العنوان|职位|职务|地址|城市|国家
部署|住所|所属|所在地|役職
"""
_EXTENSIONS = r"""
ext(?:ension|n)?|x|poste|int(?:erno)?|durchwahl|dw|kl|доб(?:авочный)?|ramal|anexo|extensión
内線|分机|分機|转|轉|تحويلة|داخلي
"""

_MARKS = r"[#*_•\s\[【<＜〈《「（(■□◆◇▼●○※/|]{0,6}"
_MARKS_AFTER = r"[\]】>＞〉》」）)/]?"
_END = r"(?=\s*[:：|]|\s*[-–—]{1,2}\s|\s*$)\s*[*_]{0,3}[:：–—-]{0,2}\s*[*_]{0,3}\s*"
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
FIELD_LABEL = re.compile(rf"(?:{alternatives(_FIELDS, _COMPANIES)})\s?[:：]\s?", re.IGNORECASE)
COMPANY_LABEL = re.compile(rf"(?:{alternatives(_COMPANIES)})\s?[:：]\s?", re.IGNORECASE)
EXTENSION = re.compile(
    rf"[\s,;]{{0,3}}\(?(?:{alternatives(_EXTENSIONS)})\.?\s?[:：]?\s?(\d{{1,6}})\)?", re.IGNORECASE
)
# Between the parts of a contact, meaning nothing by themselves.
CONNECTORS = words(
    "at by on or and via to the is reach call calling phone email e-mail mail directly please",
    "contact him her par ou et au à por o y al en bei oder und unter per e su tel или и по",
    "أو و على 或 または al teléfono correo tél téléphone correio telefone oppure presso chiamare",
    "الرقم رقم الهاتف zur verfügung gerne bitte stehen steht ihnen telefonisch via sowie",
    "телефону почте адресу",
)
HIDDEN_MAIL = re.compile(r"\[email[\s\xa0]protected\]", re.IGNORECASE)
_ATTRIBUTE = (
    r"target=\"_?[a-z]*\"|title=(?:\"[^\"]{0,60}\")?|href=(?:\"[^\"]{0,200}\")?|rel=\"[a-z ]*\""
)
# A line of its own inside a block, saying whose contact follows.
BARE_HEADING = re.compile(
    r"(?:media|press|investors?|analysts?|journalists|medien|presse|investoren|médias|investisseurs"
    r"|prensa|medios|inversores|inversionistas|stampa|investitori|imprensa|investidores|сми|пресса"
    r"|媒体|媒體|投资者|投資者|報道|広報)\s?[:：]?",
    re.IGNORECASE,
)
# Behind the last name or number of a sentence that introduces a contact.
CLOSING = re.compile(
    r"\s*\b(?:(?:gerne|jederzeit) )?(?:zur verfügung|à votre disposition|a disposizione"
    r"|a su disposición|(?:is |are )?available(?: for (?:interviews?|comment))?)\.?$",
    re.IGNORECASE,
)
MAILTO = re.compile(r"(?<!\")\bmailto:\s?(?=[^\s@]{1,64}@)", re.IGNORECASE)
DEBRIS = (
    re.compile(r"\"mailto:([^\"<>\s]{3,120})\"?\s?>?"),
    re.compile(rf"\"{{0,2}}\s?(?:{_ATTRIBUTE}){{1,4}}>?"),
    HIDDEN_MAIL,
)
EMPTY_QUOTES = re.compile(r"\"\"\s*")
