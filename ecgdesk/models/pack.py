"""Reading a model pack's card and verifying a pack. Imports no torch: lists of models stay cheap.

Loading the network is in `models.loaded`, writing in `models.pack_write`.
"""

import json
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from ecgdesk.core.analysis import ModelInfo
from ecgdesk.core.card import Card
from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say
from ecgdesk.models.architectures import is_known, methods_of
from ecgdesk.models.container import CARD, NOVELTY, WEIGHTS, Container, opened
from ecgdesk.models.files import sha256_of
from ecgdesk.models.weights import check_weights

SUFFIX: Final = ".ecgmodel"
SCHEMA: Final = 1
LARGEST_OPTION: Final = 4096

_UPDATE: Final = say("Update ecgdesk, or ask for a model pack made for this version.")
_ASK_MAKER: Final = say("Ask whoever made the model pack to write it again.")


def read_card(path: Path) -> Card:
    """Return the verified card of a pack, without reading its weights; raises ModelPackError."""
    with opened(path) as container:
        return card_of(container)


def verify(path: Path) -> Card:
    """Check every byte of a pack against its checksums and return its card; raises ModelPackError.

    Whether the weights fit the network, and are finite, is checked where they are loaded.
    """
    with opened(path) as container:
        card = card_of(container)
        check_weights(container.read(WEIGHTS), container.name)
        if NOVELTY in container:
            check_weights(container.read(NOVELTY), container.name)
    return card


def info(path: Path, card: Card | None = None) -> ModelInfo:
    """Return who a pack is: its id, name, file hash and classes; raises ModelPackError."""
    card = card or read_card(path)
    classes = {item.id: item.name for item in card.classes}
    return ModelInfo(
        card.id, card.name, sha256_of(path), classes, card.multi_label, methods_of(card.architecture)
    )


def methods(card: Card) -> tuple[str, ...]:
    """Return the ids of the attribution methods that fit a pack's network."""
    return methods_of(card.architecture)


def card_of(container: Container) -> Card:
    """Return the card in an opened pack; raises ModelPackError."""
    data = container.read(CARD)
    _check_schema(_json(data, container.name), container.name)
    try:
        card = Card.model_validate_json(data)
    except ValidationError as error:
        raise ModelPackError(
            say("The card of {file} is not valid: {cause}.", file=container.name, cause=_first(error)),
            _ASK_MAKER,
        ) from error
    _check_options(card.options, container.name)
    if (card.novelty is None) == (NOVELTY in container):
        raise ModelPackError(
            say("The card of {file} and its {part} do not match.", file=container.name, part=NOVELTY),
            _ASK_MAKER,
        )
    if not is_known(card.architecture):
        raise ModelPackError(
            say(
                "{file} needs the architecture {architecture!r}, which is not known here.",
                file=container.name,
                architecture=card.architecture,
            ),
            _UPDATE,
        )
    return card


def _json(data: bytes, name: str) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ModelPackError(
            say("The card of {file} is not readable JSON.", file=name), _ASK_MAKER
        ) from error


def _check_schema(value: object, name: str) -> None:
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema is None:
        raise ModelPackError(
            say("The card of {file} does not say which schema it follows.", file=name), _ASK_MAKER
        )
    if schema != SCHEMA:
        raise ModelPackError(
            say(
                "The card of {file} follows schema {schema!r:.20}; this program reads {own}.",
                file=name,
                schema=schema,
                own=SCHEMA,
            ),
            _UPDATE,
        )


def _check_options(value: object, name: str) -> None:
    """Refuse numbers that would let a network grow without end before its weights are looked at."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            _check_options(item, name)
    elif isinstance(value, int | float) and not abs(value) <= LARGEST_OPTION:
        raise ModelPackError(
            say("The card of {file} sets an option to {value!r:.20}.", file=name, value=value), _ASK_MAKER
        )


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]
