from newsdesk.rendering.known_names import KnownNames

TEXT = (
    "Umweltministerin Petra Muster hat den Anleger eröffnet.",
    "Ein Gerät steht am Ufer, sagte Hans Beispiel.",
)


def test_a_surname_is_known_where_its_whole_name_is_printed() -> None:
    names = KnownNames(TEXT)
    assert names.surname_in("sagt Muster dazu") == "Muster"
    assert names.surname_in("sagt Gerät") is None
    assert names.surname_in("sagt Wasser") is None


def test_an_office_and_a_surname_stand_for_the_name_of_the_same_office() -> None:
    names = KnownNames(TEXT)
    assert names.whole("Ministerin Muster") == "Petra Muster"
    assert names.whole("Senatorin Muster") == "Senatorin Muster"
    assert names.whole("Petra Muster") == "Petra Muster"
