"""The words of a contact block in each language: to be checked by native editors."""

from dataclasses import dataclass

from newsdesk.domain.contact import PointKind
from newsdesk.domain.language import base
from newsdesk.domain.newsroom import Newsroom

_THIN = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWords:
    """How one language introduces contacts and labels their numbers and addresses."""

    intro: str
    phone: str
    mobile: str
    fax: str
    email: str
    web: str
    extension: str
    whatsapp: str = "WhatsApp"
    colon: str = ": "
    comma: str = ", "

    def label(self, kind: PointKind) -> str:
        """Return the label with its colon, up to where the number begins."""
        labels = {
            PointKind.PHONE: self.phone,
            PointKind.MOBILE: self.mobile,
            PointKind.FAX: self.fax,
            PointKind.WHATSAPP: self.whatsapp,
            PointKind.EMAIL: self.email,
            PointKind.WEB: self.web,
        }
        return labels[kind] + self.colon


_WORDS = {
    "en": ContactWords(
        intro="For more information, please contact:",
        phone="Tel",
        mobile="Mobile",
        fax="Fax",
        email="Email",
        web="Web",
        extension="ext.",
    ),
    "fr": ContactWords(
        intro=f"Pour plus d’informations, veuillez contacter{_THIN}:",
        phone="Tél.",
        mobile="Portable",
        fax="Fax",
        email="Courriel",
        web="Site web",
        extension="poste",
        colon=f"{_THIN}: ",
    ),
    "es": ContactWords(
        intro="Para más información, póngase en contacto con:",
        phone="Tel.",
        mobile="Móvil",
        fax="Fax",
        email="Correo electrónico",
        web="Sitio web",
        extension="ext.",
    ),
    "ar": ContactWords(
        intro="لمزيد من المعلومات، يرجى الاتصال بـ:",
        phone="هاتف",
        mobile="جوال",
        fax="فاكس",
        email="البريد الإلكتروني",
        web="الموقع الإلكتروني",
        extension="تحويلة",
        whatsapp="واتساب",
        comma="، ",
    ),
    "ru": ContactWords(
        intro="За дополнительной информацией просьба обращаться:",
        phone="Тел.",
        mobile="Моб. тел.",
        fax="Факс",
        email="Эл. почта",
        web="Сайт",
        extension="доб.",
    ),
    "zh": ContactWords(
        intro="欲了解更多信息，请联系：",
        phone="电话",
        mobile="手机",
        fax="传真",
        email="电子邮件",
        web="网站",
        extension="分机",
        colon="：",
        comma="，",
    ),
    "de": ContactWords(
        intro="Für weitere Informationen wenden Sie sich bitte an:",
        phone="Tel.",
        mobile="Mobil",
        fax="Fax",
        email="E-Mail",
        web="Web",
        extension="Durchwahl",
    ),
    "it": ContactWords(
        intro="Per ulteriori informazioni, contattare:",
        phone="Tel.",
        mobile="Cell.",
        fax="Fax",
        email="E-mail",
        web="Sito web",
        extension="int.",
    ),
    "pt": ContactWords(
        intro="Para mais informações, contacte:",
        phone="Tel.",
        mobile="Telemóvel",
        fax="Fax",
        email="E-mail",
        web="Site",
        extension="ext.",
    ),
    "pt-BR": ContactWords(
        intro="Para mais informações, entre em contato com:",
        phone="Tel.",
        mobile="Celular",
        fax="Fax",
        email="E-mail",
        web="Site",
        extension="ramal",
    ),
    "ja": ContactWords(
        intro="お問い合わせ先：",
        phone="電話",
        mobile="携帯電話",
        fax="ファクス",
        email="メール",
        web="ウェブサイト",
        extension="内線",
        colon="：",
        comma="、",
    ),
}


def contact_words(language: str, newsroom: Newsroom) -> ContactWords:
    """Return the words of a language, of its fallback in this newsroom, or of English."""
    for tag in (language, newsroom.fallbacks.get(language, "")):
        words = _WORDS.get(tag) or _WORDS.get(base(tag))
        if words is not None:
            return words
    return _WORDS["en"]


def contact_intro(language: str, newsroom: Newsroom) -> str:
    """Return the line above the contacts: the newsroom's own, or the usual one."""
    own = newsroom.contact_intros
    return own.get(language) or own.get(base(language)) or contact_words(language, newsroom).intro
