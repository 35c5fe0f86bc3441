"""From a catalog entry or a card to a network. Builders are imported only when they are called."""

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ecgdesk.core.card import Card, Preprocessing
from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say
from ecgdesk.models.architectures import architecture
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.networks.spec import Builder, NetworkSpec

if TYPE_CHECKING:
    from torch import nn


def build(
    entry: Architecture,
    num_classes: int,
    options: Mapping[str, Any] | None = None,
    preprocessing: Preprocessing | None = None,
    class_ids: Sequence[str] = (),
) -> "nn.Module":
    """Return a network with random weights, in training mode.

    `options` override the entry's; `preprocessing` (default: the entry's) gives channels and input size;
    `class_ids` name the outputs for networks that compare a page with a sentence a class.
    Raises ModelPackError for options the architecture does not take.
    """
    page = preprocessing or entry.preprocessing
    merged = {**entry.options, **(options or {})}
    spec = NetworkSpec(num_classes, page.channels, page.height, page.width, merged, tuple(class_ids))
    try:
        return _builder(entry.builder)(spec)
    except (TypeError, ValueError, AssertionError, KeyError) as error:
        raise ModelPackError(
            say(
                "The architecture {architecture!r} cannot be built with these options: {cause}.",
                architecture=entry.id,
                cause=error,
            ),
            "Correct the options in the recipe or the card.",
        ) from error


def build_for_card(card: Card) -> "nn.Module":
    """Return the network a card describes, with random weights; raises ModelPackError."""
    ids = [item.id for item in card.classes]
    return build(architecture(card.architecture), len(ids), card.options, card.preprocessing, ids)


def _builder(reference: str) -> Builder:
    module, _, function = reference.partition(":")
    found: Builder = getattr(importlib.import_module(f"{__package__}.{module}"), function)
    return found
