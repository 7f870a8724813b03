"""The gazetteer: states, places, organizations, offices and who held them, looked up by what news calls them."""

from kg.gazetteer.lookup import Gazetteer, load_gazetteer
from kg.gazetteer.records import Body, Form, Holder, Membership, Modifier, Office

__all__ = ["Body", "Form", "Gazetteer", "Holder", "Membership", "Modifier", "Office", "load_gazetteer"]
