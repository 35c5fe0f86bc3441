"""The catalog as data."""

import dataclasses

import pytest

from ecgdesk.core.errors import UnknownArchitectureError
from ecgdesk.models.architectures import ENTRIES, architecture, catalog, is_known
from ecgdesk.models.catalog import Catalog


def test_every_entry_is_in_the_catalog_once() -> None:
    assert sorted(entry.id for entry in catalog()) == sorted(entry.id for entry in ENTRIES)
    assert {"own", "timm"} <= {entry.kind for entry in catalog()}


def test_registering_an_id_twice_is_an_error() -> None:
    known = Catalog()
    known.register(ENTRIES[0])
    with pytest.raises(ValueError, match="twice"):
        known.register(dataclasses.replace(ENTRIES[1], id=ENTRIES[0].id))
    assert len(known) == 1
    assert known[ENTRIES[0].id] is ENTRIES[0]


def test_an_unknown_architecture_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownArchitectureError) as caught:
        architecture("wonder-net")
    assert "'wonder-net'" in caught.value.problem
    assert "page-resnet" in caught.value.advice
    assert not is_known("wonder-net")


def test_any_network_of_timm_is_known_by_its_prefix() -> None:
    assert is_known("timm:resnet34")
    assert not is_known("timm:")


def test_every_entry_says_what_it_is() -> None:
    for entry in catalog():
        assert entry.name, entry.id
        assert entry.description.endswith("."), entry.id
        assert entry.target_layer, entry.id
