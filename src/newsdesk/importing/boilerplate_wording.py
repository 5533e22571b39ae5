"""How ten languages head standing text; see `wording.py` for the form of the tables."""

# Words that begin "About Acme"; what follows must look like a name.
ABOUT = r"""
# English
about
# French
[àa] propos(?: d(?:e(?: la| l['’])?|u|es)| d['’])?
# Spanish, Portuguese
acerca d(?:el?|e (?:la|los|las))
sobre(?: (?:o|a|os|as|el|la|los|las))?
# Italian
informazioni su(?:l|lla|ll['’]|gli|i)?|a proposito d(?:i|el|ella|ell['’])
# German
über(?: (?:die|das|den|der))?
# Russian
о(?= компании| фонде| группе| банке| программе| проекте)|об?(?= [«"A-ZА-Я])
# Arabic
نبذة عن|لمحة عن
# Chinese
关于|關於
"""

# Headings that say all.
ABOUT_WHOLE = r"""
# English
about us|(?:company|corporate) profile
about the (?:company|organi[sz]ation|authors?|program(?:me)?|project|fund|foundation)
# French, Spanish, Portuguese, Italian
qui sommes-nous|quiénes somos|quem somos|chi siamo|profil(?:o|e)? .{2,50}
# German
über uns|(?:die )?.{2,50} im profil|(?:unternehmens|kurz)(?:profil|porträt|portrait)
# Russian, Arabic
о нас|о компании|справка(?: о компании)?|من نحن
# Chinese, Japanese
公司简介|公司簡介|关于我们|關於我們|会社概要
"""

NOTES = r"""
# English
editors?['’]?s? notes?|background(?: information)? for editors
notes? (?:to|for) (?:the )?(?:editors?|media|journalists|correspondents)
# French
notes? (?:aux?|à l['’]attention des?|pour les?) (?:rédact(?:ions?|eurs?)|éditeurs?|journalistes?)
# Spanish
notas? (?:para|a) (?:los |las )?(?:editor(?:es)?|redacci(?:ón|ones)|periodistas|medios)
nota (?:del editor|de redacción)
# Portuguese
notas? (?:aos?|para (?:os? )?)\s?(?:editor(?:es)?|jornalistas|redatores)
# German
(?:hinweise?|anmerkung(?:en)?) (?:an|für) (?:die )?(?:redaktion(?:en)?|medien|herausgeber)
redaktioneller hinweis
# Italian
not[ae] (?:per|ai|alla) (?:i |la |gli )?(?:redattori|redazion[ei]|giornalisti|stampa|editori)
# Russian
примечани[ея] (?:для|к) (?:редакт\w+|прессы|журналистов)
# Arabic
ملاحظ(?:ة|ات) (?:لل|ل|إلى ال)(?:محررين|محرر|إعلام)
# Chinese, Japanese
编者注|編者註|编辑注|致编辑|編集者(?:注|への注記|の方へ)
"""

DISCLAIMERS = r"""
# English
(?:cautionary|important|legal|disclosures?)(?:(?: [\w/-]+){0,2} (?:notes?|notices?|information
  |statements?|disclaimers?|disclosures?|language|terms|cautions?)\b[^.!?]{0,80})?
disclosures? (?:about|regarding|concerning|under)[^.!?]{0,80}
safe harbou?r(?: (?:statements?|notices?|provisions?|disclosures?|language|cautionary|for forward
  |under)\b[^.!?]{0,80})?
forward[- ]looking (?:statements?|information)\b[^.!?]{0,80}
disclaimers?|notices?|no offer[^.!?]{0,60}
# French
(?:déclarations|énoncés|informations) (?:prospecti(?:ve|f)s?|prévisionnel(?:le)?s)[^.!?]{0,60}
avertissements?|mentions? légales?
# Spanish
(?:declaraciones|manifestaciones|información) (?:prospectivas?|a futuro|de futuro)[^.!?]{0,60}
aviso legal|advertencia(?: legal)?|descargo de responsabilidad
# Portuguese
declarações prospectivas[^.!?]{0,60}|aviso(?: legal)?|isenção de responsabilidade
# Italian
dichiarazioni previsionali[^.!?]{0,60}|avvertenz[ae](?: legali)?|esclusione di responsabilità
# German
(?:zukunftsgerichtete|vorausschauende|in die zukunft gerichtete) aussagen[^.!?]{0,60}
haftungsausschluss|rechtliche[rn]? hinweise?|wichtige[rn]? hinweise?
# Russian
заявления прогнозного характера[^.!?]{0,60}|отказ от ответственности
# Arabic
بيانات تطلعية.{0,60}|إخلاء (?:ال)?مسؤولية|تنويه
# Chinese, Japanese
前瞻性(?:声明|陈述|聲明|陳述).{0,30}|免责声明|免責聲明|重要提示
将来(?:の見通し|見通し).{0,40}|免責事項|注意事項
"""

DISCLAIMERS_RUN_IN = r"""
disclaimer|safe harbou?r statement|cautionary statement|forward[- ]looking statements?
avertissement|descargo|haftungsausschluss|免责声明|免責聲明
"""

# What standing text says of who issues a release.
SELF_PORTRAIT = r"""
\b(?:leading|founded in|headquartered|based in|member states|one of the world)\b
\b(?:more information (?:is|about)|for more information|leader mondial|fondée? en|dont le siège)\b
\b(?:con sede en|líder|fundad[ao] en|gegründet|mit sitz in|führende[rns]?|fondat[ao] nel)\b
\b(?:con sede a|fundad[ao] em|com sede em|основана?|штаб-квартир|تأسست)\b
成立于|成立於|总部|總部|設立|本社
"""
