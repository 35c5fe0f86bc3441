"""A card refuses what cannot be true."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from ecgdesk.core.card import Card, Preprocessing


def card(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a JSON file may hold
    return {
        "schema": 1,
        "id": "cardiac-4",
        "name": "Cardiac 4",
        "description": "",
        "architecture": "page-resnet",
        "classes": [{"id": i, "name": i, "short": i} for i in ("MI", "Normal")],
        "preprocessing": {"width": 64, "height": 32, "colour": "ink", "mean": [0.1], "std": [0.2]},
        "licence": "CC BY 4.0",
        "created": datetime(2026, 1, 1, tzinfo=UTC).isoformat(),
    } | changes


def test_a_card_survives_json_unchanged() -> None:
    first = Card.model_validate(card())
    assert Card.model_validate_json(first.model_dump_json(by_alias=True)) == first


@pytest.mark.parametrize(
    "changes",
    [
        {"schema": 2},
        {"id": "../evil"},
        {"surprise": True},
        {"classes": [{"id": "MI", "name": "a", "short": "a"}] * 2},
        {"classes": []},
        {"preprocessing": {"width": 64, "height": 32, "colour": "ink"}},
        {"preprocessing": {"width": 0, "height": 32}},
        {"calibration": {"temperature": 0}},
    ],
)
def test_a_card_that_cannot_be_true_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Card.model_validate(card(**changes))


def test_ink_has_one_channel_and_colour_three() -> None:
    assert Preprocessing(width=1, height=1).channels == 3
    assert Preprocessing(width=1, height=1, colour="grey", mean=(0.5,), std=(0.5,)).channels == 1
