"""The terms of ``ontology/`` and of the public vocabularies used, as closed namespaces: a misspelt term raises.

Terms are plain strings, so that importing this module loads no RDF library and reads no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

BASE = "https://w3id.org/diplomatic-kg/resource/"


class Namespace:
    """A closed set of terms under one IRI; ``DKG.attends`` is a full IRI, ``DKG.atends`` raises."""

    def __init__(self, iri: str, terms: str) -> None:
        """Hold the terms whose local names ``terms`` lists, separated by white space."""
        self.iri = iri
        self._terms = {name: iri + name for name in terms.split()}

    def __getattr__(self, name: str) -> str:
        """Return the IRI of ``name``.

        Raises:
            AttributeError: The vocabulary has no such term.
        """
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> str:
        """Return the IRI of ``name``.

        Raises:
            AttributeError: The vocabulary has no such term.
        """
        try:
            return self._terms[name]
        except KeyError:
            raise AttributeError(f"<{self.iri}> has no term {name!r}") from None

    def __contains__(self, name: object) -> bool:
        """Return whether ``name`` is a term."""
        return name in self._terms

    def __iter__(self) -> Iterator[str]:
        """Yield the local names in the order they were listed."""
        return iter(self._terms)


# Class → the class right above it; the order is the one in which the ontology presents them.
PARENT: Mapping[str, str | None] = MappingProxyType(
    {
        "Agent": None,
        "Person": "Agent",
        "State": "Agent",
        "Organization": "Agent",
        "InternationalOrganization": "Organization",
        "GovernmentBody": "Organization",
        "ArmedGroup": "Organization",
        "PoliticalGroup": "Organization",
        "MediaOrganization": "Organization",
        "Company": "Organization",
        "Place": None,
        "Position": None,
        "Issue": None,
        "Threat": "Issue",
        "Agreement": None,
        "Event": None,
        "Agree": "Event",
        "Consult": "Event",
        "Meeting": "Consult",
        "Support": "Event",
        "Concede": "Event",
        "Cooperate": "Event",
        "Aid": "Event",
        "Retreat": "Event",
        "Request": "Event",
        "Accuse": "Event",
        "Reject": "Event",
        "Threaten": "Event",
        "Protest": "Event",
        "Sanction": "Event",
        "Mobilize": "Event",
        "Coerce": "Event",
        "Assault": "Event",
        "Claim": None,
        "Article": None,
        "Sentence": None,
        "Assertion": None,
        "Evidence": None,
        "Mention": None,
        "Step": None,
        "Run": None,
        "Status": None,
        "Manner": None,
        "Outcome": None,
    }
)

# The direct edges of the contract, and the two that give structure only.
EDGES = tuple(
    "holdsPosition represents memberOf attends hosts organizes takesPlaceIn addresses agrees consults supports "
    "concedes cooperates aids retreats requests criticizes rejects threatens protests sanctions mobilizes coerces "
    "assaults".split()
)
STRUCTURE = ("partOf", "positionOf", "locatedIn")
SYMMETRIC = frozenset({"consults", "cooperates"})
# Agreeing is mutual too, but an agreement cannot agree back: it is not declared symmetric in OWL.
ROLES = ("actor", "recipient", "theme", "place", "organizer", "host")
STATUSES = ("actual", "planned", "hypothetical", "negated")
MANNERS = ("direct", "indirect", "according")
OUTCOMES = tuple("considered announced postponed cancelled denied held happened".split())

_AGENT, _ORGANIZATION, _MEETING = ("Agent",), ("Organization",), ("Meeting",)
_AGENT_OR_PLACE = ("Agent", "Place")
# What an edge may lead from and to; a class stands for those below it too.
DOMAIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(EDGES, _AGENT),
        "holdsPosition": ("Person",),
        "represents": ("Person",),
        "memberOf": ("State", "Person", "Organization"),
        "hosts": _AGENT_OR_PLACE,
        "takesPlaceIn": ("Event",),
        "addresses": ("Agent", "Meeting", "Agreement"),
        "partOf": _ORGANIZATION,
        "positionOf": ("Position",),
        "locatedIn": ("Place",),
    }
)
RANGE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(EDGES, _AGENT),
        "holdsPosition": ("Position",),
        "represents": ("State", "Organization"),
        "memberOf": _ORGANIZATION,
        "attends": _MEETING,
        "hosts": _MEETING,
        "organizes": _MEETING,
        "takesPlaceIn": ("Place", "State"),
        "addresses": ("Issue",),
        "agrees": ("Agent", "Agreement"),
        "supports": ("Agent", "Issue", "Agreement", "Event"),
        "concedes": ("Agent", "Issue"),
        "retreats": _AGENT_OR_PLACE,
        "criticizes": ("Agent", "Event", "Issue", "Agreement"),
        "rejects": ("Agent", "Issue", "Agreement"),
        "protests": ("Agent", "Issue"),
        "mobilizes": _AGENT_OR_PLACE,
        "coerces": _AGENT_OR_PLACE,
        "assaults": _AGENT_OR_PLACE,
        "partOf": ("Organization", "State"),
        "positionOf": ("State", "Organization"),
        "locatedIn": ("State", "Place"),
    }
)

# Event type → the direct edge that states it in one triple.
EDGE_OF_TYPE: Mapping[str, str] = MappingProxyType(
    {
        "Agree": "agrees",
        "Consult": "consults",
        "Support": "supports",
        "Concede": "concedes",
        "Cooperate": "cooperates",
        "Aid": "aids",
        "Retreat": "retreats",
        "Request": "requests",
        "Accuse": "criticizes",
        "Reject": "rejects",
        "Threaten": "threatens",
        "Protest": "protests",
        "Sanction": "sanctions",
        "Mobilize": "mobilizes",
        "Coerce": "coerces",
        "Assault": "assaults",
    }
)

# PLOVER type → CAMEO root codes (first: the one that exports give) and modes.
CAMEO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Agree": ("03",),
        "Consult": ("04",),
        "Support": ("05",),
        "Concede": ("08",),
        "Cooperate": ("06",),
        "Aid": ("07",),
        "Retreat": ("08",),
        "Request": ("10", "02"),
        "Accuse": ("11", "09"),
        "Reject": ("12",),
        "Threaten": ("13",),
        "Protest": ("14",),
        "Sanction": ("16",),
        "Mobilize": ("15",),
        "Coerce": ("17",),
        "Assault": ("19", "18", "20"),
    }
)
MODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Consult": ("visit", "third-party", "multilateral", "phone"),
        "Retreat": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
        "Request": ("assist", "change", "yield", "meet"),
        "Accuse": ("disapprove", "investigate", "allege"),
        "Reject": ("assist", "change", "yield", "meet"),
        "Threaten": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
        "Protest": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
        "Sanction": ("convict", "expel", "withdraw", "discontinue"),
        "Mobilize": ("troops", "weapons", "police", "militia"),
        "Coerce": (
            "seize",
            "restrict",
            "ban",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ),
        "Assault": (
            "abduct",
            "beat",
            "torture",
            "execute",
            "sexual",
            "assassinate",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "cleansing",
            "unconventional",
        ),
    }
)
CONTEXTS = tuple(
    "military intelligence executive legislative election political_institutions economic legal human_rights "
    "diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology "
    "terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking education religion "
    "culture media history".split()
)

DKG = Namespace(
    "https://w3id.org/diplomatic-kg/ontology#",
    " ".join([*PARENT, *EDGES, *STRUCTURE, *ROLES, *STATUSES, *MANNERS, *OUTCOMES])
    + """ role status attributedTo date earliest latest mode context event confidence rule
    speaker manner outcome content capacity addressee iso2 iso3 source titleEnd
    subjectSpan predicateSpan objectSpan mentionKind reason version model lexicon gazetteer""",
)


def mode_name(kind: str, mode: str) -> str:
    """Return the local name of a mode of an event type in the PLOVER scheme: ``Consult_visit``."""
    return f"{kind}_{mode.replace('-', '_')}"


PLOVER = Namespace(
    "https://w3id.org/diplomatic-kg/plover#",
    " ".join(
        [
            "scheme",
            "Type",
            "Mode",
            "Context",
            *CAMEO,
            *(mode_name(kind, mode) for kind, modes in MODES.items() for mode in modes),
            *(f"context_{context}" for context in CONTEXTS),
        ]
    ),
)

RDF = Namespace(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Statement subject predicate object reifies langString"
)
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label comment seeAlso subClassOf subPropertyOf domain range")
XSD = Namespace(
    "http://www.w3.org/2001/XMLSchema#",
    "string date gYearMonth gYear decimal integer anyURI boolean",
)
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel definition notation exactMatch closeMatch inScheme topConceptOf broader",
)
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    "Entity Agent Activity SoftwareAgent wasDerivedFrom wasGeneratedBy wasAttributedTo used",
)
SEM = Namespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "Event Actor Place Time hasActor hasPlace hasTime hasTimeStamp eventType "
    "hasEarliestBeginTimeStamp hasLatestEndTimeStamp",
)
SCHEMA = Namespace(
    "https://schema.org/",
    "Event Person Organization Country Place NewsArticle Dataset EventScheduled name headline datePublished url "
    "inLanguage publisher startDate endDate location organizer attendee about eventStatus sha256 alternateName",
)
FOAF = Namespace("http://xmlns.com/foaf/0.1/", "Agent Person Organization name")
ORG = Namespace(
    "http://www.w3.org/ns/org#",
    "Organization FormalOrganization Post Membership member organization role memberDuring postIn holds memberOf "
    "subOrganizationOf",
)
NIF = Namespace(
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "Context OffsetBasedString Sentence Phrase beginIndex endIndex anchorOf isString referenceContext",
)
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#", "taIdentRef")
OA = Namespace("http://www.w3.org/ns/oa#", "Annotation hasBody hasTarget")
GEO = Namespace(
    "http://www.opengis.net/ont/geosparql#", "Feature Geometry hasGeometry hasDefaultGeometry asWKT wktLiteral"
)
SF = Namespace("http://www.opengis.net/ont/sf#", "Point")
WGS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long")
TIME = Namespace(
    "http://www.w3.org/2006/time#",
    "TemporalEntity Instant ProperInterval hasBeginning hasEnd inXSDDate",
)
DCTERMS = Namespace(
    "http://purl.org/dc/terms/",
    "title description identifier publisher license source isPartOf isReplacedBy conformsTo",
)
DCAT = Namespace("http://www.w3.org/ns/dcat#", "Dataset Distribution distribution mediaType downloadURL")
SD = Namespace(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service endpoint supportedLanguage SPARQL11Query resultFormat defaultDataset Dataset defaultGraph Graph",
)
VOID = Namespace(
    "http://rdfs.org/ns/void#",
    "Dataset triples entities classes properties distinctSubjects vocabulary uriSpace classPartition class "
    "propertyPartition property exampleResource dataDump sparqlEndpoint feature inDataset",
)
OWL = Namespace("http://www.w3.org/2002/07/owl#", "Class ObjectProperty DatatypeProperty Ontology NamedIndividual")
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcat": DCAT.iri,
        "dcterms": DCTERMS.iri,
        "dkg": DKG.iri,
        "foaf": FOAF.iri,
        "geo": GEO.iri,
        "itsrdf": ITSRDF.iri,
        "nif": NIF.iri,
        "oa": OA.iri,
        "org": ORG.iri,
        "plover": PLOVER.iri,
        "prov": PROV.iri,
        "rdf": RDF.iri,
        "rdfs": RDFS.iri,
        "schema": SCHEMA.iri,
        "sem": SEM.iri,
        "sf": SF.iri,
        "skos": SKOS.iri,
        "time": TIME.iri,
        "void": VOID.iri,
        "wd": WIKIDATA,
        "wgs": WGS.iri,
        "xsd": XSD.iri,
    }
)


def ancestors(kind: str) -> tuple[str, ...]:
    """Return ``kind`` and every class above it, nearest first.

    Raises:
        KeyError: ``kind`` is no class of the ontology.
    """
    found = [kind]
    while (above := PARENT[found[-1]]) is not None:
        found.append(above)
    return tuple(found)


def is_event(kind: str) -> bool:
    """Return whether ``kind`` is Event or one of its types."""
    return kind in PARENT and "Event" in ancestors(kind)


def ontology_folder() -> Path:
    """Return the folder of the ontology files: inside the installed package, else beside it in a checkout."""
    here = Path(__file__).resolve().parent
    packed = here / "data" / "ontology"
    return packed if packed.is_dir() else here.parent / "ontology"
