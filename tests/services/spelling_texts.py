"""Texts without a mistake, as press offices write them, and slips as fingers make them."""

TEXTS = {
    "en-GB": """
The International Organization for Migration (IOM) and Viet Nam's Ministry of Labour today signed a
programme on labour migration, the organizers said. "We realize that the neighbouring countries
cannot analyse every case," said the Director-General's spokesperson.

- Côte d'Ivoire, Cabo Verde, Türkiye and Timor-Leste co-financed pre-departure training
- 1,200 asylum-seekers' claims were prioritized; non-refoulement isn't up for debate
- Mobilizing 3.4 million US dollars, NGOs helped 12-year-old returnees, the UNHCR's e-mail says

More at [the website](https://example.org/recieve?q=teh), from `teh_file.pdf` or press@example.org.
The centre's travelling exhibition, whose colours were honoured, cancelled its catalogue.
""",
    "en-US": """
The Department of Labor today organized a program for neighboring countries, the center said. "We
realize that analyzing each catalog takes traveling officers weeks," said a spokesperson.

- Viet Nam and Türkiye canceled 40 flights; the theater's gray curtain was colored
- Asylum-seekers' claims weren't judged in the harbor's defense building

The agency's livelihood program, its licensed partners and counselors fulfilled their role.
""",
    "fr": """
L’Organisation internationale pour les migrations (OIM) a annoncé aujourd’hui qu’elle viendrait en
aide à plus de 12 000 personnes déplacées à l'intérieur du pays, c'est-à-dire deux fois plus qu'en
2024. « Jusqu'ici, personne n'avait été accueilli », a-t-elle précisé.

- les bénévoles s'engagent d'eux-mêmes : ils distribuent de l'eau, des vivres et des couvertures
- la porte-parole de l'Union africaine, à Genève, s'est félicitée de cet accord-cadre
- l'Éthiopie, le Viêt Nam et la Côte d'Ivoire ont co-organisé la conférence

Peut-être faut-il rappeler qu’il y a près de 281 millions de migrants dans le monde ?
""",
    "es": """
La Organización Internacional para las Migraciones (OIM) anunció hoy que ayudará a más de 12.000
personas desplazadas, según dijo su portavoz en Ginebra. «Nadie debería verse obligado a huir»,
añadió la directora general.

- el acuerdo, firmado en Bogotá, permitirá reconstruir viviendas y hacerlas más seguras
- los niños y las niñas recibirán atención médica y psicológica en cuarenta municipios
- ¿cuántos países financiarán el programa? Ecuador, el Perú y México ya lo hicieron

Según el último informe, el número de migrantes venezolanos disminuyó un 4 % durante el año pasado.
""",
    "ru": """
Международная организация по миграции (МОМ) сегодня объявила, что окажет помощь более чем 12 000
перемещённых лиц. «Никто не должен быть вынужден покидать свой дом», — сказал пресс-секретарь
организации в Женеве.

- правительство Казахстана, Кыргызстан и Таджикистан подписали соглашение о трудовой миграции
- кое-где волонтёры по-прежнему раздают воду, одеяла и продовольствие
- из-за наводнения жители области потеряли жильё, сообщается на сайте ведомства

По данным доклада, число мигрантов в мире выросло до 281 миллиона человек.
""",
    "pt-BR": """
A Organização Internacional para as Migrações (OIM) anunciou hoje que ajudará mais de 12 mil pessoas
deslocadas, segundo a porta-voz da entidade em Genebra. “Ninguém deveria ser obrigado a fugir”,
disse ela.

- o acordo, assinado em Brasília, permitirá reconstruir moradias e torná-las mais seguras
- crianças e adolescentes receberão atendimento médico e psicológico em quarenta municípios
- Angola, Moçambique e Cabo Verde também financiarão o programa

De acordo com o relatório, o número de migrantes venezuelanos diminuiu no último trimestre.
""",
}
SLIPS = {
    "en-GB": """
recieve:receive seperate:separate goverment:government occured:occurred definately:definitely
accomodation:accommodation neccessary:necessary orgnaization:organization programe:programme
adress:address migraton:migration refugess:refugees enviroment:environment untill:until
begining:beginning publically:publicly comittee:committee neigbouring:neighbouring
resettlment:resettlement embarass:embarrass
""",
    "en-US": """
recieve:receive seperate:separate goverment:government occured:occurred definately:definitely
accomodation:accommodation neccessary:necessary orgnization:organization progam:program
adress:address migraton:migration refugess:refugees enviroment:environment untill:until
begining:beginning publically:publicly comittee:committee neigboring:neighboring
judgement:judgment colour:color
""",
    "fr": """
gouvernment:gouvernement developpement:développement recevior:recevoir milion:million
aujourdhui:aujourd’hui acceuil:accueil language:langage migrans:migrants etranger:étranger
environement:environnement apartenir:appartenir personel:personnel comuniqué:communiqué
necessaire:nécessaire hopital:hôpital frontiere:frontière securité:sécurité reunion:réunion
deplacement:déplacement conexion:connexion
""",
    "es": """
govierno:gobierno organizacion:organización migracion:migración haver:haber desplasados:desplazados
nesesario:necesario dezarrollo:desarrollo emvío:envío ninos:niños rápidamnte:rápidamente
conferenca:conferencia proteccion:protección ayudá:ayuda seguirdad:seguridad nacion:nación
refujiados:refugiados acuerdó:acuerdo humnitaria:humanitaria vivenda:vivienda públco:público
""",
    "ru": """
правительсво:правительство организция:организация миграця:миграция сегоня:сегодня
помошь:помощь безопастность:безопасность беженци:беженцы соглашене:соглашение
харошо:хорошо учавствовать:участвовать будующее:будущее граждани:граждане
конференцыя:конференция програма:программа заявлене:заявление
женщинны:женщины населене:население чеовек:человек жилё:жильё министерсво:министерство
""",
    "pt-BR": """
goverrno:governo organizacao:organização migracao:migração nescessário:necessário
desenvolvimeto:desenvolvimento segurnça:segurança refujiados:refugiados conferênsia:conferência
crianca:criança ajúda:ajuda familias:famílias proteçao:proteção humanitaria:humanitária
moradya:moradia acôrdo:acordo muncípios:municípios relatorio:relatório atendimeto:atendimento
excessão:exceção previlégio:privilégio
""",
}
