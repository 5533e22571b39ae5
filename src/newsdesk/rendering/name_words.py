"""Words beside names in ten languages: what people are, what organisations are called.

Compared after folding, so diacritics and case are as one likes. Add a word in its language's line.
"""

from newsdesk.domain.fold import fold


def _words(*lines: str) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


# Stand before a name and are no part of it.
HONORIFICS = _words(
    "mr mrs ms miss mx dr prof sir dame lord lady rev hon h.e excellency sen rep gov gen col capt",
    "m mme mlle mm monsieur madame sr sra srta don doña dña ing lic dra exmo exma",
    "sig sig.ra signor signora dott dott.ssa avv herr frau dipl.-ing dr.-ing mag",
    "г-н г-жа господин госпожа",
    "المهندس المهندسة السفير السفيرة القاضي الأمير الأميرة اللواء العميد العقيد المحامي البروفيسور",
    "السيد السيدة الدكتور الدكتورة د أ الأستاذ الأستاذة معالي سعادة الشيخ",
)

# Stand behind a name and belong to it.
SUFFIXES = _words("jr sr ii iii iv esq phd ph.d md m.d mba cfa cpa jd j.d rn obe cbe mp kc qc")

# What somebody is: never part of a name.
ROLES = _words(
    "president ceo cfo coo cto cio cmo cso chro evp svp vp chief officer chairman chairwoman",
    "chairperson chair director manager head leader lead minister secretary ambassador governor",
    "mayor senator congressman congresswoman representative spokesperson spokesman spokeswoman",
    "professor general colonel captain lieutenant sergeant commissioner coordinator specialist",
    "advisor adviser analyst engineer founder co-founder cofounder partner counsel attorney judge",
    "principal dean chancellor provost superintendent deputy vice senior executive managing",
    "assistant associate acting interim regional national country programme program project state",
    "administrator treasurer editor author scientist researcher economist prime presidency envoy",
    "rapporteur king queen prince princess pope bishop archbishop sheikh",
    "pro tem tempore skipper captain chairwoman headteacher headmaster",
    "high undersecretary under-secretary secretary-general director-general sheriff trustee",
    "vice-president general-manager strategist consultant veterinarian doctor physician nurse",
    "conseiller conseillère attaché attachée officer spécialiste assistant assistante",
    "assessor assessora assesseur jornalista periodista técnico técnica referente addetto addetta",
    "président présidente directeur directrice général générale ministre secrétaire ambassadeur",
    "ambassadrice maire porte-parole responsable chef cheffe délégué déléguée coordinateur",
    "coordinatrice professeur docteur fondateur fondatrice cofondateur pdg dg gérant gérante",
    "adjoint adjointe commissaire sénateur sénatrice député députée gouverneur préfet préfète",
    "vice-président vice-présidente représentant représentante chercheur chercheuse",
    "presidente presidenta directora ministro ministra secretario secretaria embajador embajadora",
    "alcalde alcaldesa portavoz vocero vocera jefe jefa coordinador coordinadora gerente fundador",
    "fundadora senador senadora diputado diputada gobernador gobernadora consejero consejera",
    "delegado delegada ejecutivo ejecutiva vicepresidente vicepresidenta comisario comisaria",
    "ingeniero ingeniera licenciado licenciada cofundador co-fundador cofundadora representante",
    "diretor diretora secretário secretária chefe coordenador coordenadora prefeito prefeita",
    "governador governadora deputado deputada porta-voz embaixador embaixadora vice-presidente",
    "superintendente fundadora pesquisador pesquisadora presidência",
    "direttore direttrice segretario segretaria sindaco sindaca responsabile amministratore",
    "amministratrice delegato delegata portavoce fondatore fondatrice assessore assessora capo",
    "consigliere consigliera ambasciatore ambasciatrice presidentessa ricercatore",
    "doktorand doktorandin student studentin lehrer lehrerin landwirt landwirtin forscher",
    "forscherin ärztin arzt ingenieur ingenieurin autor autorin projektleiter projektleiterin",
    "präsident präsidentin direktor direktorin leiter leiterin chefin vorsitzender vorsitzende",
    "vorstand geschäftsführer geschäftsführerin sprecher sprecherin kanzler kanzlerin ministerin",
    "bürgermeister bürgermeisterin staatssekretär staatssekretärin professorin botschafter",
    "botschafterin senatorin referent referentin beauftragte beauftragter generalsekretär gründer",
    "gründerin mitgründer mitglied",
    "президент директор министр глава губернатор мэр председатель представитель руководитель",
    "заместитель пресс-секретарь начальник советник профессор доктор координатор посол депутат",
    "сенатор основатель секретарь вице-президент управляющий генеральный исполнительный",
    "قائد الريس الباحث الباحثة الكاتب الكاتبة الطبيب الطبيبة المعلم المعلمة القبطان عضو المخرج",
    "المدير المديرة مدير مديرة العام العامة الرئيس الرئيسة رئيس رئيسة وزير وزيرة الوزير الوزيرة",
    "ممثل ممثلة الممثل الممثلة الأمين الأمينة أمين المتحدث المتحدثة الناطق الناطقة باسم الرسمي",
    "الرسمية التنفيذي التنفيذية نائب نائبة منسق منسقة المنسق المنسقة المبعوث المبعوثة الخاص",
    "مسؤول مسؤولة المسؤول المسؤولة الخاصة سفير سفيرة السفير السفيرة مستشار مستشارة مفوض مفوضة",
    "الإقليمي الإقليمية القطري",
)

# As often the last word of a name.
SURNAMES_TOO = _words("king pope bishop prince princess dean judge major house banks sheriff rat")

# German makes one word of what an office is called: Hafenamt, Landesbehörde.
ORGANISATION_ENDINGS = tuple(
    _words(
        "amt ministerium behörde verband verwaltung werke gesellschaft stiftung agentur institut",
        "hochschule universität zentrum anstalt genossenschaft vereinigung konzern kommission",
    )
)

# German makes one word of it: Bundesumweltministerin, Projektleiter.
ROLE_ENDINGS = tuple(
    _words(
        "präsident präsidentin minister ministerin direktor direktorin leiter leiterin chef chefin",
        "vorsitzender vorsitzende vorsitzenden sprecher sprecherin kanzler kanzlerin meister",
        "meisterin sekretär sekretärin führer führerin beauftragte beauftragter manager managerin",
        "vorstand senator senatorin rat rätin",
    )
)

# What organisations and their parts are called: never part of a person's name.
ORGANISATIONS = _words(
    "media press relations communications communication affairs public office team department",
    "division section unit service services group company corporation corp inc llc ltd limited llp",
    "plc gmbh ag sa sas spa s.p.a srl s.r.l bv b.v nv n.v kg se ab oy asa foundation institute",
    "institution university college school hospital clinic bank council commission committee",
    "embassy ministry agency association federation union network center centre organization",
    "organisation society trust fund news newsroom desk hotline bureau board house authority",
    "partnership solutions technologies technology systems industries holdings holding worldwide",
    "investor investors marketing corporate legal health education research security information",
    "support customer enquiries inquiries contact contacts world nations united international",
    "liaison mission communiqués global european american federal foreign secretariat campaign",
    "headquarters initiative studio",
    "studios entertainment productions airlines airport energy pharma pharmaceuticals capital",
    "ufficio stampa relazioni comunicazione ministero agenzia fondazione banca università",
    "web website site sites página páginas pagina pagine seite seiten",
    "presse médias direction ministère agence fondation banque université cabinet conseil groupe",
    "oficina prensa comunicación gabinete departamento ministerio agencia fundación banco",
    "universidad consejo grupo medios empresa sociedad organización",
    "instituto centro escola colégio clube federação confederação sindicato câmara tribunal",
    "asociación federación sindicato cámara centro ayuntamiento diputación generalitat junta",
    "associazione federazione istituto comune regione provincia azienda ente consorzio",
    "institut centre fédération syndicat chambre mairie préfecture région département école",
    "assessoria imprensa comunicação ministério agência fundação universidade conselho",
    "pressestelle pressekontakt kommunikation abteilung referat amt ministerium stiftung verband",
    "verein unternehmenskommunikation agentur universität hochschule redaktion gesellschaft",
    "фонд центр институт университет ассоциация союз комитет администрация правительство совет",
    "академия департамент служба больница школа завод корпорация общество организация",
    "пресс-служба отдел управление министерство агентство ооо оао зао пао ао компания группа банк",
    "شبكة جمعية تعاونية نقابة معهد مركز مستشفى بلدية محافظة برنامج صندوق لجنة مجلس حركة اتحاد",
    "مكتب المكتب وزارة شركة منظمة المنظمة مؤسسة قسم إدارة جامعة بنك مجموعة هيئة الأمم وكالة اتحاد",
)

# Corners of the world, capitalised like names.
REGIONS = _words(
    "asia africa europe america americas pacific east west north south central middle latin",
    "eastern western northern southern emea apac balkans caribbean sahel arab",
    "asie afrique amérique europa áfrica américa asien afrika amerika",
)

# Small words inside a name.
PARTICLES = _words(
    "de da do dos das del della dello dei di du des van von der den ter ten te zu zum zur af av",
    "la las los le el al bin bint ibn ben abu y e i und vom dal dalla delle degli d' ould ag",
)
