"""The errors that a caller can put right; only ``cli`` and ``web`` catch them."""


class KgError(Exception):
    """Base of the project's errors: one line that says where, what was expected and what was found."""


class InputError(KgError):
    """An article, feed or file that cannot be read."""


class DataError(KgError):
    """A lexicon, gazetteer, model or ontology file that breaks its own format."""


class QueryError(KgError):
    """A SPARQL query that is malformed, refused, or past its limits."""


class RefusedError(QueryError):
    """A SPARQL query that would change data or ask another server."""


class LimitError(QueryError):
    """A SPARQL query that went past its time or memory."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class PublishError(KgError):
    """A triple store that refuses or loses what is published to it."""


class EngineError(KgError):
    """A process or cluster that breaks off a build."""
