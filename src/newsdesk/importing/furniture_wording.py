"""What web pages say around a text, in ten languages (see `wording.py` for the form).

Each pattern is for a whole line, compared after folding: no case, no diacritics (й is и, أ is ا).
`NOISE` is never part of a release; `NAVIGATION` could be a heading in one, so it counts only above
the headline and below the end.
"""

NOISE = r"""
# English
distributed by .{2,60} (?:on behalf of|for) .{2,120}|source|to view the source version.{0,160}
.{0,60} (?:is|are) not responsible for (?:the )?(?:opinions?|views?|content|comments).{0,300}
the (?:views|opinions) expressed .{0,40}(?:are|do not) .{0,200}
(?:read|see|watch|listen)(?: also| next)\b.{0,120}|also read\b.{0,120}|see also.{0,80}
(?:by )?continuing to (?:use|browse).{0,60}cookies?.{0,200}|this (?:web)?site uses cookies.{0,400}
news provided by.{0,80}|share this article.{0,40}|(?:cision )?view original content.{0,200}
download(?: as)?(?: (?:a )?(?:pdf|word|docx))?
(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|footer|search|menu)
(?:view|see) all (?:news|press releases|releases|stories)|all (?:news|press releases|releases)
(?:more|latest) (?:news|press releases)|more from .{2,60}|print(?:er)?[- ]friendly.{0,20}
listen to this.{0,30}|text size.{0,20}|font size.{0,20}|(?:a[-+] ?){2,3}
(?:please )?(?:read|learn|see|show|load|view) (?:more(?: .{0,40})?|all(?: (?:news|posts|stories
  |results|comments).{0,30})?|full story)
continue reading.{0,60}
(?:share|tweet|pin it|like)(?: (?:this|on|via|with|article|page|story|post|now).{0,40})?
copy link|link copied.?
(?:print|email|e-mail|save) (?:this )?(?:page|article|story|friendly.{0,20})
(?:send|email) (?:this )?to a friend|follow us.{0,60}
(?:subscribe|sign up)(?: (?:to|now|here|today|for (?:our|updates|news|e-?mail|alerts
  |free)).{0,80})?|newsletter sign-?up
(?:log|sign) ?(?:in|out|up)(?: (?:to|or|here|/).{0,40})?|my account
forgot(?:ten)? (?:your )?password.?|skip to (?:main )?(?:content|navigation)
back to (?:top|news.{0,20}|all.{0,30}|list|overview)|go back|you must be logged in.{0,80}
leave a (?:comment|reply|response).{0,60}|(?:no|\d{1,5}) comments?(?: .{0,80})?
(?:post|add|write) a? ?comments?|comments? (?:are|is) closed.?|cancel reply
your e-?mail address will not.{0,80}|required fields are marked.{0,10}|save my name.{0,120}
this site uses akismet.{0,120}|you can (?:follow any responses|leave a response).{0,200}
(?:both )?comments and pings.{0,80}|short ?(?:url|link)\b.{0,200}|permalink\b.{0,200}
trackback\b.{0,200}|rss(?: ?2.0)?(?: feed)?(?: .{0,40})?
(?:related|recommended|similar) (?:news|articles?|posts?|story|stories|content|reading)
related (?:press releases|links?)|most (?:read|popular|viewed)|recent (?:posts|articles|news)
trending(?: now)?|you (?:may|might) also like.{0,20}
(?:next|previous|older|newer) (?:post|article|story|entry|release|page)s?(?: .{0,120})?
(?:next|previous) (?:post|article|story|entry): .{1,120}
your browser does not support.{0,80}|(?:please )?enable javascript.{0,120}
javascript (?:is|must).{0,120}
(?:we|this (?:web)?site)(?: .{0,20})? us(?:e|es|ing) cookies.{0,400}
accept(?: all)?(?: cookies)?|reject all
(?:cookie|privacy) (?:policy|settings?|notice|preferences|statement|overview)
manage (?:cookies|consent)|terms (?:of (?:use|service)|and conditions|& conditions)(?: .{0,40})?
(?:all )?rights reserved.{0,40}
(?:©|\(c\) ?(?:19|20)\d\d|copyright ?(?:©|\(c\)|(?:19|20)\d\d)).{0,160}|powered by .{0,60}
site ?map|advertis(?:ement|ing)s?|sponsored(?: content)?|skip ad|loading(?:\.{3}|…)?
please wait.{0,20}|(?:click|tap) here to (?:view|read|download|print|share|subscribe).{0,80}
(?:view|see|read) (?:the )?(?:original|source|full) (?:press )?(?:release|content|version).{0,200}
(?:view|see|read) (?:the )?(?:original|full) (?:article|story).{0,200}
\[?original(?:/source)? (?:press )?release\]?.{0,200}|source version (?:on|of).{0,160}
download(?: (?:the |this )?(?:pdf|image|photo|press release|article|hi-?res|high[- ]res).{0,40})
\d{1,3} min(?:ute)?s?\.? read|listen to (?:this )?article.{0,20}
\d{1,6} (?:shares?|views?|likes?)|no results?|view all results?|image \d+ of \d+
# French
distribue par .{2,60} pour .{2,120}|consultez la version source.{0,160}
(?:a )?lire (?:aussi|egalement).{0,120}|voir aussi.{0,80}|retour|aller au (?:contenu|menu).{0,30}
acces direct au contenu
(?:en )?(?:poursuivant|continuant).{0,80}cookies?.{0,200}|.{0,60}utilisation de cookies?.{0,200}
telecharger .{0,60}|(?:voir |consulter )?tou(?:s|tes) les (?:communiques|actualites
  |articles)(?: .{0,30})?
nouvelles fournies par.{0,80}|ecouter l'article|taille du texte.{0,20}
lire (?:la suite|plus|l'article|aussi)(?: .{0,40})?|en savoir plus.{0,20}
partager(?: (?:cet|sur|cette|par|l').{0,40})?|imprimer(?: .{0,30})?|version imprimable
(?:s'abonner|abonnez-vous|inscrivez-vous).{0,80}|se connecter|connexion|haut de page
retour (?:en haut|a la liste|aux? (?:actualites|communiques|sommaire|menu|site|resultats
  |debut).{0,20})|article (?:precedent|suivant).{0,80}
laisser un commentaire.{0,60}|vous devez (?:etre|vous) .{0,20}connect.{0,80}
(?:articles|actualites) (?:similaires|lies|liees|recents)|a lire (?:aussi|egalement)
votre navigateur ne (?:prend|supporte).{0,120}
(?:ce site|nous) utilis(?:e|ons) des cookies.{0,400}|(?:tout )?accepter
politique de (?:confidentialite|cookies)|tous droits reserves.{0,60}|publicite|plan du site
suivez-nous.{0,60}
# Spanish
distribuido por .{2,60} (?:en nombre de|para) .{2,120}|vea la version original.{0,160}
(?:lee|leer|lea|vea|ver) (?:tambien|ademas).{0,120}|volver|regresar
(?:ir|saltar|pasar) al? (?:contenido|menu|inicio).{0,20}
(?:al )?continua(?:r|ndo).{0,60}cookies?.{0,200}
.{0,40}(?:uso|utiliza(?:mos)?) (?:de )?cookies.{0,400}
(?:descargar|descargue|descarga el) (?:el |la |las |los )?(?:pdf|archivo|comunicado|nota|imagen
  |foto|documento).{0,40}|descargar|(?:ver )?todas las (?:noticias|notas)(?: .{0,30})?
  |mas noticias.{0,30}
noticias proporcionadas por.{0,80}|escuchar (?:el|la|este|esta) .{0,20}
tamano (?:de|del) (?:letra|texto).{0,10}
(?:leer|ver|saber|mostrar|cargar) mas(?: .{0,30})?|seguir leyendo.{0,30}
compart(?:ir|e)(?: (?:en|esta|este|por|via|la noticia|el articulo)\b.{0,40})?|imprimir(?: .{0,30})?
(?:suscrib(?:ete|ase|irse)|registrate|registrese).{0,80}|iniciar sesion|cerrar sesion
volver (?:arriba|a (?:las? )?(?:noticias|lista|inicio|resultados|pagina).{0,20})
(?:articulo|noticia|entrada)s? (?:anterior|siguiente)(?:es)?.{0,80}
deja(?:r)? (?:un comentario|una respuesta).{0,60}
deb(?:es|e) (?:iniciar sesion|estar conectado|acceder).{0,80}
(?:noticias|articulos|entradas) (?:relacionad[oa]s|recientes)
(?:tambien )?te puede interesar.{0,30}|l(?:ee|ea) tambien.{0,80}
(?:tu|su) navegador no (?:soporta|admite|es compatible).{0,80}
(?:este sitio|utilizamos|usamos) .{0,40}cookies.{0,400}|aceptar(?: .{0,20})?
politica de (?:privacidad|cookies)|todos los derechos reservados.{0,60}|publicidad
mapa del sitio|siguenos.{0,60}|enlace corto.{0,160}
# Portuguese
distribuido pel[oa] .{2,60} (?:em nome de|para) .{2,120}
(?:leia|veja|confira) (?:tambem|ainda).{0,120}
voltar(?: (?:ao topo|(?:as|para as?) noticias|a lista|a pagina .{0,20}))?
(?:ir|pular|saltar) para o (?:conteudo|menu|rodape).{0,20}
.{0,40}(?:usa|uso de|utiliza(?:mos)?|usamos) (?:os )?cookies.{0,400}
ao continuar.{0,60}cookies?.{0,200}
(?:baixar|descarregar|transferir) (?:o |a |em )?(?:pdf|arquivo|imagem|foto|release|documento
  |ficheiro).{0,40}|(?:ver )?todas as noticias(?: .{0,30})?|imprimir pagina
mais noticias.{0,30}|ouvir (?:esta |a )?noticia|tamanho d[ao] (?:letra|fonte|texto).{0,10}
(?:leia|saiba|ver|veja|mostrar) mais(?: .{0,30})?|continue lendo.{0,30}
(?:com)?partilh(?:e|ar)(?: .{0,40})?|(?:assine|inscreva-se|cadastre-se).{0,80}|fazer login
iniciar sessao
(?:post|artigo|noticia)s? (?:anterior|seguinte|proxim[oa])(?:es)?.{0,80}
deixe (?:um comentario|uma resposta).{0,60}|voce precisa .{0,80}
(?:noticias|artigos|posts|conteudos?) (?:relacionad[oa]s|recentes)|(?:veja|leia) tambem.{0,60}
(?:o )?seu navegador nao (?:suporta|e compativel).{0,80}
(?:este site|utilizamos|usamos) .{0,40}cookies.{0,400}|aceitar(?: .{0,20})?
politica de privacidade|todos os direitos reservados.{0,60}|publicidade|mapa do site
siga-nos.{0,60}
# Italian
leggi anche.{0,120}|vedi anche.{0,80}|(?:vai|salta|passa) al (?:contenuto|menu|footer).{0,20}
stampa (?:questa |la )?pagina
scarica (?:il |la |lo |le |l')?(?:pdf|comunicato|file|immagin|foto|documento|allegat).{0,40}
(?:vedi )?tutt[ie] (?:le notizie|i comunicati)(?: .{0,30})?|altre notizie.{0,30}
.{0,60}(?:utilizza|utilizziamo|usa|uso dei) (?:i )?cookies?.{0,400}
ascolta (?:l'articolo|la notizia|il comunicato)
leggi (?:tutto|di piu|anche|l'articolo)(?: .{0,40})?|continua a leggere.{0,30}
scopri di piu.{0,30}|condividi(?: .{0,40})?|(?:iscriviti|registrati|accedi).{0,60}
torna (?:su|indietro|all.{0,40})|articolo (?:precedente|successivo).{0,80}
lascia un commento.{0,60}|devi (?:essere|effettuare|accedere).{0,80}
(?:articoli|notizie|news) (?:correlat[ie]|recenti)
potrebbe(?:ro)? (?:anche )?interessart?[iv].{0,20}
il (?:tuo|vostro|suo) browser non supporta.{0,80}
(?:questo sito|utilizziamo) .{0,40}cookie.{0,400}|accetta(?: .{0,20})?
informativa (?:sulla )?privacy|note legali|tutti i diritti (?:sono )?riservati.{0,60}|pubblicita
mappa del sito|seguici.{0,60}|mostra (?:altro|di piu)
# German
(?:lesen|siehe|sehen) (?:sie )?auch.{0,120}|mehr zum thema.{0,60}|zuruck
(?:zum|direkt zum|zur) (?:haupt)?
  (?:inhalt|navigation)(?: springen| wechseln)?
(?:auf|per|uber|via) (?:facebook|twitter|x|linkedin|whatsapp|xing|e-?mail) teilen|link kopieren
(?:alle|mehr|weitere|aktuelle) (?:meldungen|pressemitteilungen|nachrichten|artikel
  |news)(?: .{0,30})?
(?:.{0,20} )?(?:pdf|pressemitteilung|pressefoto|bild|download)s? (?:herunterladen|als pdf|drucken)
.{0,40}verwende[tn] cookies.{0,400}|original-content von.{0,120}|vorlesen|artikel (?:an)?horen
schriftgro(?:ss|ß)e.{0,20}|newsletter
weiterlesen.{0,20}|mehr (?:lesen|erfahren|anzeigen|dazu)(?: .{0,30})?
(?:seite |artikel )?(?:teilen|drucken)(?: (?:auf|per|uber).{0,30})?
(?:newsletter )?(?:abonnieren|anmelden|abmelden|einloggen|registrieren)(?: (?:sie|zum|hier
  |jetzt).{0,30})?|nach oben
zuruck zur? (?:ubersicht|liste|startseite|suche|news|meldungen|.{0,16}ubersicht|.{0,12}seite)
zuruck nach oben
(?:vorherige|nachste|vorige)[rs]? (?:artikel|beitrag|meldung).{0,80}
(?:schreibe|hinterlasse|schreiben sie) .{0,12}kommentar.{0,40}
(?:du musst|sie mussen) .{0,20}(?:angemeldet|eingeloggt|anmelden).{0,60}
(?:ahnliche|verwandte|weitere) (?:artikel|beitrage|meldungen|nachrichten|pressemitteilungen)
das konnte (?:sie|dich) auch interessieren.{0,20}|(?:ihr|dein) browser unterstutzt .{0,80}
vollbildansicht.{0,30}
(?:diese (?:web)?seite|wir) (?:verwende[tn]|nutz(?:t|en)) .{0,40}cookies.{0,400}
(?:alle )?akzeptieren|datenschutz(?:erklarung|hinweise)?|impressum|agb
alle rechte vorbehalten.{0,60}|anzeige|werbung|folgen sie uns.{0,60}
zum (?:vorherigen|nachsten) .{0,30}
# Russian
(?:читать|читаите|смотрите) также.{0,120}|печать
назад(?: (?:к|в) (?:новостям|списку|начало|раздел).{0,20})?|(?:вернуться )?к списку.{0,30}
(?:вернуться|перейти) (?:к|на|в) (?:списку|содержан|основному|главную|новостям|началу
  |раздел).{0,30}|все (?:новости|пресс-релизы|материалы)|скачать .{0,60}
.{0,40}использу\w{2,4} (?:фаилы )?(?:cookie|куки)s?.{0,400}|другие материалы.{0,40}|слушать
читать (?:далее|полностью)|подробнее|поделиться(?: .{0,30})?|распечатать|версия для печати
подпи(?:саться|шитесь).{0,80}|войти|вход|регистрация|наверх
(?:предыдущая|следующая) (?:статья|запись|новость).{0,80}
(?:добавить|оставить) комментарии.{0,60}|чтобы оставить комментарии.{0,80}
(?:похожие|другие|последние|связанные) (?:новости|статьи|материалы|записи)|читаите также.{0,80}
ваш браузер не поддерживает.{0,80}
(?:этот саит|саит|мы) использу(?:ет|ем) .{0,40}(?:cookie|куки).{0,400}|принять(?: все)?
политика конфиденциальности|все права защищены.{0,60}|реклама|карта саита
показать (?:еще|больше)
# Arabic
اقر[اا] ايضا.{0,120}|طباعه (?:الصفحه|المقال|الخبر|البيان|هذا|هذه).{0,20}|(?:ال)?عوده
(?:تخطي|انتقل|الانتقال|تجاوز) (?:الي|الى) (?:ال)?محتو.{0,20}
.{0,40}ملفات تعريف الارتباط.{0,400}|(?:تحميل|تنزيل) (?:pdf|(?:ال)?ملف|(?:ال)?صوره?|(?:ال)?بيان
  |(?:ال)?خبر).{0,30}|(?:جميع|كل) (?:الاخبار|البيانات)
(?:المزيد من|مزيد من) (?:ال)?اخبار.{0,30}|استمع.{0,30}|حجم الخط.{0,20}|نسخ الرابط
اقر[اأ] (?:المزيد|ايضا)(?: .{0,30})?|(?:شارك|مشاركه)(?: (?:علي|على|عبر|الخبر|المقال|الصفحه|هذا
  |هذه).{0,30})?|طباعه|اشترك(?: (?:في (?:ال)?نشر|الان|معنا|بنا).{0,50})?
تسجيل الدخول|العوده (?:الي|الى) (?:الاخبار|القايمه|القائمه|الاعلي|الصفحه|الرييسيه|الرئيسيه|السابق
  |البيانات).{0,20}|(?:المقال|الخبر) (?:السابق|التالي).{0,60}
اترك (?:تعليقا|ردا|رد|تعليق).{0,40}|يجب .{0,20}تسجيل الدخول.{0,60}
(?:اخبار|مقالات|مواضيع) (?:ذات صله|متعلقه|مشابهه)|قد يعجبك.{0,30}|متصفحك لا يدعم.{0,60}
نستخدم ملفات.{0,400}|سياسه الخصوصيه|جميع الحقوق محفوظه.{0,60}|اعلان|خريطه الموقع
# Chinese
(?:关闭|關閉)(?:窗口|本页|視窗)?|字号.{0,12}|(?:字體|字体)(?:大小)?:.{0,12}
返回(?:顶部|頂部|首页|首頁|主页|上一页|目录|.{0,6}列表)
(?:延伸|推荐|相关|相關)(?:阅读
  |閱讀).{0,40}|(?:跳转|跳轉|跳)(?:到|至).{0,6}内容|(?:点击)?(?:下载|下載)(?:pdf|附件|全文|文件
  |图片)?
(?:更多|最新)(?:新闻|新聞|资讯|資訊|消息)|(?:编辑|編輯):.{1,10}|收藏(?:本页)?|复制链接|複製連結
(?:阅读|閱讀|查看|了解)(?:更多|全文|全部|详情|詳情).{0,10}|分享(?:到|至)?:?(?:微信|微博|朋友圈
  |facebook|twitter|qq|.{0,2}:).{0,20}|分享(?:到|至|:)|分享|打印(?:本页
  |本文)?|列印|登录|登錄|登入|注册|註冊
上一篇.{0,60}|下一篇.{0,60}|发表(?:评论|回复).{0,20}|發表(?:評論|回應).{0,20}|您(?:必须|需要
  |必須).{0,6}(?:登录|登入).{0,20}
相关(?:新闻|文章|阅读|链接|报道|推荐).{0,10}|相關(?:新聞|文章|閱讀|連結|報道).{0,10}|推荐阅读
  |您的浏览器不支持.{0,30}|您的瀏覽器不支援.{0,30}
(?:本网站|我们|本網站|我們)使用.{0,10}cookie.{0,300}|(?:隐私|隱私)(?:政策|声明|權政策|权政策)
  |版权所有.{0,40}|版權所有.{0,40}|广告
廣告|网站地图|網站地圖|扫一扫.{0,30}|关注我们|責任編輯.{0,20}|责任编辑.{0,20}|返回(?:顶部|列表
  |首页|上一页).{0,6}
# Japanese
ツイート(?:する)?|(?:この|当)ヘーシ.{0,12}|(?:この|当)ページ.{0,14}|あわせて読みたい.{0,60}
(?:.{0,12}一覧|トップページ|トッフヘーシ|前の?ページ)
  (?:へ|に)?(?:戻る|もどる)?|本文へ(?:スキップ|移動|スキッフ)|メニューへ(?:スキップ|移動)
(?:この|本|当)(?:サイト|ウェブサイト|ウェフサイト)(?:では|は)?.{0,30}(?:cookie|クッキー).{0,200}
(?:pdf|資料)(?:を)?(?:ダウンロード|タウンロート).{0,10}|文字サイズ.{0,12}|リンクをコピー
リンクをコヒー
続きを(?:読む|見る)|もっと見る|シェア(?:する)?|印刷(?:する)?|ログイン|新規登録|会員登録
  |前の記事.{0,40}|次の記事.{0,40}
コメント(?:する|を残す).{0,20}|関連(?:記事|リンク|ニュース|情報|リリース)|お使いのブラウサ.{0,60}
  |お使いのブラウザ.{0,60}
(?:当|本)サイト(?:では|は).{0,20}(?:cookie|クッキー).{0,200}|プライバシーポリシー|無断転載.{0,20}
  |サイトマップ|ページの先頭へ(?:戻る)?
一覧(?:へ|に)戻る
"""

NAVIGATION = r"""
home|menu|close|open|search(?: .{0,20})?|news(?:room| room|centre| center)?
press(?: ?room| centre| center)?|media(?: (?:centre|center|room|library|kit|contacts?))?
who we are|what we do|our (?:work|story|people|team|impact|mission|services|products)
where we work|take action|get involved|donate(?: now)?|work with us|join us|contact(?: us)?
about(?: us)?|careers?|jobs|faqs?|help|accessibility|languages?|select language|events?
publications?|resources|stories|blog|videos?|photos?|images?|photo gallery|image gallery|gallery
multimedia|archives?|highlights|partnerships?|facebook|twitter|x|linkedin|whatsapp|instagram
youtube|telegram|pinterest|reddit|weibo|wechat|tiktok|flickr|threads|bluesky|xing|english
francais|espanol|deutsch|italiano|portugues|русскии|العربيه|中文|简体中文|繁體中文|日本語|한국어
  |nederlands
polski|turkce|more|next|previous|back|print|e?-?mail|pdf|share|rss|feeds?|tags?|comments?|pickup
tldr|top stories|latest(?: news)?|press releases?|news releases?|accueil|rechercher|recherche
actualites?|presse|evenements|publications|ressources|qui sommes-nous|nos actions|nous rejoindre
nous contacter|mediatheque|inicio|buscar|noticias|prensa|eventos|publicaciones|recursos
quienes somos|que hacemos|contacto|contactenos|sala de prensa|galeria|idiomas?|pesquisar
imprensa|sobre nos|quem somos|o que fazemos|fale conosco|contato|publicacoes|recursos|idioma
sala de imprensa|cerca|notizie|stampa|eventi|pubblicazioni|risorse|chi siamo|cosa facciamo
contatti|lavora con noi|sala stampa|startseite|suche|aktuelles|presse|veranstaltungen
publikationen|uber uns|kontakt|karriere|sprache|mediathek|service|themen|inhalt|главная|поиск
меню|новости|пресс-центр|события|публикации|о нас|контакты|вакансии|язык|русская версия|الرييسيه
تواصل معنا|اتصلوا بنا
بحث|القايمه|الاخبار|الفعاليات|المنشورات|من نحن|اتصل بنا|اللغه|المركز الاعلامي|المزيد|首页|首頁
  |搜索|搜尋
菜单|新闻|新聞|媒体中心|新闻中心|活动|出版物|关于我们|關於我們|联系我们|聯絡我們|语言|更多|ホーム
  |検索|メニュー|ニュース|ニュースルーム|プレスルーム|イベント|会社情報
お問い合わせ|採用情報|言語
"""

# May be used at once; said again by the page that is made of it.
IMMEDIATE_LABELS = r"""
(?:for )?(?:immediate|general) (?:release|distribution|publication)
for release(?: (?:upon receipt|now|immediately))?|release: immediate
(?:pour )?(?:diffusion|publication) immediate
para (?:su )?(?:publicacion|difusion|divulgacion) inmediata
para (?:divulgacao|publicacao) imediata
per (?:la )?(?:diffusione|pubblicazione|rilascio) immediat[ao]
zur sofortigen (?:veroffentlichung|freigabe|verwendung)
для немедленн(?:ои публикации|ого распространения)
(?:للنشر|للاصدار|للتوزيع) (?:ال)?فوري?|即时发布
  |即時發布
供即时发布|即日解禁
"""

# What kind of text it is.
RELEASE_LABELS = r"""
(?:official |joint )?(?:press|news|media) ?(?:release|information|communique|note)s?|communique
press statement|for information only.{0,40}|embargo:? none|not an official document.?
communiques?(?: de presse)?(?: commun| conjoint)?
(?:comunicado|nota|boletin)(?: de| a)? (?:la )?prensa|comunicado(?: conjunto)?
(?:comunicado|nota|release)(?: de| a)? imprensa|comunicado|comunicato(?: stampa)?(?: congiunto)?
(?:gemeinsame )?(?:presse|medien)(?:mitteilung|information|meldung|erklarung|info|aussendung|dienst)
пресс-?релиз|сообщение для (?:прессы|сми|печати)|(?:совместное )?коммюнике|информационное сообщение
(?:بيان|خبر|بلاغ|تصريح) صح(?:ف|اف)ي(?: مشترك)?|نشره صحفيه|新闻稿|新聞稿|新闻发布|新聞發布|新闻公报
新聞公報
  |媒体通稿|新闻通稿|新聞資料|フレスリリース|プレスリリース
ニュースリリース|ニュース ?リリース|報道発表(?:資料)?|報道資料|報道関係(?:者)?(?:の)?各位|各位
記者発表(?:資料)?
sugest(?:ao|oes) de pauta|aviso de pauta|information presse|presse-?info|сводка(?: новостеи)?
invitation a la presse(?: et communique)?|(?:comunicado|nota) (?:informativ[ao])|boletin informativo
"""

PROFILE_LABELS = {
    "media_advisory": r"""
(?:media|press) (?:advisory|alert)|advisory|convocatoria de prensa|invitation presse
presseeinladung
""",
    "statement": r"""
(?:press |joint |media )?statement|declaration|declaracion|stellungnahme|dichiarazione|заявление
بيان|声明
""",
    "briefing_note": r"""
(?:press )?briefing notes?|notes d'information
""",
    "op_ed": r"""
op-?ed|opinion|tribune|kommentar
""",
}
