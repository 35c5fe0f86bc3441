"""The options a model card carries: all of them, so that a later catalog cannot change an old pack."""

from collections.abc import Mapping, Sequence
from typing import Any

from ecgdesk.models.catalog import Architecture
from ecgdesk.models.class_sentences import sentences_for


def stored_options(
    entry: Architecture, options: Mapping[str, Any], class_ids: Sequence[str]
) -> dict[str, Any]:
    """Return the entry's options under the given ones; class sentences are written out, one a class.

    Raises ValueError when a list of sentences does not fit the classes.
    """
    stored = {**entry.options, **options}
    if "sentences" in stored:
        sentences = sentences_for(class_ids, stored["sentences"])
        stored["sentences"] = dict(zip(class_ids, sentences, strict=True))
    return stored
