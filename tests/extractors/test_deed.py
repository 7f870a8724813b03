"""Events that are told by saying, asking or standing behind: their roles, labels and speaker."""


def test_each_who_acts_has_an_edge_to_each_whom_it_is_meant_for(facts):
    found = facts("Chad and Mali are firmly behind Togo and Benin.")
    edges = {(a.subject, a.object) for a in found.assertions if a.predicate == "supports"}
    assert len(edges) == 4
    event = next(e for e in found.events if e.kind == "Support")
    assert {role for role, _ in event.roles} == {"actor", "recipient"}
    assert event.label == "Chad supports Togo and Benin"


def test_who_speaks_of_his_own_deed_is_not_cited_for_it(facts):
    found = facts("The parliament must be dissolved and Togo must leave the talks, Ghana said.")
    asked = [a for a in found.assertions if a.predicate == "requests"]
    assert asked
    assert all(a.attributed_to is None for a in asked)
