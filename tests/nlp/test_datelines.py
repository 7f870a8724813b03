"""Datelines: place, date and agency before the first sentence, in the ways of many agencies and decades."""

import pytest

from kg.model import Article
from kg.nlp.annotations import Annotations
from kg.nlp.dates import base_date
from kg.nlp.layout import layout

DATELINES = [
    ("TALLINN, October 12. /BNT/. ", "TALLINN", "October 12", "BNT"),
    ("MINSK. October 12 (Interfax) - ", "MINSK", "October 12", "Interfax"),
    ("MULTAN, (UrduPoint / Pakistan Point News - 19th Oct, 2021 ) : ", "MULTAN", "19th Oct, 2021", None),
    ("United Nations, (APP - 1st Jun, 2022 ) ", "United Nations", "1st Jun, 2022", "APP"),
    ("BEIJING, Nov. 1 (Norwire) -- ", "BEIJING", "Nov. 1", "Norwire"),
    ("OSLO (BNT) — ", "OSLO", None, "BNT"),
    ("Oslo, 5 June (BNT) - ", "Oslo", "5 June", "BNT"),
    ("LIMA, March 3 — ", "LIMA", "March 3", None),
    ("LIMA, Peru, Mar 3 (UPI) -- ", "LIMA", "Mar 3", "UPI"),
    ("NAIROBI – ", "NAIROBI", None, None),
    ("ANKARA: ", "ANKARA", None, None),
    ("Lisbon — ", "Lisbon", None, None),
    ("Riyadh - ", "Riyadh", None, None),
    ("Margao: ", "Margao", None, None),
    ("Doha, Qatar: ", "Doha", None, None),
    ("(Reuters) - ", None, None, "Reuters"),
    ("(CNN) ", None, None, "CNN"),
    ("MINSK. KAZINFORM ", "MINSK", None, "KAZINFORM"),
    ("ASTANA. January 14. KAZINFORM - ", "ASTANA", "January 14", "KAZINFORM"),
    ("UNITED NATIONS -- ", "UNITED NATIONS", None, None),
    ("UNITED NATIONS, N.Y., March 29 -- ", "UNITED NATIONS", "March 29", None),
    ("GENEVA (23 March 1984) - ", "GENEVA", "23 March 1984", None),
    ("(Vienna, 4 May 2016) ", "Vienna", "4 May 2016", None),
    ("TOKYO, March 3, Kyodo - ", "TOKYO", "March 3", "Kyodo"),
    ("Baku, January 10, AZERTAC ", "Baku", "January 10", "AZERTAC"),
    ("BAKU, Azerbaijan, January 10. Trend: ", "BAKU", "January 10", "Trend"),
    ("GYUMRI, MARCH 29, ARMENPRESS. ", "GYUMRI", "MARCH 29", "ARMENPRESS"),
    ("Tehran, IRNA – ", "Tehran", None, "IRNA"),
    ("Aleppo, SANA_ ", "Aleppo", None, "SANA"),
    ("Brussels, 12/03/2019 - ", "Brussels", "12/03/2019", None),
    ("BONN, 29.03.2018 – ", "BONN", "29.03.2018", None),
    ("New Delhi [India], June 5 (ANI): ", "New Delhi", "June 5", "ANI"),
    ("TASHKENT, Uzbekistan (AP) _ ", "TASHKENT", None, "AP"),
    ("WASHINGTON, D.C. – ", "WASHINGTON", None, None),
    ("ST. PETERSBURG, May 4 - ", "ST. PETERSBURG", "May 4", None),
    ("Geneva/New York, 29 March 2018 – ", "Geneva/New York", "29 March 2018", None),
    ("THE HAGUE, Netherlands (AP) — ", "THE HAGUE", None, "AP"),
    ("Rio de Janeiro, March 29 - ", "Rio de Janeiro", "March 29", None),
    ("Madrid, 29 Mar (EFE).- ", "Madrid", "29 Mar", "EFE"),
    ("CAIRO - 10 March 2018: ", "CAIRO", "10 March 2018", None),
    ("Riyadh, Rajab 12, 1439, March 29, 2018, SPA -- ", "Riyadh", "March 29, 2018", "SPA"),
    ("March 29, 2018 (JUBA) – ", "JUBA", "March 29, 2018", None),
    ("29 March 2018 – ", None, "29 March 2018", None),
    ("Addis Ababa March 29/2018 /ENA/ ", "Addis Ababa", "March 29/2018", "ENA"),
    ("Bogota, Colombia | AFP | ", "Bogota", None, "AFP"),
    ("Baghdad / NINA – ", "Baghdad", None, "NINA"),
    ("By Ada Quill MULTAN, March 29 (APP): ", "MULTAN", "March 29", "APP"),
    ("TRIPOLI/TUNIS, Feb. 3 (Norwire) -- ", "TRIPOLI/TUNIS", "Feb. 3", "Norwire"),
    ("VIENTIANE (PRR), Nov 9 — ", "VIENTIANE", "Nov 9", "PRR"),
    ("Kigali, 29 March 2018\n\n", "Kigali", "29 March 2018", None),
    ("29 March 2018\n\n", None, "29 March 2018", None),
]


def _dateline(text):
    return layout(Article(id="a", text=text)).dateline


@pytest.mark.parametrize(("prefix", "place", "date", "agency"), DATELINES)
def test_datelines_give_place_date_and_agency(prefix, place, date, agency):
    text = f"{prefix}The ministers of two states will meet on Monday.\n\nThey will sign a treaty."
    found = _dateline(text)
    assert found is not None
    assert (found.place, found.date) == (place, date)
    assert agency is None or found.agency == agency
    assert text[found.start : found.end] == prefix.strip()


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of two states will meet on Monday.",
        "BREAKING — The minister has left.",
        "U.S. — China talks begin.",
        "In Oslo, on 5 June, the parties met.",
        "On 5 June 2019, Chad recalled its envoy.",
        "Prime Minister (PM) Ana Soto said on Monday that the talks had failed.",
        "World Bank (WB) Director Ana Soto said on Monday that the loan was ready.",
        "NATO: Russia must leave, the secretary general said on Monday in Oslo.",
        "Question: What will the ministers discuss at their meeting in Oslo next week?",
        "Ana Soto: The treaty will be signed in the spring by the two states.",
        "Ana Soto – Peru's envoy to the Union – said that the talks had failed.",
        "ANA SOTO (Peru): The text was balanced.",
        "MR. SOTO: The treaty will be signed in the spring by the two states.",
        "The minister: The man who signed the treaty has gone.",
        "March 29, 2018 was the day on which the treaty was signed.",
        "May 5 (Reuters) is the day of the vote.",
        "Article 5: An attack against one is an attack against all of them.",
        "Soto: The treaty will be signed in the spring.\n\nVega: It will never be signed.\n\nSoto: We shall see.",
        "",
        "\n\n",
    ],
)
def test_sentences_are_no_datelines(text):
    assert _dateline(text) is None


@pytest.mark.parametrize(
    ("prefix", "own", "day"),
    [
        ("GENEVA (23 March 1984) - ", None, "1984-03-23"),
        ("BONN, 29.03.2018 – ", None, "2018-03-29"),
        ("Brussels, 12/03/2019 - ", None, None),
        ("Brussels, 12/03/2019 - ", "2019-03-12", "2019-03-12"),
        ("LIMA, March 3 — ", None, None),
        ("LIMA, March 3 — ", "1999-03-04", "1999-03-03"),
        ("(Vienna, 4 May 2016) ", None, "2016-05-04"),
        ("MULTAN, (APP - 19th Oct, 2021 ) : ", None, "2021-10-19"),
    ],
)
def test_a_full_date_in_the_dateline_is_the_day_of_an_article_without_one(prefix, own, day):
    article = Article(id="a", text=f"{prefix}The ministers met today.", date=own)
    found = base_date(Annotations(article=article, layout=layout(article)))
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize("text", ["A, " * 5000, "(" * 3000, "AB-" * 9000, "A.B." * 4000, "/a" * 5000, "May 1 " * 4000])
def test_hostile_lines_end(text):
    _dateline(text)


@pytest.mark.parametrize(("day", "dated"), [("2021-03-10", False), ("1998-05-08", True), (None, True)])
def test_a_line_with_a_day_long_past_is_no_dateline(day, dated):
    article = Article(id="test", text="6 May 1998\nChile left the talks.\n", date=day)
    assert (layout(article).dateline is not None) is dated
