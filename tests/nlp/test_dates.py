"""Time expressions of a text written on Wednesday, 10 March 2021, unless a row says otherwise."""

import pytest

from kg.nlp.annotations import notes

VALUES = [
    ("Soto, who telephoned her colleague, Luis Vega, on Saturday, is sending an envoy to Lima.", ["2021-03-06"]),
    ("They met on Friday the 5th and left on Monday the 8th of March.", ["2021-03-05", "2021-03-08"]),
    ("On Monday 14 people left.", ["2021-03-08"]),
    ("On Friday the 6th they left.", []),
    ("They were to have met this Saturday.", ["2021-03-13"]),
    ("The summit has been moved to 4 April, the fair to the first week of May.", ["2021-04-04", "2021-05"]),
    ("The vote was brought forward to 4 April.", ["2021-04-04"]),
    ("She ruled out a visit before the ministers have met on 11 May.", ["2021-05-11"]),
    ("They met in May 2019. Soto, who left in October, hopes for peace.", ["2019-05", "2020-10"]),
    ("They met in May 2019. Soto left in October.", ["2019-05", "2019-10"]),
    ("They toured Peru on 1 and 2 March. On the first day they met.", ["2021-03-01/2021-03-02", "2021-03-01"]),
    ("They toured Peru on 1 and 2 March. On the third day they met.", ["2021-03-01/2021-03-02", None]),
    ("They met on Monday. They had left the night before.", ["2021-03-08", "2021-03-07"]),
    ("The truce ends on Friday, and they will talk in the morning.", ["2021-03-12", "2021-03-12"]),
    ("They met on 4 February. In the last week of the month they left.", ["2021-02-04", "2021-02"]),
    ("They met in January. On the last day of the month they left.", ["2021-01", "2021-01-31"]),
    ("They left in the first week of last month.", ["2021-02"]),
    ("They signed a plan for the years 2022 to 2024.", ["2022/2024"]),
    ("In the last week of the war they left.", []),
    (
        "6 February 2020: Chad leaves.\n\n13 February: Mali joins. Peru follows on 1 March.\n\n2-3 March: They meet.",
        ["2020-02-06", "2020-02-13", "2020-03-01", "2020-03-02/2020-03-03"],
    ),
    ("They met in February 2020. They left on 13 February.", ["2020-02", "2021-02-13"]),
    ("They will meet on Friday. Hours earlier they left.", ["2021-03-12", None]),
    ("They met on Monday. Hours earlier they left.", ["2021-03-08", "2021-03-08"]),
    (
        "They met this morning. They welcomed the vote in Peru on 11 February. In the afternoon they left.",
        ["2021-03-10", "2021-02-11", "2021-03-10"],
    ),
    ("They left overnight.", ["2021-03-09/2021-03-10"]),
    ("They left in the mid-1990s.", ["1990/1999"]),
    ("They took an overnight train on Monday.", ["2021-03-08"]),
    ("They met on 3 March. On the same date the mayor left.", ["2021-03-03", "2021-03-03"]),
    ("On Friday they intend to march.", ["2021-03-12"]),
    ("They will meet before flying to Lima on Tuesday.", ["2021-03-16"]),
    ("They met before flying to Lima on Tuesday.", ["2021-03-09"]),
    ("They will meet a week from Monday.", ["2021-03-22"]),
    ("They will meet in June or July.", ["2021-06/2021-07"]),
    ("They met on 2, 3 and 4 March.", ["2021-03-02/2021-03-04"]),
    ("They met ten years ago today.", ["2011-03-10"]),
    ("They met six years ago this month.", ["2015-03"]),
    ("They met twenty years ago.", ["2001"]),
    ("They threatened it as early as February.", ["2021-02"]),
    ("They agreed at their February meeting.", ["2021-02"]),
    ("They will meet in the last quarter of the year.", ["2021"]),
    ("They talked to Soto, who leads a party, in Lima on 11 January.", ["2021-01-11"]),
    (
        "2006\nOn 27 September they met.\n\n2007\n6 August: They met again.",
        ["2006", "2006-09-27", "2007", "2007-08-06"],
    ),
    ("They met in May 2019. On the 12th President Soto left.", ["2019-05", "2019-05-12"]),
    (
        "They made a request last June under the pact that they signed in May 1996; three weeks later they left.",
        ["2020-06", "1996-05", "2020"],
    ),
    ("They met on 24 April 2018.", ["2018-04-24"]),
    ("They met on April 24, 2018.", ["2018-04-24"]),
    ("They met on Tuesday.", ["2021-03-09"]),
    ("They met on Wednesday.", ["2021-03-10"]),
    ("They will meet on Friday.", ["2021-03-12"]),
    ("They will meet next Monday.", ["2021-03-15"]),
    ("They met last Friday.", ["2021-03-05"]),
    ("They met yesterday.", ["2021-03-09"]),
    ("They will meet the day after tomorrow.", ["2021-03-12"]),
    ("They met on 5 February.", ["2021-02-05"]),
    ("They met on 5 November.", ["2020-11-05"]),
    ("They will meet on 5 November.", ["2021-11-05"]),
    ("They met in December.", ["2020-12"]),
    ("They met in late January.", ["2021-01"]),
    ("They will meet in mid-May.", ["2021-05"]),
    ("They met last autumn.", ["2020-09/2020-11"]),
    ("They will meet this summer.", ["2021-06/2021-08"]),
    ("They met last year.", ["2020"]),
    ("They met last month.", ["2021-02"]),
    ("They met last week.", ["2021-03-01/2021-03-07"]),
    ("They met two years ago.", ["2019"]),
    ("They met three days ago.", ["2021-03-07"]),
    ("They met in 1987.", ["1987"]),
    ("They met in the 1990s.", ["1990/1999"]),
    ("They met from 3 to 5 February.", ["2021-02-03/2021-02-05"]),
    ("They met on February 3-5.", ["2021-02-03/2021-02-05"]),
    ("They met between 2001 and 2014.", ["2001/2014"]),
    ("They signed it on 1 March. The next day they left.", ["2021-03-01", "2021-03-02"]),
    ("They signed it on 1 March. Two days later they left.", ["2021-03-01", "2021-03-03"]),
    ("They signed it on 1 March. They left the same night.", ["2021-03-01", "2021-03-01"]),
    ("They signed it on 1 March. They left the next morning.", ["2021-03-01", "2021-03-02"]),
    ("They signed it on 1 March. Hours later they left.", ["2021-03-01", "2021-03-01"]),
    ("They signed it on 1 March. He left within the hour.", ["2021-03-01", "2021-03-01"]),
    ("They met on 1 March, as agreed in May 2019. Later that day they left.", ["2021-03-01", "2019-05", "2021-03-01"]),
    ("It was signed on Monday, a day after the vote.", ["2021-03-08", None]),
    ("It was signed two days after the vote on Monday.", ["2021-03-10", "2021-03-08"]),
    ("They voted on 1 March. Two days after the vote they left.", ["2021-03-01", "2021-03-03"]),
    (
        "They voted on 1 March. It rained on 3 March. A day after the vote they left.",
        ["2021-03-01", "2021-03-03", "2021-03-02"],
    ),
    ("They left on 1 March. A week earlier they had met.", ["2021-03-01", "2021-02-22"]),
    (
        "They left on 1 March after it had rained on Sunday. The next day they met.",
        ["2021-03-01", "2021-03-07", "2021-03-02"],
    ),
    ("They met in May last year.", ["2020-05"]),
    ("They will meet in May next year.", ["2022-05"]),
    ("They met on 5 May of last year.", ["2020-05-05"]),
    ("They met in the spring of last year.", ["2020-03/2020-05"]),
    ("They met on Friday of last week.", ["2021-03-05"]),
    ("They met a fortnight ago.", ["2021-02"]),
    ("They met several days ago.", [None]),
    ("They met over the weekend.", ["2021-03-06/2021-03-07"]),
    ("They will meet over the weekend.", ["2021-03-13/2021-03-14"]),
    ("They will meet in three days.", ["2021-03-13"]),
    ("They met on New Year's Day.", ["2021-01-01"]),
    ("They met on Christmas Eve.", ["2020-12-24"]),
    ("They met the month before last.", ["2021-01"]),
    ("They met the Tuesday before last.", ["2021-03-02"]),
    ("They met on Monday and Tuesday.", ["2021-03-08/2021-03-09"]),
    ("They met on Monday and Wednesday.", ["2021-03-08"]),
    ("They met between Monday and Wednesday.", ["2021-03-08/2021-03-10"]),
    ("They met on the 3rd of last month.", ["2021-02-03"]),
    ("They will meet on the 23rd of this month.", ["2021-03-23"]),
    ("They will meet at year's end.", ["2021"]),
    ("The talks due in May have been called off.", ["2021-05"]),
    ("Chile postponed the meeting until May.", ["2021-05"]),
    ("Chile gave Peru until Friday to leave.", ["2021-03-12"]),
    ("Ahead of Friday's summit Chile met Peru.", ["2021-03-12"]),
    ("Chile expects Peru on Friday.", ["2021-03-12"]),
    ("Peru's president is expected in Lima on Friday.", ["2021-03-12"]),
    ("Chile's president receives Soto on Friday.", ["2021-03-12"]),
    ("The summit planned for April was called off.", ["2021-04"]),
    ("They signed it on 1 March. He had urged Chile the day before to leave.", ["2021-03-01", "2021-02-28"]),
    ("They signed it on 1 March. On the following day they left.", ["2021-03-01", "2021-03-02"]),
    ("They met in February 2012. That October they signed it.", ["2012-02", "2012-10"]),
    ("They met in October 2012. The following April they signed it.", ["2012-10", "2013-04"]),
    ("They met in February 2012 and again in October that year.", ["2012-02", "2012-10"]),
    ("They met on 1 March. In the days that followed they left.", ["2021-03-01", "2021-03"]),
    ("They met on 1 March. In the hours that followed they left.", ["2021-03-01", "2021-03-01"]),
    ("They met on Monday. Later in the day they left.", ["2021-03-08", "2021-03-08"]),
    ("The vote was on 1 March. They met the week before.", ["2021-03-01", "2021-02-22/2021-02-28"]),
    ("The vote was on 1 March. They met a few days earlier.", ["2021-03-01", None]),
    ("The vote was on 1 March. They met 48 hours later.", ["2021-03-01", "2021-03-03"]),
    ("They met on the eve of the vote on Monday.", ["2021-03-07", "2021-03-08"]),
    ("They met in February 2012. In October they signed it.", ["2012-02", "2012-10"]),
    ("Chile met Peru in 2012. In October they signed it.", ["2012", None]),
    ("Chile has been a member since May 2012. In October it left.", ["2012-05", "2020-10"]),
    ("Chile signed the treaty of May 2012. In October it left.", ["2012-05", "2020-10"]),
    ("Chile met Peru on 3 May 2012. In October it will leave.", ["2012-05-03", "2021-10"]),
    ("They will meet before noon.", ["2021-03-10"]),
    ("They met before noon.", []),
    ("He is paying a visit from 9 to 11 March.", ["2021-03-09/2021-03-11"]),
    ("The meeting held from 10 to 12 May was long.", ["2020-05-10/2020-05-12"]),
    ("They met on Monday. By nightfall they had left.", ["2021-03-08", "2021-03-08"]),
    ("Oman attends the forum on Friday.", ["2021-03-12"]),
    ("Oman sends observers to Fiji on Friday.", ["2021-03-12"]),
    ("They met on Monday. In the evening they left.", ["2021-03-08", "2021-03-08"]),
    ("They met in the evening.", []),
    ("Chile met Peru in 2012. Fiji signed it in October.", ["2012", "2020-10"]),
    # Days of the month, days counted from a beginning, and spans from a day told.
    ("They met in May 2014. On the 5th they left.", ["2014-05", "2014-05-05"]),
    ("They met in May 2014. It lies on the 38th parallel.", ["2014-05"]),
    ("The strike began on Monday. On the third day they left.", ["2021-03-08", "2021-03-10"]),
    ("They met on Monday. On the third day they left.", ["2021-03-08", None]),
    ("They left on 1 March. Within a week they were back.", ["2021-03-01", "2021-03"]),
    ("They left on 29 January. Within a week they were back.", ["2021-01-29", "2021"]),
    ("They left on 1 March. They will be back within a week.", ["2021-03-01"]),
    ("They left on 1 March. Two days afterwards they were back.", ["2021-03-01", "2021-03-03"]),
    ("They left in May 1983. A week later they were back.", ["1983-05", "1983"]),
    ("In June 1987 Chile left. By the end of the month it was back.", ["1987-06", "1987-06"]),
    ("Chile left in June 1987. It will be back by the end of the month.", ["1987-06", "2021-03"]),
    ("In June 1987 Chile left. In October it was back.", ["1987-06", "1987-10"]),
    # A chronology tells in the present what was.
    (
        "6 May 1998\nChile sends troops, who arrive in June.\n\n7 May 1999\nThey go.",
        ["1998-05-06", "1998-06", "1999-05-07"],
    ),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_an_expression_is_reckoned_from_the_articles_day(analysed, text, values):
    assert [date.value for date in notes(analysed(text)).dates] == values


def test_without_a_day_of_its_own_only_what_is_complete_has_a_value(analysed):
    found = notes(analysed("They met on Tuesday, after talks on 24 April 2018.", None)).dates
    assert [date.value for date in found] == [None, "2018-04-24"]


def test_the_dateline_is_reckoned_from_if_it_is_near(analysed):
    text = "OSLO, March 8 (Fjord) -- Norway and Chile signed a treaty on Sunday."
    assert [date.value for date in notes(analysed(text)).dates] == ["2021-03-07"]


NONE = [
    "They may march again.",
    "The March 23 Movement took Goma.",
    "He paid 2000 dollars.",
    "Some 1,900 people fled.",
    "The second meeting was short.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_time_is_none(analysed, text):
    assert not [date for date in notes(analysed(text)).dates if date.value]


ENTRIES = [
    (
        "May 1998\nChile left.\nPeru left.\n\nJune 1998\nFiji left.",
        [("1998-05", "Chile", "Peru left"), ("1998-06", "Fiji", "left")],
    ),
    ("1998: Chile left. Peru left.\n1999: Fiji left.", [("1998", ": Chile", "Peru left"), ("1999", ": Fiji", "left")]),
    (
        "May 1998\n\nChile left.\n\nFiji stayed.\n\nMay 1999\n\nPeru left.",
        [("1998-05", "Chile", "Chile left"), ("1999-05", "Peru", "Peru left")],
    ),
    (
        "6 May 1998. Chile left.\n\n7 May 1998. Peru left.",
        [("1998-05-06", ". Chile", "left"), ("1998-05-07", ". Peru", "left")],
    ),
    (
        "Monday: Chile left.\n\nTuesday: Peru left.",
        [("2021-03-08", ": Chile", "left"), ("2021-03-09", ": Peru", "left")],
    ),
    (
        "Friday, 5 March: Chile left.\n\nMonday: Peru stays.",
        [("2021-03-05", ": Chile", "left"), ("2021-03-08", ": Peru", "stays")],
    ),
    (
        "2 January - Chile left the talks.\n\n5 January - Peru left them.",
        [("2021-01-02", "- Chile", "talks"), ("2021-01-05", "- Peru", "them")],
    ),
    (
        "7 March - Chile left the talks.\n\n8 March - Peru left them.",
        [("2021-03-07", "- Chile", "talks"), ("2021-03-08", "- Peru", "them")],
    ),
    ("5 March 2021\n\nChile left.", []),
    ("In May 1998 Chile left.", []),
]


@pytest.mark.parametrize(("text", "entries"), ENTRIES)
def test_dates_head_the_entries_of_a_chronology(analysed, text, entries):
    doc = analysed(text)
    found = [(e.value, doc[e.start : e.end].text.strip()) for e in notes(doc).entries]
    assert [value for value, _ in found] == [value for value, _, _ in entries]
    for (_, words), (_, first, last) in zip(found, entries, strict=True):
        assert words.startswith(first)
        assert words.rstrip(".").endswith(last)
