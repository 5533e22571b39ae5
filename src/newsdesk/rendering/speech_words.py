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
    ),
    "fr": (
        "déclaré déclare déclarait dit disait ajouté ajoute explique expliqué souligne"
        " souligné affirme affirmé précise précisé indiqué indique commente commenté estime"
        " estimé rappelle rappelé félicite félicité selon témoigne témoigné conclu conclut"
        " raconte poursuit poursuivi insiste insisté note noté confie confié assure assuré"
        " observe réjouit réjoui annonce annoncé constate constaté salue salué avance"
        " pour_sa_part"
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
    ),
    "pt": (
        "disse diz afirmou afirma declarou declara explicou explica comentou comenta"
        " acrescentou acrescenta destacou destaca ressaltou ressalta segundo completou"
        " completa conclui concluiu reforçou reforça salientou salienta sublinhou sublinha"
        " referiu refere adiantou pontuou ponderou avaliou avalia enfatizou lembrou lembra"
        " contou conta celebrou de_acordo_com observou continuou"
    ),
    "it": (
        "dichiarato dichiara detto dice affermato afferma commentato commenta spiegato spiega"
        " aggiunto aggiunge sottolineato sottolinea concluso conclude secondo osservato"
        " osserva proseguito prosegue continua ricordato ricorda precisato precisa evidenziato"
        " evidenzia ribadito annunciato assicurato ha_così_commentato si_legge racconta"
    ),
    "de": (
        "sagte sagt gesagt erklärte erklärt betonte betont so ergänzte ergänzt kommentierte"
        " kommentiert fügte fügt laut meinte meint unterstrich unterstreicht berichtete"
        " berichtet führte_aus führt_aus teilte teilt freut_sich freute_sich erläuterte"
        " erläutert resümiert resümierte hob_hervor hebt_hervor stellte_fest stellt_fest"
        " bekräftigte bekräftigt lobte mahnte forderte würdigte schildert zitiert bilanziert"
        " konstatierte"
    ),
    "ru": (
        "сказал сказала сказали заявил заявила заявили заявляет отметил отметила отмечает"
        " подчеркнул подчеркнула подчеркивает подчёркивает сообщил сообщила сообщает добавил"
        " добавила добавляет рассказал рассказала рассказывает пояснил пояснила поясняет"
        " прокомментировал прокомментировала комментирует говорит считает уверен уверена"
        " объяснил объяснила объясняет указал указала по_словам поделился поделилась напомнил"
        " напомнила уточнил уточнила признался призналась продолжил продолжила заключил"
        " заключила констатировал пишет"
    ),
    "ar": (
        "قال قالت وقال وقالت أكد أكدت وأكد وأكدت أضاف أضافت وأضاف وأضافت صرح صرحت وصرح وصرحت"
        " صرّح أوضح أوضحت وأوضح وأوضحت أشار أشارت وأشار وأشارت علق علقت وعلق وعلقت علّق وعلّق"
        " وعلّقت ذكر ذكرت وذكر وذكرت شدد شددت وشدد وشددت يقول تقول ويقول وتقول بحسب وفقا_ل"
        " تابع وتابع وتابعت واختتم واختتمت اختتم وأعرب وأعربت ورحب ورحبت لفت ولفت نقلا_عن حذر"
        " وحذر وحذرت أعلن وأعلن"
    ),
    "zh": (
        "说道 说 表示 指出 称 强调 介绍 介绍道 认为 补充 补充道 谈到 评论 评论道 写道 透露"
        " 解释 说明 坦言 告诉 感叹 总结道 總結道 說道 說 強調 介紹 認為 補充 談到 評論 寫道"
        " 解釋 說明 稱 指 呼吁 呼籲 宣布 致辞 致辭"
    ),
    "ja": "述べ 語 話 コメント 言 説明 付け加え 強調 発言 指摘 締めくくり",
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
    {"that", "que", "che", "dass", "daß", "что", "qu’", "qu'", "if", "whether", "si", "se", "ob"}
)

# What Chinese and Japanese put between an office and the name of who holds it.
_CHINESE_TITLES = (
    "首席执行官 首席執行官 首席运营官 首席技术官 首席财务官 执行官 总裁 總裁 副总裁 副總裁 总经理"
    " 總經理 副总经理 经理 經理 董事长 董事長 主席 副主席 主任 副主任 部长 部長 副部长 局长 局長"
    " 司长 处长 院长 院長 校长 校長 教授 博士 发言人 發言人 总监 總監 秘书长 秘書長 干事长 總幹事"
    " 总干事 负责人 負責人 创始人 創始人 合伙人 代表 大使 特使 书记 省长 市长 市長 专员 高级专员"
)
_JAPANESE_TITLES = (
    "代表取締役社長 取締役社長 代表取締役 代表理事 理事長 会長 社長 副社長 専務 常務 取締役"
    " 執行役員 本部長 部門長 事務局長 室長 課長 所長 研究員 准教授 監督 大臣 知事"
)
CJK_TITLES = (*_CHINESE_TITLES.split(), *_JAPANESE_TITLES.split(), *("CEO", "CTO", "CFO", "COO"))
CJK_COURTESY = ("先生", "女士", "博士", "教授", "小姐", "氏", "さん", "様", "社長", "会長")
