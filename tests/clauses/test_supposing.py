"""What is supposed, pictured or not come to."""

import pytest

ROWS = [
    # What has to come first.
    ("Menk will visit Togo, provided that Peru grants him a visa.", "grant", "hypothetical"),
    ("Chad will sign on condition that Mali leaves Togo.", "leave", "hypothetical"),
    ("Chad would have signed only on condition that Mali left Togo.", "leave", "hypothetical"),
    ("Chad will sign as long as Mali leaves Togo.", "leave", "hypothetical"),
    ("Chad was safe as long as Mali occupied Togo.", "occupy", "actual"),
    ("Chad sent troops in case Mali attacked Togo.", "attack", "hypothetical"),
    ("Assuming that Mali attacks Togo, Chad will leave.", "attack", "hypothetical"),
    ("The paper writes as though Mali had attacked Togo.", "attack", "hypothetical"),
    ("Chad will leave in the event of an attack on Togo.", "attack", "hypothetical"),
    ("Chad insures ships against attacks on Togo.", "attack", "hypothetical"),
    ("The treaty covers attacks on Togo.", "attack", "hypothetical"),
    ("The day Mali attacks Togo, Chad will leave.", "attack", "planned"),
    ("The day Mali attacked Togo, Chad left.", "attack", "actual"),
    ("Mali announced the withdrawal of its troops by May 2022.", "withdrawal", "planned"),
    ("Mali announced the withdrawal of its troops in May 2019.", "withdrawal", "actual"),
    # Too little or too much for it.
    ("The minister arrived too late to attend the summit.", "attend", "negated"),
    ("Mali is too weak to attack Togo.", "attack", "negated"),
    ("Mali was not strong enough to attack Togo.", "attack", "negated"),
    ("Mali is strong enough to attack Togo.", "attack", "hypothetical"),
    ("Mali never got round to attacking Togo.", "attack", "negated"),
    ("Mali came nowhere near attacking Togo.", "attack", "negated"),
    ("Mali is years away from attacking Togo.", "attack", "negated"),
    ("Mali walked out before signing the accord.", "sign", "negated"),
    ("Mali was stopped before it could attack Togo.", "attack", "negated"),
    ("Chad talked Mali out of attacking Togo.", "attack", "negated"),
    ("Mali was stripped of hosting the summit.", "host", "negated"),
    ("Mali revoked its decision to expel the envoy.", "expel", "negated"),
    ("Mali's bid to oust him came to nothing.", "oust", "negated"),
    ("Mali accepted an invitation to visit Togo.", "visit", "planned"),
    ("Mali received an invitation to visit Togo.", "visit", "hypothetical"),
    # Films, drills, scenarios.
    ("In the first scenario, Mali attacks Togo.", "attack", "hypothetical"),
    ("There are two scenarios. In the first, Mali attacks Togo.", "attack", "hypothetical"),
    ("There were two raids. In the first, Mali attacked Togo.", "attack", "actual"),
    ("The drill simulates an attack on Togo.", "attack", "hypothetical"),
    ("The drill followed an attack on Togo.", "attack", "actual"),
    ("Mali carried out a simulated attack on Togo.", "attack", "negated"),
    ("The attack on Togo turned out to be a drill.", "attack", "negated"),
    # What nobody stands for.
    ("Unconfirmed reports said that Mali attacked Togo.", "attack", "hypothetical"),
    ("Few believe that Mali attacked Togo.", "attack", "hypothetical"),
    ("A few envoys said that Mali attacked Togo.", "attack", "actual"),
    ("It would be wrong to say that Mali attacked Togo.", "attack", "hypothetical"),
    ("It is right to say that Mali attacked Togo.", "attack", "actual"),
    ("It is far from certain that Mali attacked Togo.", "attack", "hypothetical"),
    ("The court does not find it established that Mali attacked Togo.", "attack", "hypothetical"),
    ("It was not established that Mali attacked Togo.", "attack", "hypothetical"),
    ("The inquiry found no proof of the attack on Togo.", "attack", "hypothetical"),
    ("Talk of an attack on Togo is idle.", "attack", "hypothetical"),
    ("The theory that Mali attacked Togo has few friends.", "attack", "hypothetical"),
    ("Rumours of an attack on Togo proved unfounded.", "attack", "negated"),
    ("The attack on Togo never came.", "attack", "negated"),
    ("Some say that Mali attacked Togo.", "attack", "hypothetical"),
    ("Some envoys say that Mali attacked Togo.", "attack", "actual"),
    ("Chad tried to show that Mali had attacked Togo.", "attack", "hypothetical"),
    ("Chad managed to show that Mali had attacked Togo.", "attack", "actual"),
    ("Chad was mistaken when it said that Mali attacked Togo.", "attack", "hypothetical"),
    ("Chad withdrew its allegation that Mali had attacked Togo.", "attack", "negated"),
    ("Chad repeated its allegation that Mali had attacked Togo.", "attack", "actual"),
    ("Reports that Mali has attacked Togo are wrong.", "attack", "negated"),
    ("Reports that Mali has attacked Togo are incorrect.", "attack", "negated"),
    ("Mali stands accused of attacking Togo.", "attack", "hypothetical"),
    ("Mali was charged with attacking Togo.", "attack", "hypothetical"),
    ("Mali was convicted of attacking Togo.", "attack", "actual"),
    ("Mali came under suspicion of attacking Togo.", "attack", "hypothetical"),
    ("Mali is innocent of attacking Togo.", "attack", "negated"),
    ("Mali took no part in attacking Togo.", "attack", "negated"),
    ("Mali took part in attacking Togo.", "attack", "actual"),
    ("Mali thought of attacking Togo.", "attack", "hypothetical"),
    ("It would be madness for Mali to attack Togo.", "attack", "hypothetical"),
    # What is planned, laid down or only talked of.
    ("The plan provides that Mali leaves Togo.", "leave", "planned"),
    ("The plan is that Mali leaves Togo.", "leave", "planned"),
    ("The fact is that Mali left Togo.", "leave", "actual"),
    ("The plan has Mali withdrawing from Togo.", "withdraw", "hypothetical"),
    ("A plan under which Mali leaves Togo was drawn up.", "leave", "planned"),
    ("Peace depends on Mali leaving Togo.", "leave", "hypothetical"),
    ("Chad offered aid in exchange for Mali leaving Togo.", "leave", "hypothetical"),
    ("Chad is counting on Mali to leave Togo.", "leave", "planned"),
    ("Chad discussed the withdrawal of Mali from Togo.", "withdrawal", "hypothetical"),
    ("Chad backs the withdrawal of Mali from Togo.", "withdrawal", "hypothetical"),
    ("Chad praised the withdrawal of Mali from Togo.", "withdrawal", "actual"),
    ("Chad will supervise the withdrawal of Mali from Togo.", "withdrawal", "hypothetical"),
    ("Chad supervised the withdrawal of Mali from Togo.", "withdrawal", "actual"),
    ("The withdrawal of Mali from Togo would be welcome.", "withdrawal", "hypothetical"),
    ("The withdrawal of Mali from Togo was welcome.", "withdrawal", "actual"),
    ("A treaty between Chad and Mali was discussed.", "treaty", "hypothetical"),
    ("The treaty between Chad and Mali was discussed.", "treaty", "actual"),
    ("A truce between Chad and Mali has eluded Togo.", "truce", "negated"),
    ("The ministry is ready, it said, to receive Ana Soto.", "receive", "planned"),
    # Facts for all that.
    ("Mali never stopped attacking Togo.", "attack", "actual"),
    ("Chad did not know that Mali had attacked Togo.", "attack", "actual"),
    ("There is no doubt that Mali attacked Togo.", "attack", "actual"),
    ("Nobody denies that Mali attacked Togo.", "attack", "actual"),
    ("Chad did not condemn Mali for attacking Togo.", "attack", "actual"),
    ("Chad did not accuse Mali of attacking Togo.", "attack", "hypothetical"),
    ("Chad failed to stop Mali from attacking Togo.", "attack", "actual"),
    ("Chad will not stop Mali from attacking Togo.", "attack", "hypothetical"),
    ("The attack on Togo has not been forgotten.", "attack", "actual"),
    ("Chad will investigate the attack on Togo.", "attack", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), ROWS)
def test_status_of_what_is_supposed_or_not_come_to(reading, text, lemma, status):
    found = reading(text)
    assert next(c for c in found.clauses.values() if c.lemma == lemma).status == status


def test_who_would_have_done_the_same_has_not(reading):
    (verb,) = (
        c for c in reading("Peru left, and Mali would have done the same.").clauses.values() if c.lemma == "leave"
    )
    assert len(verb.subjects) == 1
