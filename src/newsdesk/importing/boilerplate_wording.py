"""How ten languages head standing text; see `wording.py` for the form of the tables."""

# Words that begin "About Acme"; what follows must look like a name.
ABOUT = r"""
# English
about
# French
[àa] propos(?: d(?:e(?: la| l['’])?|u|es)| d['’])?
# Spanish, Portuguese
acerca d(?:el?|[ao]s?|e (?:la|los|las))
sobre(?: (?:o|a|os|as|el|la|los|las))?
# Italian
informazioni su(?:l|lla|ll['’]|gli|i)?|a proposito d(?:i|el|ella|ell['’])
# German
über(?: (?:die|das|den|der))?
# Russian
о(?= компании| фонде| группе| банке| программе| проекте)|об?(?= [«"A-ZА-Я])
об?(?= организации| агентстве| институте| университете| ассоциации| союзе| центре)
# Arabic
نبذة (?:تعريفية )?عن|لمحة عن|حول|عن(?= (?:مكتب|شركة|مؤسسة|منظمة|مجموعة|هيئة|الشركة|المنظمة|المؤسسة
  |ال[^\W\d_]+$))
# Chinese
关于|關於
"""

# Headings that say all.
ABOUT_WHOLE = r"""
# English
about us|(?:company|corporate) profile
about the (?:company|organi[sz]ation|authors?|program(?:me)?|project|fund|foundation)
# French, Spanish, Portuguese, Italian
à propos(?: de nous)?|qui sommes-nous|quiénes somos|sobre nosotros|quem somos|sobre nós
chi siamo|profil(?:o|e)? .{2,50}|perfil (?:de la empresa|da empresa|corporativo)
# German
über uns|(?:die )?.{2,50} im (?:profil|kurzprofil|(?:kurz)?porträt|überblick)
(?:unternehmens|kurz|firmen|vereins|verbands)(?:profil|porträt|portrait)(?: .{2,50})?
zu[mr] (?:unternehmen|firma|verband|verein|stiftung|hochschule|organisation)
# Russian, Arabic
о нас|о компании|(?:краткая )?справка(?: о компании)?|для справки|справочно
(?:краткая )?информация (?:о компании|об организации)|من نحن|معلومات عن الشركة
# Chinese, Japanese
公司简介|公司簡介|企业简介|机构简介|機構簡介|关于我们|關於我們|背景资料|[^。、]{0,30}(?:会社|団体
  |企業|法人|機構)概要
"""

NOTES = r"""
# English
editors?['’]?s? notes?|background(?: information)? for editors
notes? (?:to|for) (?:the )?(?:editors?|media|journalists|correspondents|broadcasters)
(?:information|technical notes?|additional information) (?:to|for) editors
# French
notes? (?:aux?|à l['’](?:attention|intention) des?|pour les?) (?:rédact(?:ions?|eurs?)|éditeurs?
  |journalistes?|médias)
note de la rédaction|(?:remarques?|informations) (?:aux|pour les) (?:rédactions?|rédacteurs)
# Spanish
notas? (?:para|a) (?:los |las |la )?(?:editor(?:es)?|redacci(?:ón|ones)|periodistas|medios
  |prensa)
nota (?:del editor|de redacción)
# Portuguese
notas? (?:aos?|para (?:os? )?)\s?(?:editor(?:es)?|jornalistas|redatores)
# German
(?:hinweise?|anmerkung(?:en)?) (?:an|für) (?:die )?(?:redaktion(?:en)?|medien|herausgeber)
redaktionelle[rn]? hinweise?|hintergrundinformation(?:en)? für .{3,30}
(?:informationen|anmerkungen?|notiz(?:en)?) (?:für|an) (?:die )?(?:redaktion(?:en)?|medien)
# Italian
not[ae] (?:per|ai|alla) (?:i |la |gli )?(?:redattori|redazion[ei]|giornalisti|stampa|editori)
# Russian
примечани[ея] (?:для|к) (?:редакт\w+|прессы|журналистов|сми)
(?:информация|заметки) для редакт\w+|примечани[ея] редакт\w+
# Arabic
(?:ملاحظ(?:ة|ات)|معلومات) (?:لل|ل|إلى ال)(?:سادة ال)?(?:محررين|محرر|إعلام|إعلاميين|صحفيين)
ملاحظ(?:ة|ات) (?:ال)?(?:تحرير|محرر)
# Chinese, Japanese
编者[注按]|編者[註按]|编辑(?:注意?|须知)|编辑注意事项|致编辑|致編輯|給編輯|給編者
編集者(?:注|への注記|の方へ)
編集(?:者|部)(?:の皆様|各位)(?:へ)?|備考
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
(?:mise en garde|avis)(?: .{0,30})? (?:énoncés|déclarations|informations) prospecti[^.!?]{0,60}
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
