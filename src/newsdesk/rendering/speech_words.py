"""How ten languages say that somebody says something.

Each line is a list of words or phrases; a phrase has `_` for its spaces. To add a language, add its
lines here and its marks, if they are new, in `quote_spans.py`.
"""

SPEECH = {
    "en": (
        "said says say saying added adds explained explains noted notes stated states"
        " commented comments told announced declared remarked stressed stresses emphasized"
        " emphasised emphasizes continued continues concluded concludes observed warned warns"
        " wrote writes according_to in_the_words_of affirmed reiterated recalled recalls"
        " highlighted argued acknowledged insisted urged replied shared cautioned called_on"
        " commenting speaking quoted"
        " urges calls_for pointed_out points_out remarks told_reporters recounted recounts"
        " joked quipped testified responded agreed confirmed confirms pledged promised"
        " promises praised hailed welcomed believes believed says_that cautioned maintains"
        " maintained asserted asserts claims claimed thinks admitted reads admits reflected"
        " reflects recall"
    ),
    "fr": (
        "déclaré déclare déclarait dit disait ajouté ajoute explique expliqué souligne"
        " souligné affirme affirmé précise précisé indiqué indique commente commenté estime"
        " estimé rappelle rappelé félicite félicité selon témoigne témoigné conclu conclut"
        " raconte poursuit poursuivi insiste insisté note noté confie confié assure assuré"
        " observe réjouit réjoui annonce annoncé constate constaté salue salué avance"
        " pour_sa_part"
        " réjouit réjouie réjouies réjouis_de félicitée déclarée soutient soutenu plaide"
        " martèle indique_t-il s’exclame lance lancé lâche résume résumé considère considéré"
        " reconnaît reconnu prévient prévenu détaille détaillé témoignait expliquait ajoutait"
        " soulignait affirmait ironise sourit raconté évoque insistait confirme confirmé"
        " répond répondu conclure confiait d’après aux_yeux_de pense écrit plaisante alerte"
        " dénonce propose promet"
    ),
    "es": (
        "dijo dice dicho afirmó afirma afirmado señaló señala señalado explicó explica"
        " explicado declaró declara declarado comentó comenta comentado añadió añade añadido"
        " agregó agrega indicó indica indicado expresó expresa expresado destacó destaca"
        " destacado aseguró asegura asegurado manifestó manifiesta manifestado subrayó subraya"
        " subrayado sostuvo sostiene concluyó concluye según palabras_de apuntó apunta"
        " apuntado resaltó resalta precisó precisa puntualizó recordó recuerda mencionó"
        " enfatizó recalcó advirtió advierte opinó opina continuó anunció reconoció detalló"
        " reiteró valoró celebró"
        " celebrado valorado agradeció agradece felicitó reflexionó comparte compartió contó"
        " cuenta contaba explicaba decía bromeó admitió admite confirmó confirma insistió"
        " insiste pidió pide planteó defendió defiende relató relata reclamó lamentó lamenta"
        " ha_dicho coincidió coincide resume resumió respondió responde remarcó remarca"
        " argumentó argumenta considera consideró cree concretó subrayaba aclaró aclara"
        " avanzó de_acuerdo_con a_juicio_de para_él detalla prometió mantiene escribió"
    ),
    "pt": (
        "disse diz afirmou afirma declarou declara explicou explica comentou comenta"
        " acrescentou acrescenta destacou destaca ressaltou ressalta segundo completou"
        " completa conclui concluiu reforçou reforça salientou salienta sublinhou sublinha"
        " referiu refere adiantou pontuou ponderou avaliou avalia enfatizou lembrou lembra"
        " contou conta celebrou de_acordo_com observou continuou"
        " ressaltou comemora comemorou celebra realça realçou frisou frisa relata relatou"
        " explicava dizia garantiu garante assegurou assegura defende defendeu considera"
        " considerou confirma confirmou alertou alerta admitiu admite aponta apontou detalhou"
        " detalha pontua reconhece reconheceu agradeceu agradece resume resumiu sustenta"
        " sustentou brincou brinca indicou indica anunciou lamenta lamentou acredita"
        " na_opinião_de adianta salienta_ainda refletiu prometeu respondeu responde ironizou"
        " escreveu diziam contaram"
    ),
    "it": (
        "dichiarato dichiara detto dice affermato afferma commentato commenta spiegato spiega"
        " aggiunto aggiunge sottolineato sottolinea concluso conclude secondo osservato"
        " osserva proseguito prosegue continua ricordato ricorda precisato precisa evidenziato"
        " evidenzia ribadito annunciato assicurato ha_così_commentato si_legge racconta"
        " scherzato scherza ammesso ammette confermato conferma assicura rivendica auspica"
        " auspicato ringraziato ringrazia raccontato chiarito chiarisce rilevato rileva"
        " ritiene dichiarava spiegava conclude_così conclusa osservava rimarcato rimarca"
        " fa_sapere ha_fatto_sapere commentano riferito riferisce sostiene sostenuto"
        " ricordano garantisce garantito insiste insistito risponde risposto riflette scrive"
        " promesso esulta plaude sintetizza riassume a_detta_di parole_di si_dice"
        " secondo_quanto_dichiarato le_parole_di le_parole_del le_parole_della le_parole_dell"
    ),
    "de": (
        "sagte sagt gesagt erklärte erklärt betonte betont so ergänzte ergänzt kommentierte"
        " kommentiert fügte fügt führte führt laut meinte meint unterstrich unterstreicht"
        " berichtete"
        " berichtet führte_aus führt_aus teilte teilt freut_sich freute_sich erläuterte"
        " erläutert resümiert resümierte hob_hervor hebt_hervor stellte_fest stellt_fest"
        " bekräftigte bekräftigt lobte mahnte forderte würdigte schildert zitiert bilanziert"
        " konstatierte"
        " zeigt_sich zeigte_sich hebt_hervor fasst_zusammen fasste_zusammen erinnert"
        " erinnerte warnt warnte fordert würdigt lobt mahnt verweist verwies begründet"
        " begründete berichteten erzählt erzählte meldet meldete unterstreichen verspricht"
        " versprach weiß freuen_sich beschreibt beschrieb schilderte findet fand glaubt"
        " glaubte ist_überzeugt resümieren stellt_klar stellte_klar hält_fest hielt_fest"
        " räumt_ein räumte_ein verkündet verkündete heißt_es schreibt schrieb konstatiert"
        " bestätigt bestätigte ordnet_ein kommentieren sagten gab_zu_bedenken"
        " gibt_zu_bedenken lautet argumentiert antwortete antwortet erwidert"
    ),
    "ru": (
        "сказал сказала сказали заявил заявила заявили заявляет отметил отметила отмечает"
        " подчеркнул подчеркнула подчеркивает подчёркивает сообщил сообщила сообщает добавил"
        " добавила добавляет рассказал рассказала рассказывает пояснил пояснила поясняет"
        " прокомментировал прокомментировала комментирует говорит считает уверен уверена"
        " объяснил объяснила объясняет указал указала по_словам поделился поделилась напомнил"
        " напомнила уточнил уточнила признался призналась продолжил продолжила заключил"
        " заключила констатировал пишет"
        " признаёт признает признал призналась признаётся считают пошутил пошутила вспоминает"
        " вспомнил вспомнила обратил_внимание обратила_внимание отмечают отметили подчеркнули"
        " рассказали рассказывают делится утверждает утверждал заверил заверила уверяет"
        " прокомментировали поблагодарил поблагодарила резюмировал резюмировала подытожил"
        " подытожила ответил ответила предупредил предупредила пообещал пообещала поясняют"
        " говорил говорила говорят сообщили пояснили добавили призвал призвала напоминает"
        " выразил выразила констатирует отвечает замечает заметил заметила объявил объявила"
        " обещает"
    ),
    "ar": (
        "قال قالت وقال وقالت أكد أكدت وأكد وأكدت أضاف أضافت وأضاف وأضافت صرح صرحت وصرح وصرحت"
        " صرّح أوضح أوضحت وأوضح وأوضحت أشار أشارت وأشار وأشارت علق علقت وعلق وعلقت علّق وعلّق"
        " وعلّقت ذكر ذكرت وذكر وذكرت شدد شددت وشدد وشددت يقول تقول ويقول وتقول بحسب وفقا_ل"
        " تابع وتابع وتابعت واختتم واختتمت اختتم وأعرب وأعربت ورحب ورحبت لفت ولفت نقلا_عن حذر"
        " وحذر وحذرت أعلن وأعلن"
        " صرحا قائلا قائلة وأردف وأردفت أردف وبين وبيّن وبينت أوضحا واعتبر واعتبرت اعتبر"
        " اعتبرت وأفاد وأفادت أفاد أفادت ونوه ونوّه ونوهت وأشاد وأشادت أشاد أشادت وختم وختمت"
        " ورأى ورأت وكشف وكشفت كشف كشفت يضيف تضيف ويضيف وتضيف ويوضح وتوضح يوضح توضح يؤكد تؤكد"
        " ويؤكد وتؤكد ويرى وترى تروي يروي يحكي تحكي وعقب وعقّب وعلق_على بقوله بقولها حسب_قول"
        " قالا دعا دعت ودعا ودعت طالب وطالب طالبت ناشد وناشد ذكّر وتذكر تتذكر يتذكر وصف ووصف"
        " شرح وشرح شرحت وشرحت وتقول كتب وكتب كتبت"
    ),
    "zh": (
        "说道 说 表示 指出 称 强调 介绍 介绍道 认为 补充 补充道 谈到 评论 评论道 写道 透露"
        " 解释 说明 坦言 告诉 感叹 总结道 總結道 說道 說 強調 介紹 認為 補充 談到 評論 寫道"
        " 解釋 說明 稱 指 呼吁 呼籲 宣布 致辞 致辭"
        " 补充说 回忆 回忆道 笑着说 感慨 坦承 坦言道 直言 提到 提及 谈及 重申 希望 相信 承诺 警告"
        " 感谢 总结 總結 评价 评价道 讲述 講述 形容"
        " 宣称 声明 回应 回應 回答 透露说 分享道 分享说 承認 承认 提醒 建议 坚信 批评 写 寫 主张"
        " 呼籲道 称赞 表達 表达 强调说 指出说"
    ),
    "ja": (
        "述べ 語 話 コメント 言 説明 付け加え 強調 発言 指摘 締めくくり 明か 振り返 期待を寄せ"
        " 訴え 意気込み 喜び"
        " 呼びかけ 表明 挨拶 あいさつ"
    ),
}

# Who has been named before.
PRONOUNS = {
    "en": "he she they",
    "fr": "il elle t-il t-elle a-t-il a-t-elle",
    "es": "él ella",
    "pt": "ele ela",
    "it": "egli lui lei",
    "de": "er sie",
    "ru": "он она",
    "ar": "",
    "zh": "他 她 该",
    "ja": "同氏 氏 彼 彼女",
}

# Between a verb of speech and what is said, when it is not said word for word.
REPORTING = frozenset(
    {
        "أن",
        "وأن",
        "وإن",
        "إن",
        "بأن",
        "that",
        "que",
        "che",
        "dass",
        "daß",
        "что",
        "qu’",
        "qu'",
        "if",
        "whether",
        "si",
        "se",
        "ob",
    }
)

# What Chinese and Japanese put between an office and the name of who holds it.
_CHINESE_TITLES = (
    "首席执行官 首席執行官 首席运营官 首席技术官 首席财务官 执行官 总裁 總裁 副总裁 副總裁 总经理"
    " 總經理 副总经理 经理 經理 董事长 董事長 主席 副主席 主任 副主任 部长 部長 副部长 局长 局長"
    " 司长 处长 院长 院長 校长 校長 教授 博士 发言人 發言人 总监 總監 秘书长 秘書長 干事长 總幹事"
    " 署长 署長 厅长 廳長 处长 科长 站长 站長 园长 馆长 館長 会长 會長 理事长 理事長 社长 行长"
    " 行長 船长 队长 隊長 团长 镇长 村长"
    " 县长 区长 州长 店长 厂长 所长 店主 工人 居民 村民 农民 学生 學生 教师 教師 老师 老師 医生"
    " 醫生 护士 護士 司机 志愿者 志願者 家长"
    " 家長 员工 員工 设计师 設計師 工程师 工程師 研究员 研究員 分析师 律师 律師 记者 作家 导演"
    " 導演 运动员 教练 顾问 顧問 理事 董事"
    " 创办人 創辦人 发起人 發起人 联合创始人 老板 市民 女士 先生 秘书 秘書 专家 專家 学者 學者"
    " 院士 议员 議員 议长"
    " 总干事 负责人 負責人 创始人 創始人 合伙人 代表 大使 特使 书记 省长 市长 市長 专员 高级专员"
)
_JAPANESE_TITLES = (
    "代表取締役社長 取締役社長 代表取締役 代表理事 理事長 会長 社長 副社長 専務 常務 取締役"
    " 局長 部長 次長 係長 支店長 工場長 園長 校長 学長 総長 院長 館長 町長 村長 市長 区長 組合長"
    " 委員長 議長 隊長 団長 船長"
    " 事務局次長 担当者 広報担当 担当 監事 理事 代表 教授 博士 医師 教諭 店長 店主"
    " 執行役員 本部長 部門長 事務局長 室長 課長 所長 研究員 准教授 監督 大臣 知事"
)
CJK_TITLES = (*_CHINESE_TITLES.split(), *_JAPANESE_TITLES.split(), *("CEO", "CTO", "CFO", "COO"))
# The commonest Chinese surnames, in both scripts.
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方"
    "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶"
    "洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍"
    "翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车"
    "冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾"
    "郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾譚鄒陸龍萬錢湯喬賀賴龔龐蘭顏倪嚴溫蘆韋"
    "畢聶齊莊關費紀項衛單寧閔車邊饒"
)
CJK_COURTESY = ("先生", "女士", "博士", "教授", "小姐", "氏", "さん", "様", "社長", "会長")
