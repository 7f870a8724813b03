"""When what is told happens: clefts, clauses of time, decisions, and the day of the news."""

import pytest

DATED = [
    ("China and the ten members of ASEAN on Monday agreed on rules for ships.", "agrees", "2021-03-08"),
    (
        "Ana Soto and Luis Vega agreed to meet in Rome in May, when the five heads of state hold their annual "
        "consultation. The previous day she had received Lena Holt.",
        "attends",
        "2021-05",
    ),
    ("Chad and Mali signed a pact on fish and will open talks on trade in June.", "agrees", None),
    ("Luis Vega of Peru, who arrived in Rome on Friday, met Ana Soto of Chad.", "consults", "2021-03-05"),
    ("Luis Vega of Peru, who arrived in Rome on Friday, condemned Chad.", "criticizes", None),
    (
        "The tenth meeting of the Heads of Government of Togo, Mali and Chad was held in Lome from 3 to 6 March 2021."
        "\n\nFish\n\nHeads of Government condemned the theft of fish by Peru.",
        "criticizes",
        "2021-03-03/2021-03-06",
    ),
    (
        "The tenth meeting of the Heads of Government of Togo, Mali and Chad was held in Lome from 3 to 6 March 2021."
        "\n\nFish\n\nA Paris daily condemned the theft of fish by Peru.",
        "criticizes",
        None,
    ),
    (
        "The talks came close to an end on Monday when Ana Soto of Chad and Luis Vega of Mali left. They blamed Peru.",
        "criticizes",
        "2021-03-08",
    ),
    (
        "The court believes that Chad ordered the murder of Luis Vega, who was shot in Rome on 3 March.",
        "assaults",
        "2021-03-03",
    ),
    ("NATO leaders agreed on Monday to extend the sanctions against Chad.", "sanctions", "2021-03-08"),
    (
        "The presidents of Chad and Peru held talks on Monday. In the presence of the two leaders the envoys of "
        "Mali and Togo signed a pact on fish.",
        "agrees",
        "2021-03-08",
    ),
    ("Not until Sunday did Chad condemn the raid on Mali.", "criticizes", "2021-03-07"),
    ("Last May ministers of Chad and Mali signed an accord on fish at their summit in Rome.", "agrees", "2020-05"),
    (
        "Last May ministers of Chad and Mali signed an accord on fish at their summit in Rome.",
        "takesPlaceIn",
        "2020-05",
    ),
    ("Chad signed the ceasefire of 5 January along with Mali.", "agrees", "2021-01-05"),
    ("Chad condemned the ceasefire of 5 January.", "criticizes", None),
    ("Peru is invited to a summit on fish in Rome on 7 May.", "takesPlaceIn", "2021-05-07"),
    ("On Monday Peru was invited to a summit on fish in Rome.", "takesPlaceIn", None),
    (
        "Chad will ask Mali for more fish in Rome at the end of the month; in January it got none.",
        "requests",
        "2021-03",
    ),
    ("Chad told Mali on Monday that it accepted the plan.", "agrees", "2021-03-08"),
    ("The embargo was imposed in July 1996, days after Ana Soto of Chad had attacked Mali.", "assaults", "1996-07"),
    ("Chad signed a treaty in August 1985, a month after troops of Mali had attacked Niger.", "assaults", "1985-07"),
    ("Chad signed a treaty in August 1985, weeks after troops of Mali had attacked Niger.", "assaults", None),
    (
        "Ana Soto hopes to bring Chad and Mali together on the eve of a NATO summit that opens on 7 May.",
        "organizes",
        "2021-05-07",
    ),
    (
        "The nurses owe their freedom to a raid by Chad on a camp in Mali on 3 March, which Niger backed.",
        "assaults",
        "2021-03-03",
    ),
    ("Ana Soto of Chad spent Monday in Rome, where she met Luis Vega of Peru.", "consults", "2021-03-08"),
    (
        "ROME, March 10 (Wire) - Chad left on Monday, but Mali held back its word on Tuesday and Niger attacked Togo.",
        "assaults",
        "2021-03-09",
    ),
    (
        "Ana Soto of Chad received Luis Vega of Peru in Rome on Monday. They spoke of a fair to be held in May. Ana "
        "Soto had called off a journey in June. At the end of the meeting Chad and Peru signed a note on fish.",
        "agrees",
        "2021-03-08",
    ),
    (
        "Talks on fish were held in Oslo on Monday. On the margins Ana Soto of Chad met Luis Vega of Peru.",
        "consults",
        "2021-03-08",
    ),
    (
        "ROME, 10 March 2021 – Chad opened a school.\n\nChad denies a report carried on Monday by a daily of Togo.",
        "rejects",
        "2021-03-10",
    ),
    (
        "Monday 8\n\nChad accuses Mali of theft and recalls the raid of 4 January.\n\nTuesday 9\n\nTogo joins NATO.",
        "criticizes",
        "2021-03-08",
    ),
    (
        "Ana Soto of Chad met Luis Vega of Peru on Monday. She also held separate meetings with Lena Holt of Fiji and "
        "Bo Tang of Togo.",
        "consults",
        "2021-03-08",
    ),
    (
        "Chad left the talks on Monday.\n\nOn Friday the Security Council praised the vote, and Ana Soto of Chad "
        "telephoned Luis Vega of Peru.",
        "consults",
        "2021-03-05",
    ),
    ("The Security Council met on Monday. Chad vetoed a draft resolution.", "rejects", "2021-03-08"),
    ("The Security Council met on Monday. Chad has vetoed a draft resolution.", "rejects", None),
    ("Ana Soto had told the Security Council on Monday of a plan. Chad vetoed a draft resolution.", "rejects", None),
    ("President Ana Soto of Oman, who on Monday visited Togo, accused Peru of theft.", "criticizes", "2021-03-08"),
    ("President Ana Soto of Oman, who last week visited Togo, accused Peru of theft.", "criticizes", None),
    (
        "Ana Soto concluded a three-day visit to Chad yesterday. On Sunday she opened a school. At the end of the "
        "visit she and Luis Vega of Chad signed a convention on fish.",
        "agrees",
        "2021-03-09",
    ),
    (
        "Ana Soto toured Chad from 1 to 3 March. On the 2nd she opened a school. At the beginning of her tour she and "
        "Luis Vega of Chad signed a convention on fish.",
        "agrees",
        "2021-03-01",
    ),
    (
        "Ana Soto left a declaration signed in Lome on 5 January, by which Chad and Mali recognized Niger.",
        "supports",
        "2021-01-05",
    ),
    ("On Friday a pact was signed under which Chad recognized Niger.", "supports", "2021-03-05"),
    ("On Friday a pact was signed under which Chad will recognize Niger.", "supports", None),
    (
        "Rebels freed ten nurses on Friday. The release came a day after the Security Council had adopted a pact.",
        "agrees",
        "2021-03-04",
    ),
    (
        "Chad, Mali ministers sign fish accord\n\nGENEVA, March 10 - The foreign ministers of Chad and Mali signed an "
        "accord on fish on Tuesday.",
        "agrees",
        "2021-03-09",
    ),
    (
        "Chad, Mali ministers reject fish accord\n\nGENEVA, March 10 - The foreign ministers of Chad and Mali signed "
        "an accord on trade on Tuesday.",
        "rejects",
        None,
    ),
    (
        "Ana Soto discussed the agenda of the summit of the African Union in Lome, which is to take place on 20 March.",
        "takesPlaceIn",
        "2021-03-20",
    ),
    (
        "Chad's envoy will speak at a workshop on piracy which the African Union is holding on 18 and 19 March.",
        "organizes",
        "2021-03-18/2021-03-19",
    ),
    (
        "Ana Soto of Peru will attend a summit of the African Union in Mali, which held a vote on Friday.",
        "attends",
        None,
    ),
    ("Ana Soto was in Lima on Friday for a conference convened by the African Union.", "organizes", "2021-03-05"),
    ("Ana Soto was in Lima for a conference convened by the African Union.", "organizes", None),
    (
        "Ana Soto of Peru met Luis Vega of Chile this morning. Soto welcomed the outcome of the vote in Mali on 11 "
        "February.",
        "supports",
        "2021-03-10",
    ),
    ("Ana Soto of Peru welcomed the outcome of the vote in Mali on 11 February.", "supports", None),
    ("Ana Soto of Peru welcomed the outcome of the vote in Mali on Monday.", "supports", "2021-03-08"),
    # Until when something is prolonged is not when that is done.
    ("Chad will extend the mandate of the mission until December 2025.", "supports", None),
    ("The Security Council is to renew sanctions on Mali until 31 August 2022.", "sanctions", None),
    ("Ana Soto backed the proposal of Peru to extend the mandate of the team until May 2022.", "supports", None),
    ("Chad will extend the mandate of the mission on Friday.", "supports", "2021-03-12"),
    ("The envoys of Chad and Mali will hold talks in Lima until Friday.", "consults", "2021-03-12"),
    # What is felt about has a day of its own.
    ("Ana Soto of Peru thanked Mali for the rescue of the crew on 8 February.", "supports", None),
    ("Ana Soto of Peru congratulated Mali on its election to the Security Council on February 8.", "supports", None),
    ("Ana Soto of Peru congratulated Mali on its accession to the convention on 8 February.", "supports", None),
    ("Ana Soto of Peru expressed concern at the damage to the cable on 8 February.", "criticizes", None),
    ("Ana Soto of Peru voiced alarm over the cancellation of the mission on 8 February.", "criticizes", None),
    ("Ana Soto of Peru welcomed the return of the crew by a ship on 8 February.", "supports", None),
    ("Ana Soto of Peru congratulated Mali on 8 February.", "supports", "2021-02-08"),
    ("Ana Soto of Peru thanked Mali on 8 February for the rescue of the crew.", "supports", "2021-02-08"),
    ("Ana Soto of Peru expressed concern at the damage at a meeting on 8 February.", "criticizes", "2021-02-08"),
    ("Ana Soto of Peru expressed concern over the damage to the cable on Friday.", "criticizes", "2021-03-05"),
    (
        "During a visit that began on Sunday, Ana Soto of Chad met Luis Vega of Peru.",
        "consults",
        "2021-03-07/2021-03-10",
    ),
    ("We condemn the attack in Basra, which claimed ten lives on 1 February.", "takesPlaceIn", "2021-02-01"),
    ("Peru condemned the bombing in Basra that killed ten people on Friday.", "takesPlaceIn", "2021-03-05"),
    (
        "A meeting of Chad and Mali in Lome which had been arranged for Tuesday was called off.",
        "takesPlaceIn",
        "2021-03-09",
    ),
    ("Ana Soto will be the first foreign minister of Chad to visit Peru since 1998.", "consults", None),
    ("On Friday Chad and Mali signed an agreement to end the fighting.", "addresses", "2021-03-05"),
    ("On Friday Chad and Mali rejected an agreement to end the fighting.", "addresses", None),
    (
        "Chad and Mali agreed on a truce in Lome on Monday. The text was signed shortly before midnight by Ana Soto "
        "of Peru and Luis Vega of Chile.",
        "agrees",
        "2021-03-08",
    ),
    (
        "20 March: The ministers of the African Union meet in Lome. They are expected to talk.",
        "organizes",
        "2021-03-20",
    ),
    ("Friday: The ministers of the African Union meet in Lome. They are expected to talk.", "organizes", "2021-03-12"),
    ("Friday: Ana Soto of Chad arrives in Lome. She will meet Luis Vega of Peru.", "consults", "2021-03-12"),
    ("Friday: Ana Soto of Chad left Lome. She will meet Luis Vega of Peru.", "consults", None),
    ("Ana Soto of Chad left Lima on Monday, two days after talks with Luis Vega of Peru.", "consults", "2021-03-06"),
    ("Chad recalled its envoy on 5 March, the day after the bombing of Mali by Niger.", "assaults", "2021-03-04"),
    ("Chad recalled its envoy on 5 March, hours after an attack by Mali on Niger.", "assaults", "2021-03-05"),
    ("Chad recalled its envoy on 5 March after an attack by Mali on Niger.", "assaults", None),
    ("Chad ignored a demand by Peru, made in January 2019, that it withdraw.", "requests", "2019-01"),
    (
        "Chad recalled its envoy on 5 March and lodged a protest, a day after Peru had shelled Mali.",
        "assaults",
        "2021-03-04",
    ),
    ("17 May 1998: Chad leaves the talks, a day after Mali condemned Niger.", "criticizes", "1998-05-16"),
    ("1998: Chad leaves the talks, accusing Mali of lying.", "criticizes", "1998"),
    (
        "They announced it after a summit of the African Union that closed in Lome on Friday evening.",
        "takesPlaceIn",
        "2021-03-05",
    ),
    ("On Tuesday, a day after Chad attacked Mali, Niger recalled its envoy.", "assaults", "2021-03-08"),
    ("A day after Chad attacked Mali, Niger recalled its envoy.", "assaults", None),
    ("Lima is preparing a summit of the African Union in May.", "organizes", "2021-05"),
    ("Preparations are under way for a summit of the African Union in May.", "organizes", "2021-05"),
    ("Chad has invited Mali to a summit in May.", "requests", None),
    ("Chad's March 3 attack on Mali killed nine.", "assaults", "2021-03-03"),
    ("Niger condemned Monday's attack on Gao.", "takesPlaceIn", "2021-03-08"),
    ("Niger condemned last month's attack on Gao.", "takesPlaceIn", "2021-02"),
    ("Niger condemned the 3 March attack on Gao.", "criticizes", None),
    ("Niger's air strike on Gao killed nine soldiers on Monday.", "assaults", "2021-03-08"),
    ("The attack, launched by Niger on Monday, killed nine soldiers.", "assaults", "2021-03-08"),
    ("Niger's attack on Gao was condemned on Monday.", "assaults", None),
    (
        "Ana Soto of Chad has cancelled her visit to Mali, scheduled for Friday, after Mali had arrested an envoy.",
        "consults",
        "2021-03-12",
    ),
    ("On 3 March, the day that Chad bombed Mali, Niger recalled its envoy.", "assaults", "2021-03-03"),
    ("On the day that Chad bombed Mali, Niger recalled its envoy.", "assaults", None),
    (
        "Ana Soto of Chad met Luis Vega of Peru on Monday. She invited him to the Lome Forum. After the talks the two "
        "signed a treaty.",
        "agrees",
        "2021-03-08",
    ),
    (
        "Ana Soto of Chad met Luis Vega of Peru on Monday. She will host a summit of the African Union in May. After "
        "the talks the two signed a treaty.",
        "agrees",
        "2021-03-08",
    ),
    (
        "Chad suspended the talks that it has been holding with Mali since 2005, accusing Niger of lying.",
        "criticizes",
        None,
    ),
    ("Chad would host talks between Mali and Niger again, as it did in 2013.", "consults", None),
    ("Peru urged Chad on Monday not to sign the treaty with Mali.", "agrees", None),
    ("Chad hosted the 2019 summit of the African Union.", "hosts", "2019"),
    ("Before 2019 Chad aided Mali with arms.", "aids", None),
    ("Chad suspended the envoy of Mali until Friday.", "sanctions", None),
    ("Earlier on Monday Chad expelled the Malian envoy.", "coerces", "2021-03-08"),
    ("Chad will expel the Malian envoy this Friday.", "coerces", "2021-03-12"),
    ("Peru deplored the bombing of Mali by Chad, which began on Friday.", "assaults", "2021-03-05"),
    (
        "Chad praised the truce, signed on 3 March, as a success at a forum in Lome on 5 March.",
        "supports",
        "2021-03-05",
    ),
    ("Peru condemned the destruction of Bamako by Chad in August 2015.", "criticizes", None),
    ("Peru welcomed the withdrawal of Chad from Mali last month.", "retreats", "2021-02"),
    ("Chad said on Monday that it rejected a plan which Peru had tabled on 3 March.", "rejects", "2021-03-08"),
    ("Chad said on Monday that it supported Mali in 2019.", "supports", "2019"),
    ("Chad said on Monday that it would not meet the envoy of Mali on Friday.", "rejects", "2021-03-08"),
    ("Chad decided on Monday to send troops to Mali in June.", "mobilizes", "2021-06"),
    ("Chad promised on Monday to send troops to Mali.", "mobilizes", None),
    ("Chad refused on Monday to send troops to Mali.", "mobilizes", "2021-03-08"),
    (
        "The raid, which Peru had announced on 3 March, came up at the talks. Ana Soto of Chad met Luis Vega of Peru "
        "two days after the talks.",
        "consults",
        None,
    ),
    ("Chad and Mali will sign a treaty in two weeks' time.", "agrees", "2021-03"),
    ("Chad imposed sanctions on Mali as of 1 March.", "sanctions", "2021-03-01"),
    ("As early as February, Chad had threatened Mali.", "threatens", "2021-02"),
    ("At their February meeting in Lima, Chad and Mali agreed to a ceasefire.", "agrees", "2021-02"),
    ("Last month, on the 14th, Chad condemned Mali.", "criticizes", "2021-02-14"),
    ("Niger acceded to the 1995 Convention on Mali early last year.", "agrees", "2020"),
    (
        "Ana Soto of Chad talked to Luis Vega, who leads a party in Mali, in Lima on 11 January.",
        "consults",
        "2021-01-11",
    ),
    ("Niger condemned the raid of 3 March in which Chad shelled Mali.", "assaults", "2021-03-03"),
    (
        "They fly home on Monday. The release came a day after the Council of Chad had condemned Mali.",
        "criticizes",
        None,
    ),
    ("In May 2019 Peru met Chile. On the 12th President Ana Soto of Peru condemned Cuba.", "criticizes", "2019-05-12"),
    (
        "Chad and Mali signed a treaty on Monday. It has ten articles. The ceremony was attended by Ana Soto of Peru.",
        "attends",
        "2021-03-08",
    ),
    (
        "Ana Soto of Chad visited Mali from 1 to 2 March. They praised the committee, which had met on "
        "1 February. At the close of the meeting Chad and Niger signed a treaty.",
        "agrees",
        "2021-03-01/2021-03-02",
    ),
    ("Chad announced on 5 March that it was imposing sanctions on Mali.", "sanctions", "2021-03-05"),
    ("Chad signed the treaty in mid-January. On the same day it bombed Mali.", "assaults", "2021-01"),
    ("Chad bombed Mali yesterday evening.", "assaults", "2021-03-09"),
    ("Chad bombed Mali in the second half of January.", "assaults", "2021-01"),
    ("Chad bombed Mali in the first week of January.", "assaults", "2021-01"),
    ("Chad bombed Mali on the morning of the 4th of April 1999.", "assaults", "1999-04-04"),
    ("In the small hours of 5 March, Chad bombed Mali.", "assaults", "2021-03-05"),
    ("On 5 March Chad condemned the raid and Mali recalled its envoy from Niger.", "sanctions", "2021-03-05"),
    ("In early February Chad condemned the raid; Mali recalled its envoy from Niger.", "sanctions", "2021-02"),
    ("Chad condemned the raid on 5 March; Mali recalled its envoy from Niger.", "sanctions", None),
    ("At their first meeting since 2019, Kenya and Uganda agreed to open the border.", "agrees", None),
    ("Amid criticism from Chad, Mali on 5 March ratified the treaty.", "criticizes", "2021-03-05"),
    ("Egypt sent arms to Somalia on 5 March, and is ready to send troops to Chad.", "mobilizes", None),
    ("It was on March 2 that Norway announced its decision to expel two Chadian diplomats.", "coerces", "2021-03-02"),
    ("Kenya signed the treaty when it met Uganda on 3 February.", "agrees", "2021-02-03"),
    ("On 1 March Peru met Chile. The same day it met Brazil.", "consults", "2021-03-01"),
    ("LIMA, March 10 (Andina) -- Chile has condemned Peru.", "criticizes", "2021-03"),
    ("LIMA, March 10 (Andina) -- Chile is expelling Peru's envoy.", "coerces", "2021-03-10"),
    ("LIMA, March 10 (Andina) -- Chile condemned Peru, its minister said.", "criticizes", "2021-03"),
    ("LIMA, March 3 (Andina) -- Chile condemned Peru.", "criticizes", None),
    ("LIMA, March 10 (Andina) -- Chile, which had condemned Peru, left the talks.", "criticizes", None),
    ("Chile has condemned Peru.", "criticizes", None),
    ("Chile condemned Peru on Monday, a day after Peru had attacked Bolivia.", "assaults", "2021-03-07"),
    ("Chile condemned Peru on Monday, hours after Peru had attacked Bolivia.", "assaults", "2021-03-08"),
    ("Chile condemned Peru on Monday because Peru had attacked Bolivia.", "assaults", None),
    ("Chile on Monday condemned Peru.", "criticizes", "2021-03-08"),
    ("The Foreign Office on Monday condemned Peru.", "criticizes", "2021-03-08"),
    ("Chile rejects the plan, its minister said on Monday.", "rejects", "2021-03-08"),
    ("Ana Soto arrived on Monday. She met Luis Vega.", "consults", "2021-03-08"),
    ("Ana Soto arrived on Monday. Chile has a long coast. Luis Vega met Lena Holt.", "consults", None),
    # What stands apart from its verb, and what goes on.
    ("Chile condemned the raid, which killed nine people, on Sunday.", "criticizes", "2021-03-07"),
    ("Chile condemned the raid in a statement issued on Sunday.", "criticizes", "2021-03-07"),
    ("In August 1990 Chile invaded Peru; it left in 1991.", "assaults", "1990-08"),
    ('"We reject the plan," Ana Soto of Chile said on Monday.', "rejects", "2021-03-08"),
    ("Chile's pullout from Peru in May 2019 was condemned by Mali.", "criticizes", None),
    ("Norway expelled three Chilean envoys on 1 March. It accused Chile of theft.", "criticizes", "2021-03-01"),
    ("Norway expelled three Chilean envoys on 1 March. It has accused Chile of theft.", "criticizes", None),
    ("Norway expelled three Chilean envoys on 1 March. In 2019 it had accused Chile of theft.", "criticizes", "2019"),
    ("Chile condemned the attack in Lima. The attack was carried out on Sunday.", "takesPlaceIn", "2021-03-07"),
    # The scene, what stands aside, and what belongs to another part of the sentence.
    ("At a meeting held on Tuesday, Ana Soto accused Peru of theft.", "criticizes", "2021-03-09"),
    ("At the Council, which met on Friday, Ana Soto of Oman accused Peru of theft.", "criticizes", "2021-03-05"),
    ("At Monday's summit in Lima, Chile condemned the coup.", "criticizes", "2021-03-08"),
    ("Speaking in Lima on Tuesday, Ana Soto of Chile condemned the coup.", "criticizes", "2021-03-09"),
    ("In a speech to parliament on Tuesday, Ana Soto of Chile condemned the coup.", "criticizes", "2021-03-09"),
    ("In a call on Sunday evening, Ana Soto of Chile urged Luis Vega of Peru to sign.", "requests", "2021-03-07"),
    ("Norway praised the treaty signed by Chile and Peru in May.", "supports", None),
    ("Norway praised the treaty signed by Chile and Peru in May.", "agrees", "2020-05"),
    ("Chile praised the pact; Norway and Peru drew it up in Oslo, its capital, in May.", "supports", None),
    ("Chile accused Peru on Monday of attacking Bolivia.", "assaults", None),
    ("While Norway praised the truce on Tuesday, Chile condemned it.", "criticizes", None),
    ("Early on Friday Chilean troops attacked Lima.", "assaults", "2021-03-05"),
    ("Chile, a member of NATO since 2004, condemned Peru.", "criticizes", None),
    ("Ana Soto of Chile, who will visit Peru on Friday, condemned the coup.", "criticizes", None),
    ("Chile and Peru, which went to war in 1995, signed a treaty on Monday.", "agrees", "2021-03-08"),
    ("Ana Soto, minister of Chile until last May, met Luis Vega on Monday.", "consults", "2021-03-08"),
    ("Chile signed a treaty in May 2019, a year after it attacked Bolivia on a Sunday.", "agrees", "2019-05"),
    ("Chile left on 5 May 2019, two months after it attacked Bolivia.", "assaults", "2019-03"),
    ("Norway prolonged its sanctions against Chile in May.", "sanctions", "2020-05"),
    ("If Chile attacks Peru on Friday, Norway will leave.", "assaults", "2021-03-12"),
    # What was told before.
    (
        "Ana Soto accused Peru of theft on Friday. Oman had urged Peru the day before to leave.",
        "requests",
        "2021-03-04",
    ),
    ("Chile and Peru met on Tuesday. At the talks Chile condemned the coup.", "criticizes", "2021-03-09"),
    ("Chile and Peru met on Tuesday. The coup was condemned by Chile.", "criticizes", "2021-03-09"),
    ("Chile and Peru met on Tuesday. Norway condemned the coup.", "criticizes", None),
    ("Chile left on Tuesday. It condemned the coup, which began in 2019.", "criticizes", "2021-03-09"),
    ("Chile on Monday summoned Peru's envoy over the firing on Lima on Saturday.", "consults", "2021-03-08"),
    ("EU ministers, who met on Monday, condemned the coup.", "criticizes", "2021-03-08"),
    ("Chile and Peru met on Tuesday. At the same talks Norway condemned the coup.", "criticizes", "2021-03-09"),
    # Entries of a chronology, and dates at the edge of a subject.
    ("17 May: Chile meets Peru in Oslo.", "consults", "2020-05-17"),
    ("March 2012 – Chile signs a treaty with Peru.", "agrees", "2012-03"),
    ("May 3, 2015: Norway meets Oman.\n\nJune 5: Chile attacks Peru.", "assaults", "2015-06-05"),
    ("Peru's invasion of Mali on 24 February 2020 was condemned by Chile the next day.", "criticizes", "2020-02-25"),
    ("Peru's invasion of Mali on 24 February 2020 was condemned by Chile the next day.", "assaults", "2020-02-24"),
    ("The coup was condemned by the Council, meeting in Lima on Saturday.", "criticizes", "2021-03-06"),
    ("Chile welcomed Norway's February 10 decision to leave.", "supports", None),
    ("Chile praised Monday's raid, in which Mali attacked Peru.", "assaults", "2021-03-08"),
    ("Chile and Peru have agreed to hold talks in Oslo beginning on March 28.", "consults", "2021-03-28"),
    (
        "Chile and Peru made peace on Friday. The accord was signed in Oslo by Ana Soto and Luis Vega.",
        "agrees",
        "2021-03-05",
    ),
    ("Ana Soto received Luis Vega on Tuesday. Vega thanked Oman. He backed the truce.", "supports", "2021-03-09"),
    ("Chile condemned Monday's raid.", "criticizes", None),
    ("Oman told a forum on Monday that it would sign the pact.", "agrees", None),
    ("The first meeting between Ana Soto of Oman and Luis Vega of Peru is on Friday.", "consults", "2021-03-12"),
    ("A meeting between Ana Soto of Oman and Luis Vega of Peru is expected on Friday.", "consults", "2021-03-12"),
    ("Chile met Peru on Monday. It condemned the raid of 3 March.", "criticizes", "2021-03-08"),
    ("Chile condemned the raid on Lima of 3 March.", "criticizes", None),
    (
        "Chile and Peru made peace on Friday. Ana Soto signed the pact in Oslo, where both met in May.",
        "agrees",
        "2021-03-05",
    ),
    (
        "Chile and Peru made peace on Friday. Ana Soto and Luis Vega announced the pact at a forum.",
        "agrees",
        "2021-03-05",
    ),
    ("Chile is to conclude a treaty by the middle of December.", "agrees", "2021-12"),
    ("Ana Soto landed in Lima on Monday. Luis Vega met her at the airport.", "consults", "2021-03-08"),
    ("Ana Soto resigned on Monday. Luis Vega met Lena Holt.", "consults", None),
    # What goes on in a story, however exactly its time is told.
    ("In May 2014 Ana Soto of Oman met Luis Vega of Peru. They condemned the coup.", "criticizes", "2014-05"),
    ("In 2014 Ana Soto of Oman met Luis Vega of Peru. She condemned the coup.", "criticizes", "2014"),
    ("In 2014 Ana Soto became minister of Oman. She condemned the coup.", "criticizes", None),
    ("In May 2014 Chile left. Norway condemned the coup.", "criticizes", None),
    ("In May 2014 Chile left.\n\nIt condemned the coup.", "criticizes", None),
    (
        "When Chile and Peru made peace on Friday, a war ended. The two sides condemned the coup.",
        "criticizes",
        "2021-03-05",
    ),
    ("Chile left on Monday. It lies in the south. It condemned the coup.", "criticizes", "2021-03-08"),
    ("Chile left on Monday. It had come in 1998. It condemned the coup.", "criticizes", "2021-03-08"),
    ("Chile left on Monday. It condemned the coup on three occasions.", "criticizes", None),
    ("Chile met Peru on Monday. It praised the truce and condemned the coup.", "criticizes", "2021-03-08"),
    ("Chile met Peru on Monday. After the talks they condemned the coup.", "criticizes", "2021-03-08"),
    ("Chile met Peru on Monday. After the war they condemned the coup.", "criticizes", None),
    ("At a meeting of the Council on Friday, Oman backed Fiji. Chile condemned the coup.", "criticizes", "2021-03-05"),
    ("Ana Soto of Oman said on Tuesday that Oman condemned the coup.", "criticizes", "2021-03-09"),
    ("Ana Soto of Oman said on Tuesday that Oman attacked Peru.", "assaults", None),
    ("Last Thursday Chile attacked Peru.", "assaults", "2021-03-04"),
    ("Chile and Peru signed a truce on 2 March. Lena Holt of Fiji attended the ceremony.", "attends", "2021-03-02"),
    ("Ana Soto signed the pact on Friday. She had first met Luis Vega.", "consults", "2021-03-05"),
    ("Ana Soto signed the pact on Friday. She had often met Luis Vega.", "consults", None),
    (
        "The heads of the banks of Oman, Ana Soto and Luis Vega, left on Monday. Soto met Lena Holt.",
        "consults",
        "2021-03-08",
    ),
    ("Chile and Peru agreed a truce at the weekend. Ana Soto signed the truce.", "agrees", "2021-03-06/2021-03-07"),
    ("At the time of the coup in 1991, Chile attacked Peru.", "assaults", "1991"),
    ("Chile attacked Peru in 1983. Two years on, it expelled Peru's envoy.", "coerces", "1985"),
    # Those who are at a meeting of many, and those who are not.
    (
        "Friday's summit in Lima was attended by Ana Soto. Luis Vega chaired it. Chile condemned the coup.",
        "criticizes",
        "2021-03-05",
    ),
    ("Friday's talks between Chile and Peru went on. Norway condemned the coup.", "criticizes", None),
    ("Friday's summit in Lima was attended by Ana Soto.\n\nNorway condemned the coup.", "criticizes", None),
    ("The conference opened in Lima in May. Norway condemned the coup.", "criticizes", None),
    # What somebody is to do goes on with what else he is to do.
    ("Ana Soto of Oman will visit Peru on Friday. She will meet Luis Vega.", "consults", "2021-03-12"),
    ("Ana Soto of Oman is to leave on Friday. She is expected to meet Luis Vega.", "consults", "2021-03-12"),
    ("Ana Soto of Oman is to leave on Friday. She will then meet Luis Vega.", "consults", None),
    ("Ana Soto of Oman is to leave on Friday. Luis Vega will meet Lena Holt.", "consults", None),
    # Entries of a chronology.
    (
        "1 May 1998\nChile attacks Peru.\nNorway condemns the raid.\n\n9 May 1998\nPeru leaves.",
        "criticizes",
        "1998-05-01",
    ),
    (
        "1 May 1998\nChile leaves. Two days later Peru leaves. Norway condemns the coup.\n\n9 May 1998\nPeru leaves.",
        "criticizes",
        "1998-05-03",
    ),
    ("On Friday Foreign Minister Lena Holt leaves for Lima.", "consults", "2021-03-12"),
    ("The court adjourned; on Monday Chad expelled Mali's envoy.", "coerces", "2021-03-08"),
    ("Chad fell silent on Monday, when Mali rejected the treaty.", "rejects", "2021-03-08"),
    ("Ana Soto of Oman ended a three-day visit to Peru on Friday.", "consults", "2021-03-03/2021-03-05"),
    ("Ana Soto of Oman, who chaired a session on Monday, condemned the coup.", "criticizes", "2021-03-08"),
    ("Chad and Mali are to sign a treaty before the year is out.", "agrees", "2021"),
    ("Chad was to sign a treaty in April.", "agrees", "2021-04"),
    ("Chad was to sign a treaty in February.", "agrees", "2021-02"),
    ("Chad condemned the raid a week ago.", "criticizes", "2021-03-03"),
    ("Oman's envoy Ana Soto is due in Lima on 23 April.", "consults", "2021-04-23"),
    ("A joint patrol by Chad and Mali due to begin on Sunday is off.", "cooperates", "2021-03-14"),
    ("Ana Soto's visit to Peru, due this month, has been put off until May.", "consults", "2021-05"),
    ("Chad welcomes the vote, due next Tuesday.", "supports", None),
    ("The Council adopted a resolution on Monday. Panama voted against it.", "rejects", "2021-03-08"),
    (
        "Ana Soto of Chile met Luis Vega of Peru in Oslo on Monday. Lena Holt of Fiji had before that received him.",
        "consults",
        "2021-03-08",
    ),
    (
        "May 2020\nPeru left.\n\n9 June 2020\nNorway condemns the coup, though Peru left a day earlier.",
        "criticizes",
        "2020-06-09",
    ),
    ("1998: Chile leaves. Norway had condemned the coup.\n1999: Peru leaves.", "criticizes", None),
    ("1998: At a meeting of the Council, Norway condemns the coup.\n1999: Peru leaves.", "criticizes", "1998"),
]


@pytest.mark.parametrize(("text", "predicate", "date"), DATED)
def test_date_of_a_fact(facts, text, predicate, date):
    found = {a.date for a in facts(text).assertions if a.predicate == predicate}
    assert found == {date}


CIRCLES = [
    "Chile welcomed the order made to attack Lima.",
    "Chile welcomed the announcement made to expel two diplomats.",
    "The decision taken by Chile to reach Peru was to reach Norway.",
]


@pytest.mark.parametrize("text", CIRCLES)
def test_clauses_that_date_each_other_have_no_date(facts, text):
    found = facts(text).assertions
    assert found
    assert {a.date for a in found} <= {None, "2021-03-08"}


def test_a_scene_has_the_day_of_what_was_told_before_it(facts):
    text = "Chile backs Peru, Ana Soto of Oman said on Friday. She was meeting Lena Holt of Norway."
    assert {a.date for a in facts(text).assertions if a.predicate == "consults"} == {"2021-03-05"}


def test_later_talk_of_a_meeting_keeps_its_day(facts):
    text = "Ana Soto of Oman met Lena Holt of Norway on March 1. The two discussed fishing."
    assert {a.date for a in facts(text).assertions if a.predicate == "addresses"} == {"2021-03-01"}


def test_two_that_are_sent_go_on_with_what_their_states_did(facts):
    text = "Chile and Peru met yesterday. Chilean President Ana Soto and Peruvian President Luis Vega signed a pact."
    assert {a.date for a in facts(text).assertions if a.predicate == "agrees"} == {"2021-03-09"}


def test_a_call_told_of_first_has_the_day_that_is_given_later(facts):
    lead = "LIMA, March 10 (Andina) -- Ana Soto of Oman and Lena Holt of Norway have discussed fishing."
    text = f"{lead} The call was made on Monday."
    assert {a.date for a in facts(text).assertions if a.predicate == "consults"} == {"2021-03-08"}


def test_a_session_in_progress_has_the_articles_day(facts):
    found = facts("The African Union's session in Addis Ababa is in progress.").assertions
    assert {a.date for a in found if a.predicate == "takesPlaceIn"} == {"2021-03-10"}


def test_the_summit_spoken_of_after_what_it_did_has_its_day(facts):
    text = "The African Union suspended Togo on Sunday. The summit in Accra was chaired by Ana Soto of Ghana."
    assert {a.date for a in facts(text).assertions if a.predicate == "attends"} == {"2021-03-07"}


def test_the_hosts_of_talks_told_of_before_have_their_day(facts):
    text = "Ana Soto of Chile met Luis Vega of Peru in Oslo on Tuesday. The talks were hosted by Norway."
    assert {a.date for a in facts(text).assertions if a.predicate == "hosts"} == {"2021-03-09"}


def test_talks_that_go_on_do_not_begin_with_who_joins_them_later(facts):
    found = facts(
        "Ana Soto of Oman is chairing the talks in Rome. Lena Holt of Fiji is to join the talks on Friday."
    ).assertions
    told = {(a.status, a.date) for a in found if a.predicate == "takesPlaceIn"}
    assert told == {("actual", "2021-03-10")}


def test_a_session_of_a_long_negotiation_does_not_have_its_beginning(facts):
    text = "Ana Soto of Oman attended a session in Rome. The negotiations began in May 2013."
    assert {a.date for a in facts(text).assertions if a.predicate == "attends"} == {None}


def test_what_is_condemned_now_lends_no_date_to_that(facts):
    found = facts("Ghana condemns the attack in Togo on 13 May.")
    dates = {e.id: e.date for e in found.events}
    assert {dates.get(a.event) for a in found.assertions if a.predicate == "criticizes"} == {None}


def test_a_plan_for_some_years_is_not_signed_in_them(facts):
    found = facts("Chad and Mali signed a plan of cooperation for 2022-2024 on Friday.").assertions
    assert {a.date for a in found if a.predicate == "agrees"} == {"2021-03-05"}


def test_an_agreement_addresses_its_matter_from_the_day_of_its_signing(facts):
    found = facts("A memorandum on fishing was signed on Friday by Chad and Mali.").assertions
    assert {a.date for a in found if a.predicate == "addresses"} == {"2021-03-05"}


def test_a_day_to_come_heads_its_entry(facts):
    text = "20 March: Minister Ana Soto of Chad meets Luis Vega of Peru.\n3 April: Chad withdraws from Mali."
    found = facts(text).assertions
    assert {(a.status, a.date) for a in found if a.predicate == "retreats"} == {("planned", "2021-04-03")}
