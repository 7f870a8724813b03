"""The 16 event types as edges, by construction."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    # Who does it too; who is ruled out; each other's.
    ("Ghana condemned the raid on Goma, as did Mali and Togo.", {("Togo", "criticizes", "raid on Goma")}),
    ("Ghana signed the treaty; so did Togo.", {("Togo", "agrees", "treaty")}),
    ("Ghana and Togo have expelled all of each other's diplomats.", {("Togo", "coerces", "Ghana")}),
    (
        "Ghana and Togo each expelled a diplomat of the other.",
        {("Ghana", "coerces", "Togo"), ("Togo", "coerces", "Ghana")},
    ),
    ("The council debated a resolution on Mali. Ghana opposed the text.", {("Ghana", "rejects", "resolution on Mali")}),
    ("Ghana and Mali signed accords on trade. Togo signed as guarantor.", {("Togo", "agrees", "accord")}),
    ("Ghana condemned the raid on Goma. Togo spoke of piracy.", {("Togo", "criticizes", "raid on Goma")}),
    ("Cuba sent doctors to Haiti. Ghana shipped fuel.", {("Ghana", "aids", "Haiti")}),
    (
        "Lukashenko met Putin in Sochi. The Kremlin promised a loan of ten million dollars.",
        {("Russia", "aids", "Belarus")},
    ),
    # Goods handed over, landed or offered; praise and blame that somebody gets; bans by list.
    ("Togo handed 500 tonnes of maize to Mali.", {("Togo", "aids", "Mali")}),
    ("A Togolese plane landed in Mali with tents.", {("Togo", "aids", "Mali")}),
    ("A Togolese plane with drinking water landed in Mali.", {("Togo", "aids", "Mali")}),
    ("Togo offered Mali a loan of two million dollars.", {("Togo", "aids", "Mali")}),
    ("Togo waived the debts of Mali.", {("Togo", "aids", "Mali")}),
    ("Togo opened a credit line for Mali.", {("Togo", "aids", "Mali")}),
    (
        "Mali received congratulations from Togo and Ghana.",
        {("Togo", "supports", "Mali"), ("Ghana", "supports", "Mali")},
    ),
    ("Mali received messages of sympathy from Togo.", {("Togo", "supports", "Mali")}),
    ("The truce drew plaudits from Togo.", {("Togo", "supports", "truce")}),
    ("Applause for Mali came from Togo.", {("Togo", "supports", "Mali")}),
    ("Togo had words of praise for Mali.", {("Togo", "supports", "Mali")}),
    ("President Ana Soto came under fire from Togo over the vote.", {("Togo", "criticizes", "Ana Soto")}),
    ("Togo found fault with the ballot in Mali.", {("Togo", "criticizes", "ballot in Mali")}),
    ("Togo put ten Malian judges on its visa ban list.", {("Togo", "sanctions", "Mali")}),
    # "Signed in" is no verb of its own; what is agreed between two.
    (
        "A treaty that Ghana and Togo signed in May is void.",
        {("Ghana", "agrees", "Togo"), ("Togo", "agrees", "treaty")},
    ),
    ("Mali praised a pact Ghana and Togo signed in 1996.", {("Ghana", "agrees", "Togo")}),
    ("The truce was worked out between Ghana and Togo.", {("Ghana", "agrees", "Togo"), ("Togo", "agrees", "truce")}),
    ("The truce was agreed between Ghana and Togo.", {("Ghana", "agrees", "Togo")}),
    # Spelt with a hyphen; on a day, not on somebody.
    ("Ghana called on Friday for a cease-fire in Mali.", {("Ghana", "supports", "cease-fire in Mali")}),
    ("Mali rejected the cease-fire.", {("Mali", "rejects", "cease-fire")}),
    ("The Security Council called on Monday for a truce.", {("UN Security Council", "supports", "truce")}),
    # Sanctions that go on to another; who takes part beside whom.
    ("Ghana extended its sanctions on Mali to Ali Bongo.", {("Ghana", "sanctions", "Ali Bongo")}),
    ("Malian troops took part alongside Togolese forces in Desert Shield.", {("Mali", "cooperates", "Togo")}),
    # What the verb says is no part of the name.
    (
        "Iran released the last six Omani pilgrims on Thursday under a deal reached with Kuwait.",
        {("Iran", "retreats", "last six Omani pilgrims")},
    ),
    # No raid calls on anybody.
    ("Ghana condemned the raid that killed ten in Goma and called on Togo to act.", {("Ghana", "requests", "Togo")}),
    ("Kenya deplored the coup that toppled Obi and urged Mali to act.", {("Kenya", "requests", "Mali")}),
    # Bodies asked to meet; recognition, solidarity, airspace and embassies.
    ("Ghana asked for a meeting of the Security Council.", {("Ghana", "requests", "UN Security Council")}),
    ("Chad stood in full solidarity with Mali.", {("Chad", "supports", "Mali")}),
    ("Chad granted diplomatic recognition to Kosovo.", {("Chad", "supports", "Kosovo")}),
    ("Chad closed its airspace to Libyan airlines.", {("Chad", "sanctions", "Libya")}),
    ("Chad ordered the closure of its embassy in Libya.", {("Chad", "sanctions", "Libya")}),
    ("Russia bombed a market in Idlib.", {("Russia", "assaults", "market in Idlib")}),
    ("Russia shelled the airport.", {("Russia", "assaults", "airport")}),
    ("Iran released seven of the crew.", {("Iran", "retreats", "seven of the crew")}),
    ("The army blamed Boko Haram for the bombing.", {("army", "criticizes", "Boko Haram")}),
    ("Mali's military deposed President Ali Bongo.", {("Mali", "coerces", "Ali Bongo")}),
    # Who comes after the object does the next thing.
    ("Rebels shelled Goma and Togo denounced the attack.", {("Togo", "criticizes", "attack")}),
    ("Ghana expelled two envoys of Mali and Togo condemned the step.", {("Togo", "criticizes", "Ghana")}),
    # Sent home, shut out, frozen.
    (
        "Togo broke off relations with Mali and gave all Malian diplomats a week to leave.",
        {("Togo", "coerces", "Mali")},
    ),
    ("Togo ordered all Malian advisers to leave the country.", {("Togo", "coerces", "Mali")}),
    (
        "Togo ordered two Malian diplomats and a Ghanaian trade official out of the country for spying.",
        {("Togo", "coerces", "Mali"), ("Togo", "coerces", "Ghana")},
    ),
    ("Togo froze the accounts of three Malian ministers.", {("Togo", "sanctions", "Mali")}),
    ("Togo approved the freezing of Mali's assets.", {("Togo", "sanctions", "Mali")}),
    ("The African Union suspended Mali's participation in its meetings.", {("African Union", "sanctions", "Mali")}),
    ("Togo ordered tariffs on cement from Mali and Ghana.", {("Togo", "sanctions", "Ghana")}),
    ("Togo banned imports of Malian rice.", {("Togo", "sanctions", "Mali")}),
    # By whom and against what force is used.
    ("Ghana condemned the use of force by Mali against its fishermen.", {("Mali", "assaults", "fishermen")}),
    ("Rebels attacked radio transmitters near Lome.", {("Rebels", "assaults", "radio transmitters near Lome")}),
    ("Police broke into Mali's embassy in Quito.", {("Police", "assaults", "Embassy of Mali")}),
    ("Rebels entered Goma on Friday.", {("Rebels", "assaults", "Goma")}),
    (
        "Arrested by soldiers at his home, President Ali Bongo was flown to Chad.",
        {("soldiers", "coerces", "Ali Bongo")},
    ),
    ("Two nurses were shot by a militia called the Islamic Front.", {("Islamic Front", "assaults", "Two nurses")}),
    # Where troops go and what they leave, though it has no name; who is no State; who fought on the way.
    ("Togo moved two battalions to its eastern border.", {("Togo", "mobilizes", "eastern border")}),
    ("Mali withdrew its soldiers from the disputed islands.", {("Mali", "retreats", "disputed islands")}),
    ("Kosovo Serbs attacked NATO troops.", {("Kosovo Serbs", "assaults", "NATO")}),
    (
        "Ethnic Albanians attacked a police station in Lome.",
        {("Ethnic Albanians", "assaults", "police station in Lome")},
    ),
    ("Malian troops captured Goma after a battle with rebels.", {("Mali", "assaults", "rebels")}),
    ("Gunmen seized the airport.", {("Gunmen", "assaults", "airport")}),
    ("Rebels are holding two nuns.", {("Rebels", "coerces", "two nuns")}),
    ("Rescue teams sent by Ghana are searching the rubble in northern Mali.", {("Ghana", "aids", "Mali")}),
    ("Ghana hosts 20,000 refugees who fled a war in Mali.", {("Ghana", "aids", "20,000 refugees")}),
    ("Ghana gave shelter to 900 people who fled a war in Mali.", {("Ghana", "aids", "900 people")}),
    ("Togo denounced the invasion of Chad by Mali.", {("Togo", "criticizes", "invasion of Chad")}),
    ("Two Togolese nationals provided expertise to Boko Haram.", {("Two Togolese nationals", "aids", "Boko Haram")}),
    # By whose attack; listed; off whose shores.
    ("Ten people were killed when Malian jets hit a camp.", {("Mali", "assaults", "Ten people")}),
    ("Nine nuns were wounded after rebels shelled a camp.", {("rebels", "assaults", "Nine nuns")}),
    ("The European Union added ten Malians to its sanctions list.", {("European Union", "sanctions", "Mali")}),
    ("Togo began military exercises around Malta.", {("Togo", "mobilizes", "Malta")}),
    ("Mali's army regained control of Goma.", {("Mali", "coerces", "Goma")}),
    # Ships, camps, raids on the way; no State's paramilitaries.
    ("Ghana's navy seized the tanker Eagle Sweet.", {("Navy of Ghana", "coerces", "Eagle Sweet")}),
    ("Gunmen hijacked the freighter Ocean Star off Malta.", {("Gunmen", "assaults", "Ocean Star")}),
    ("Togo impounded the Grace 2, a supertanker.", {("Togo", "coerces", "Grace 2")}),
    (
        "Malian paramilitaries attacked a camp for refugees in Gao.",
        {("Malian paramilitaries", "assaults", "camp for refugees in Gao")},
    ),
    ("Rebels killed 14 nuns in an attack on a school in Gao.", {("Rebels", "assaults", "school in Gao")}),
    ("Togo intercepted a Malian patrol plane.", {("Togo", "coerces", "Mali")}),
    ("Togo suspended imports of Malian rice.", {("Togo", "sanctions", "Mali")}),
    ("Togo cancelled the visa of a Malian minister.", {("Togo", "sanctions", "Mali")}),
    ("Togo executed a Ghanaian national.", {("Togo", "assaults", "Ghanaian national")}),
    ("Kuwait deposited two billion dollars in Mali's central bank.", {("Kuwait", "aids", "Mali")}),
    # Who eases what it imposed yields.
    ("Togo lifted its restrictions on arms exports to Mali.", {("Togo", "concedes", "Mali")}),
    ("Togo ended its boycott of Mali.", {("Togo", "concedes", "Mali")}),
    ("Togo warned the Malian embassy about the storm.", {("Togo", "consults", "Embassy of Mali")}),
    # Whom a threat is meant for, the threatened act tells.
    ("Togo threatened to close its border with Mali.", {("Togo", "threatens", "Mali")}),
    ("Togo threatened to impose sanctions on Mali.", {("Togo", "threatens", "Mali")}),
    ("Togo threatened to cut gas supplies to Mali.", {("Togo", "threatens", "Mali")}),
    # Aid made more, arms that are sent or come.
    ("Ghana doubled its aid to Mali.", {("Ghana", "aids", "Mali")}),
    ("Ghana sent shells to Mali.", {("Ghana", "aids", "Mali")}),
    ("Mali received 40 tanks from Ghana.", {("Ghana", "aids", "Mali")}),
    ("Ghana froze its lending to Mali.", {("Ghana", "sanctions", "Mali")}),
    ("Togo will send 90 soldiers to the line of contact for a year.", {("Togo", "mobilizes", "line of contact")}),
    ("Rebels holding hundreds of guests in a hotel asked for talks.", {("Rebels", "coerces", "hundreds of guests")}),
    # What is told beside an act: who backs it, objects to it, presses for it.
    ("With the backing of Ghana and Togo, Mali sent troops.", {("Togo", "supports", "Mali")}),
    ("With Ghanaian support, Mali's army retook Goma.", {("Ghana", "supports", "Mali")}),
    (
        "Mali's army, with help from Togo, drove the rebels out of Goma.",
        {("Togo", "aids", "Mali"), ("Mali", "assaults", "rebels")},
    ),
    ("Despite objections from Togo, Mali froze its membership.", {("Togo", "rejects", "Mali")}),
    ("Amid criticism from Ghana, Mali ratified the treaty.", {("Ghana", "criticizes", "Mali")}),
    ("In the face of opposition from Togo, Mali completed the dam.", {("Togo", "rejects", "Mali")}),
    ("Under pressure from Ghana, Mali freed ten nurses.", {("Ghana", "requests", "Mali")}),
    # What is told beside what somebody said, and what he did himself.
    (
        "A Ghanaian spokesman said Malian troops had crossed the river and attacked Ghanaian soldiers.",
        {("Mali", "assaults", "Ghana")},
    ),
    ("Ghana said the test had been carried out and urged Mali to stop.", {("Ghana", "requests", "Mali")}),
    ("Ana Soto said Ghana had summoned Mali's envoy and demanded an apology.", {("Ghana", "requests", "Mali")}),
    (
        "The ministers of NATO said in a statement that they condemned the raid on Goma.",
        {("NATO", "criticizes", "raid on Goma")},
    ),
    # A second verb that looks like a noun.
    (
        '"Ghana condemns the raid on Goma and calls on Mali to withdraw," Foreign Minister Ana Soto said.',
        {("Ghana", "requests", "Mali")},
    ),
    # What others have agreed, whoever rejects it.
    ("Ghana rejected the port accord between Mali and Togo.", {("Mali", "agrees", "Togo")}),
    # What things are called.
    ("Ghana described the coup in Mali as unacceptable.", {("Ghana", "criticizes", "coup in Mali")}),
    ("Ghana termed the expulsion of the envoy arbitrary.", {("Ghana", "criticizes", "expulsion of the envoy")}),
    ("Ghana considers the embargo against Togo illegal.", {("Ghana", "criticizes", "embargo against Togo")}),
    ("The blockade was described by Ghana as an act of piracy.", {("Ghana", "criticizes", "blockade")}),
    ("Ghana assailed the conference of ministers as a farce.", {("Ghana", "criticizes", "conference of ministers")}),
    ("The charges were dismissed as baseless by Togo.", {("Togo", "rejects", "charges")}),
    ("Ghana accused the neighbour of blackmail.", {("Ghana", "criticizes", "neighbour")}),
    # What several say together, and drill together.
    ("In a joint statement, Ghana and Togo condemned the raid.", {("Ghana", "agrees", "joint statement")}),
    ("Ghana and Togo met in Lome. In a joint statement they praised Mali.", {("Ghana", "agrees", "Togo")}),
    ("Ghana and Togo declared a truce in a joint statement issued in Lome.", {("Togo", "agrees", "joint statement")}),
    ("Ghana and Togo unveiled a joint declaration on trade.", {("Ghana", "agrees", "Togo")}),
    ("Malian soldiers took part alongside Chadian forces in the drills.", {("Mali", "cooperates", "Chad")}),
    # Where it was signed is not its name; named pacts; what is adopted.
    ("Ghana signed an accord with Malian rebels in Doha.", {("Ghana", "agrees", "accord with Malian rebels")}),
    ("Ghana signed a trade accord in Doha.", {("Ghana", "agrees", "trade accord")}),
    ("Envoys of 9 states adopted an accord on fish.", {("Envoys of 9 states", "agrees", "accord on fish")}),
    (
        "Ghana and Togo exchanged instruments of ratification of a border treaty.",
        {("Ghana", "agrees", "Togo"), ("Ghana", "agrees", "border treaty")},
    ),
    # How many do it, of whom no more is told.
    ("Delegates from 88 nations approved the treaty.", {("Delegates from 88 nations", "agrees", "treaty")}),
    ("A total of 31 Asian states signed the treaty.", {("31 Asian states", "agrees", "treaty")}),
    ("Eleven Asian economies ratified the treaty.", {("Eleven Asian economies", "agrees", "treaty")}),
    # What one word says.
    ("Lena Holt criticized the mediators.", {("Lena Holt", "criticizes", "mediators")}),
    ("Ghana condemned the tariffs.", {("Ghana", "criticizes", "tariffs")}),
    # Whom help reaches, who restores ties, what is vetoed, who is arrested where.
    ("Ghana and Togo each pledged 5 million dollars to the relief fund for Mali.", {("Togo", "aids", "Mali")}),
    ("Ghana paid the salaries of teachers in Mali.", {("Ghana", "aids", "Mali")}),
    ("Ghana put 300 tonnes of maize at Mali's disposal.", {("Ghana", "aids", "Mali")}),
    ("Ghana provided the rebels with missiles.", {("Ghana", "aids", "rebels")}),
    ("India evacuated 500 people from Port Sudan.", {("India", "aids", "500 people from Port Sudan")}),
    ("Lena Holt promised a hospital for Mali.", {("Lena Holt", "aids", "Mali")}),
    ("Ghana and Togo restored diplomatic relations.", {("Ghana", "agrees", "Togo")}),
    ("Ghana reopened its embassy in Bamako.", {("Ghana", "supports", "Mali")}),
    ("The draft resolution fell when China cast its veto.", {("China", "rejects", "draft resolution")}),
    ("The police detained dozens of protesters in Bamako.", {("Mali", "coerces", "dozens of protesters")}),
    ("Ana Soto was taken into custody at Bamako airport.", {("Mali", "coerces", "Ana Soto")}),
    ("Russia pulled its troops back from the Ukrainian border.", {("Russia", "retreats", "Ukraine")}),
    ("Ghana will block further talks on fishing.", {("Ghana", "rejects", "further talks on fishing")}),
    ("Ghana retaliated with duties on Malian cotton.", {("Ghana", "sanctions", "Mali")}),
    (
        "The ministers of Ghana and Togo clashed over a map.",
        {("Ghana", "criticizes", "Togo"), ("Togo", "criticizes", "Ghana")},
    ),
    # What is offered is not agreed.
    ("China offered Fiji a police agreement.", {("China", "supports", "police agreement")}),
    # What is behind a result, a resumption or an announcement; what somebody will not do.
    ("Ghana welcomed the results of the Lome summit on fishing.", {("Ghana", "supports", "Lome summit on fishing")}),
    ("The truce in Mali entered into force. Togo welcomed the announcement.", {("Togo", "supports", "truce in Mali")}),
    ("The parliament in Tbilisi ratified the trade agreement with Chad.", {("Georgia", "agrees", "Chad")}),
    ("Ghana and Mali stand shoulder to shoulder with Togo.", {("Mali", "supports", "Togo")}),
    # Whom money "in aid to" reaches; mandates; what is but recognized.
    ("Ana Soto pledged 6 million dollars in additional aid to Togo.", {("Ana Soto", "aids", "Togo")}),
    ("Ghana allocated 3 million cedis for flood aid to Togo.", {("Ghana", "aids", "Togo")}),
    (
        "The Security Council extended the mission in Chad for a year.",
        {("UN Security Council", "supports", "mission in Chad")},
    ),
    ("Chad will not negotiate on agriculture.", {("Chad", "rejects", "agriculture")}),
    ("Chad will press on with the deployment of missiles.", {("Chad", "supports", "deployment of missiles")}),
    (
        "Togo freed nine Malian women, Ana Soto, a spokeswoman for Benin, said.",
        {("Togo", "retreats", "nine Malian women")},
    ),
    # What is gone on about: the outcome, the move; whose accusation is rejected; what it called an attack.
    (
        "Chad and Mali signed a truce on Monday. Lena Holt praised the outcome.",
        {("Lena Holt", "supports", "truce")},
    ),
    ("Ghana voiced gratitude for the care that Togo took of its sailors.", {("Ghana", "supports", "Togo")}),
    (
        "The Security Council offered the families of the sailors their sympathy.",
        {("UN Security Council", "supports", "families of the sailors")},
    ),
    ("Togo rejected charges from Benin that it armed the rebels.", {("Togo", "rejects", "Benin")}),
    (
        "Chad accused Mali of theft. Togo accused Benin of lies. Mali dismissed the allegations.",
        {("Mali", "rejects", "Chad")},
    ),
    ("Benin denied on Tuesday Togo's accusations.", {("Benin", "rejects", "Togo")}),
    ("Togo condemned what it called an act of piracy by Benin.", {("Togo", "criticizes", "act of piracy by Benin")}),
    ("Chad sent troops to its border with Mali.", {("Chad", "mobilizes", "Mali")}),
    ("Putin's troops shelled Kharkiv.", {("Russia", "assaults", "Kharkiv")}),
    ("Togo issued a demarche to Benin.", {("Togo", "criticizes", "Benin")}),
    # Agreements: of whom they are, between whom they end a war.
    (
        "A truce between Chad and Mali took effect on Sunday.",
        {("Chad", "agrees", "Mali"), ("Mali", "agrees", "truce between Chad and Mali")},
    ),
    ("A deal to end the war between Chad and Mali was signed on Monday.", {("Chad", "agrees", "Mali")}),
    (
        "The Chadian government and rebel forces agreed to withdraw.",
        {("Chad", "agrees", "rebel forces")},
    ),
    ("Ghana ratified Benin's accession to the bloc.", {("Ghana", "supports", "Benin")}),
    # Events that nouns tell.
    ("Chad protested against the launch of a missile by Mali.", {("Chad", "protests", "Mali")}),
    (
        "The joint strikes by Chad and Mali on Niger went on.",
        {("Chad", "assaults", "Niger"), ("Mali", "assaults", "Niger")},
    ),
    ("The attack by Boko Haram on a market in Diffa was condemned.", {("Boko Haram", "assaults", "market in Diffa")}),
    ("Mali's shelling of Chadian villages went on.", {("Mali", "assaults", "Chad")}),
    ("The rebels captured towns from Boko Haram.", {("rebels", "assaults", "Boko Haram")}),
    ("The rebels retreated from Goma.", {("rebels", "retreats", "Goma")}),
    ("Sudan recaptured Khartoum from the rebels.", {("Sudan", "assaults", "Khartoum")}),
    # Who announces an expulsion expels; those spoken of before.
    ("Three Chilean envoys are being expelled from the country, Peru said.", {("Peru", "coerces", "Chile")}),
    ("Norway expelled twelve Chilean envoys. It accused the dozen of theft.", {("Norway", "criticizes", "Chile")}),
    (
        "Sanctions were imposed on three Malian judges, the European Union said.",
        {("European Union", "sanctions", "Mali")},
    ),
    # Support and supplies, promised, renewed or cut off; capitals that are addressed.
    ("Ghana pledged full support for Mali.", {("Ghana", "supports", "Mali")}),
    ("France reimposed sanctions on Mali.", {("France", "sanctions", "Mali")}),
    ("Denmark halted arms sales to Mali.", {("Denmark", "sanctions", "Mali")}),
    ("Ghana vowed to retaliate against Mali.", {("Ghana", "threatens", "Mali")}),
    ("Japan protested to Moscow over the flight.", {("Japan", "protests", "Russia")}),
    ("France stopped short of condemning Mali.", {("France", "criticizes", "Mali")}),
    # Passives and participles.
    (
        "The attack was condemned by Ghana and Togo.",
        {("Ghana", "criticizes", "attack"), ("Togo", "criticizes", "attack")},
    ),
    ("Signed in Accra in 1991 by Ghana and Togo, the accord deals with piracy.", {("Ghana", "agrees", "Togo")}),
    ("Two Russian diplomats were declared persona non grata by Bulgaria.", {("Bulgaria", "coerces", "Russia")}),
    ("France's ambassadors to Brazil and Peru have been recalled.", {("France", "sanctions", "Peru")}),
    # Control and complements.
    ("Kenya has offered to help Haiti.", {("Kenya", "aids", "Haiti")}),
    ("Taiwan, which Honduras ceased to recognize, protested.", {("Honduras", "supports", "Taiwan")}),
    ("Mali accused Chad of supporting Togo.", {("Mali", "criticizes", "Chad"), ("Chad", "supports", "Togo")}),
    # Light verbs and nominal events.
    ("Japan pledged five million dollars in aid to Togo.", {("Japan", "aids", "Togo")}),
    ("Travel bans were imposed on three generals by Norway.", {("Norway", "sanctions", "three generals")}),
    (
        "Hungary's foreign minister criticized the EU's sanctions against Chad.",
        {("European Union", "sanctions", "Chad")},
    ),
    ("Ghana and Togo have an agreement on fishing.", {("Ghana", "agrees", "Togo")}),
    # People without a name, parts, members.
    ("Ghana backs the fight against piracy.", {("Ghana", "supports", "fight against piracy")}),
    ("Senators urged Ghana to wait.", {("Senators", "requests", "Ghana")}),
    ("Security forces fired on crowds in Accra.", {("Security forces", "assaults", "crowds")}),
    ("The rebels released eight nurses.", {("rebels", "retreats", "eight nurses")}),
    ("Seven of the nine members adopted the treaty.", {("Seven of the nine members", "agrees", "treaty")}),
    ("A mine planted by the Taliban killed two nurses.", {("Taliban", "assaults", "two nurses")}),
    ("Oman set free 300 Chadian prisoners of war.", {("Oman", "retreats", "300 Chadian prisoners of war")}),
    ("The Kenya Red Cross sent food to Mali.", {("Red Cross of Kenya", "aids", "Mali")}),
    ("Ghana dismissed as absurd reports that Togo had left.", {("Ghana", "rejects", "reports")}),
    ("The envoy met Omani and Houthi officials. Togo thanked the Houthis.", {("Togo", "supports", "Houthis")}),
    ("Rebels captured the town of Goma.", {("Rebels", "assaults", "Goma")}),
    ("Israel freed dozens of prisoners.", {("Israel", "retreats", "dozens of prisoners")}),
    ("Several countries, including Chad and Mali, condemned Togo.", {("Mali", "criticizes", "Togo")}),
    ("Chad and Mali accused each other.", {("Chad", "criticizes", "Mali"), ("Mali", "criticizes", "Chad")}),
    ("Boko Haram fighters shelled a market in Diffa.", {("Boko Haram", "assaults", "market in Diffa")}),
    ("India seized a Greek-flagged tanker.", {("India", "coerces", "Greece")}),
    # What a role, a veto or a naming is aimed at.
    ("Chad praised Mali's role in the talks.", {("Chad", "supports", "Mali")}),
    ("Turkey lifted its veto on Sweden's accession to NATO.", {("Turkey", "concedes", "Sweden")}),
    ("Ghana described the raid on the port as a violation of the law.", {("Ghana", "criticizes", "raid on the port")}),
    (
        "Chad condemned the plan, while Mali welcomed it.",
        {("Chad", "criticizes", "plan"), ("Mali", "supports", "plan")},
    ),
    ("Ghana accused Togo of piracy. Togo rejected the accusation.", {("Togo", "rejects", "Ghana")}),
    ("An accord with China, which Ghana opposes, was signed.", {("Ghana", "rejects", "accord with China")}),
    ("Norway imposed tariffs on Indian cars.", {("Norway", "sanctions", "India")}),
    # Agents and receivers where the parse does not put them first.
    ("Ten soldiers were killed at the hands of Boko Haram.", {("Boko Haram", "assaults", "Ten soldiers")}),
    (
        "Kenya joined Ghana in condemning the raid on the port.",
        {("Kenya", "criticizes", "raid on the port"), ("Ghana", "criticizes", "raid on the port")},
    ),
    ("Norway declared two Libyan diplomats personae non gratae.", {("Norway", "coerces", "Libya")}),
    ("Japan granted Nepal a loan of ten million dollars.", {("Japan", "aids", "Nepal")}),
    ("A memorandum was signed between Ghana and Togo.", {("Ghana", "agrees", "Togo")}),
    ("A raid by Boko Haram killed nine people.", {("Boko Haram", "assaults", "nine people")}),
    ("Turkish jets hit positions in Syria.", {("Turkey", "assaults", "Syria")}),
    ("The killing of rebel leader Ana Soto by Togo drew protests.", {("Togo", "assaults", "Ana Soto")}),
    ("Nine people were killed in a Boko Haram attack on a market.", {("Boko Haram", "assaults", "Nine people")}),
    ("Japan announced humanitarian assistance worth $50,000 for flood victims in Nepal.", {("Japan", "aids", "Nepal")}),
    ("Japan gave $2 million to help farmers in Nepal.", {("Japan", "aids", "Nepal")}),
    ("Ghana carried out a series of raids on Togo.", {("Ghana", "assaults", "Togo")}),
    ("Ghana voiced its support to the Togolese government.", {("Ghana", "supports", "Togo")}),
    ("Ghana expressed appreciation to Togo for its help.", {("Ghana", "supports", "Togo")}),
    ("Ghana imposed a ban on imports from Togo.", {("Ghana", "sanctions", "Togo")}),
]
NOTHING = [
    ("The village came under fire from Mali.", "criticizes"),
    ("A Togolese plane with drinking water landed in Mali.", "mobilizes"),
    ("Togo put ten Malian judges on its list of guests.", "sanctions"),
    ("Togo offered Mali talks.", "aids"),
    ("Lena Holt thanked Ghana, not Togo.", "rejects"),
    ("The accords, which the four States signed in Geneva, provide for peace.", "agrees"),
    ("The opposition in Georgia accused Russia of meddling.", "supports"),
    ("China offered Fiji a police agreement.", "agrees"),
    ("The ministers of Ghana and Togo clashed over a map.", "assaults"),
    ("Kenyan tanks drove the rebels from the port.", "retreats"),
    ("Japan gave $2 million to help people affected by Chad's war.", "aids"),
    ("Japan gave $2 million to support farmers in Nepal.", "supports"),
    ("Heavy rain killed nine people in Togo.", "assaults"),
    ("Ghana stood at the side of Togo.", "assaults"),
    ("Ghana joined the African Union in 2002.", "criticizes"),
    ("The price of loans between Ghana and Togo fell.", "agrees"),
    ("Prices in Ghana hit a record.", "assaults"),
    ("Ghana and Togo are ready to send officers.", "agrees"),
    ("Ghana and Togo each pledged five million dollars.", "agrees"),
    ("Benin granted asylum to Ghanaian opposition leaders.", "concedes"),
    ("Ghana appealed for 200 million dollars for Mali.", "supports"),
    ("Ana Soto demanded the release of Lena Holt.", "requests"),
    ("Chad demanded the return of Lena Holt.", "requests"),
    ("Farmers blocked roads.", "protests"),
    ("Officials urged Ghana to wait.", "requests"),
    ("Japan announced a grant of two million dollars.", "aids"),
    ("Ghana left the African Union.", "sanctions"),
    ("Ghana said in a joint statement that the port was open.", "agrees"),
    ("Lena Holt cancelled her trip to Togo.", "rejects"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_edges_of_a_sentence(stated, text, expected):
    assert expected <= stated(text)


@pytest.mark.parametrize(("text", "predicate"), NOTHING)
def test_no_edge_where_nobody_does_it_to_anybody(stated, text, predicate):
    assert not [edge for edge in stated(text) if edge[1] == predicate]


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("Ghana will never recognize Togo.", "rejects", "actual"),
        ("Ghana and Togo, neither of which is a member of the European Union, met.", "memberOf", "negated"),
        ("Ghana apologized neither to Togo nor to Benin.", "concedes", "negated"),
        ("Japan pledged aid to Togo.", "aids", "planned"),
        ("Japan pledged ten million dollars to Togo.", "aids", "planned"),
        ("Ghana is considering sanctions against Togo.", "sanctions", "hypothetical"),
        ("Ghana rejected accusations that it had attacked Togo.", "assaults", "negated"),
        ("Ghana heard accusations that it had attacked Togo.", "assaults", "hypothetical"),
        ("Ghana ruled out talks with Togo.", "consults", "negated"),
        ("Ghana agreed to suspend its exercises with Togo.", "cooperates", "negated"),
        ("Ghana stands ready to cooperate with Togo.", "cooperates", "planned"),
        ("An embargo on Togo was ordered on Friday by Lena Holt.", "sanctions", "actual"),
        ("The African Union decided to impose sanctions on Togo.", "sanctions", "actual"),
        ("The African Union will decide whether to impose sanctions on Togo.", "sanctions", "hypothetical"),
        ("Ghana opposes an attack by Mali on Togo.", "assaults", "hypothetical"),
        ("Ghana, which is due to host the summit of ECOWAS, left.", "hosts", "planned"),
    ],
)
def test_status_of_an_edge(facts, text, predicate, status):
    assert {a.status for a in facts(text).assertions if a.predicate == predicate} == {status}


SUSPENDED = [
    ("Ghana has cut off its aid to Mali.", ("Ghana", "aids", "Mali"), {"negated"}),
    ("Spain has suspended 130 million dollars in security assistance to Chad.", ("Spain", "aids", "Chad"), {"negated"}),
    ("Spain gave 130 million dollars in aid to Chad.", ("Spain", "aids", "Chad"), {"actual"}),
    ("Kenya expelled the Ugandan ambassador last year.", ("Kenya", "coerces", "Uganda"), {"actual"}),
    ("The African Union welcomed the meeting in Kampala.", ("African Union", "hosts", "meeting in Kampala"), set()),
]


@pytest.mark.parametrize(("text", "edge", "statuses"), SUSPENDED)
def test_what_is_taken_back_is_not_given_and_what_is_welcomed_not_hosted(facts, text, edge, statuses):
    found = facts(text)
    names = {e.id: e.label for e in (*found.entities, *found.events)}
    stated = {a.status for a in found.assertions if (names[a.subject], a.predicate, names[a.object]) == edge}
    assert stated == statuses


STATUS = [
    ("Chad rejected Mali's annexation of the port of Lome.", "coerces", "actual"),
    ("Somalia rejected Mali's recognition of Togo.", "supports", "actual"),
    ("Chad broke off relations with neither Mali nor Togo.", "sanctions", "negated"),
    ("Chad was the second State to sign the treaty.", "agrees", "actual"),
]


@pytest.mark.parametrize(("text", "predicate", "status"), STATUS)
def test_what_another_rejects_is_done_all_the_same(facts, text, predicate, status):
    assert {a.status for a in facts(text).assertions if a.predicate == predicate} == {status}


def test_who_announces_what_others_agree_is_no_party(facts):
    found = edges(facts("Egypt announced a truce between Chad and Mali."), "agrees")
    pact = "truce between Chad and Mali"
    assert found == {
        f"{edge} (says Egypt)" for edge in ("Chad agrees Mali", f"Chad agrees {pact}", f"Mali agrees {pact}")
    }


def test_who_says_that_he_condemns_is_not_quoted_on_it(facts):
    found = facts("Ghana condemned the raid on the port, it said.").assertions
    assert {a.attributed_to for a in found if a.predicate == "criticizes"} == {None}


def test_rebels_are_no_state(stated):
    assert stated("Niger sheltered Chadian rebels.") == {("Niger", "aids", "Chadian rebels")}


def test_two_victims_do_nothing_to_each_other(stated):
    found = stated("Pirates hijacked a Ghanaian trawler and a Malian freighter.")
    assert found == {("Pirates", "assaults", "Ghana"), ("Pirates", "assaults", "Mali")}


def test_an_ambassador_pulled_out(stated):
    assert ("Chad", "sanctions", "Libya") in stated("Chad pulled its ambassador out of Libya.")


def test_an_attack_that_something_was(stated):
    assert stated("The raid was an attack by Peru on Chile.") == {("Peru", "assaults", "Chile")}


DONE = [
    ("Chad sent troops to Mali, a step that Niger criticized.", "criticizes", {"Niger criticizes Chad"}),
    ("Chad recognized Kosovo, a move Serbia denounced.", "criticizes", {"Serbia criticizes Chad"}),
    ("Finland granted 1.5 million euros to Zambia.", "aids", {"Finland aids Zambia"}),
    ("Finland handed over the first 900 tonnes of maize to Zambia.", "aids", {"Finland aids Zambia"}),
    ("Norway on Wednesday ordered three Chadian diplomats out of the country.", "coerces", {"Norway coerces Chad"}),
    ("Uzbekistan cut off Tajikistan's gas.", "sanctions", {"Uzbekistan sanctions Tajikistan"}),
    ("Egypt and France took Chad's side.", "supports", {"Egypt supports Chad", "France supports Chad"}),
    (
        "Chad broke off relations with Mali, and Niger followed suit.",
        "sanctions",
        {"Chad sanctions Mali", "Niger sanctions Mali"},
    ),
    ("Togo blamed the unrest on Chad.", "criticizes", {"Togo criticizes Chad"}),
    ("The raids which Chad launched against Mali on Friday evening went on.", "assaults", {"Chad assaults Mali"}),
    ("Serbian missiles hit airfields near Skopje.", "assaults", {"Serbia assaults airfields near Skopje"}),
    ("Togo praised the role that Mali has played in the talks.", "supports", {"Togo supports Mali"}),
    (
        "Togo praised the role that women play in the army.",
        "supports",
        {"Togo supports role that women play in the army"},
    ),
    (
        "Chad and Mali signed a peace plan which calls for a ceasefire. Niger hailed the outcome.",
        "supports",
        {"Niger supports peace plan"},
    ),
    ("Oman facilitated talks between Chad and the Taliban.", "addresses", set()),
    ("Rebels set fire to the town of Goma.", "assaults", {"Rebels assaults Goma"}),
    ("The ministers of Chad vowed to fight COVID-19.", "assaults", set()),
    (
        "Togo and Benin submitted a draft resolution on whaling.",
        "supports",
        {"Togo supports draft resolution on whaling", "Benin supports draft resolution on whaling"},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), DONE)
def test_steps_judged_goods_given_and_suit_followed(facts, text, predicate, expected):
    assert edges(facts(text), predicate) == expected
