"""A tiny model that tells few strokes from many, trained by nobody: its weights are drawn by lot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import Prediction
from ecgdesk.core.card import (
    Calibration,
    Card,
    ClassInfo,
    Figure,
    Preprocessing,
    ReliabilityBin,
    TrainingData,
)
from ecgdesk.models.predict import predict
from training.checkup.sources import Listed
from training.evaluating.answers import Answer, Read
from training.evaluating.outcome import Outcome

PROTOCOL = "made up"


def card(**more: object) -> Card:
    classes = tuple(ClassInfo(id=name, name=f"The {name}", short=name.upper()) for name in ("one", "two"))
    usual = {
        "id": "tiny", "name": "Tiny", "description": "", "architecture": "page-resnet", "classes": classes,
        "options": {"width": 8, "depths": [1, 1], "stem_stride": 4},
        "preprocessing": Preprocessing(width=64, height=48, colour="ink", mean=(0.1,), std=(0.2,)),
        "calibration": Calibration(
            temperature=1.0, conformal_threshold=0.5, coverage=0.9,
            reliability=(ReliabilityBin(low=0.9, high=1.0, pages=100, correct=95),), protocol=PROTOCOL,
        ),
        "figures": (
            Figure(name="Accuracy", value=0.95, low=0.9, high=0.98, n=100, protocol=PROTOCOL),
            Figure(name="Expected calibration error (10 bins)", value=0.02, low=0.01, high=0.05, n=100,
                   protocol=PROTOCOL),
        ),
        "training_data": (
            TrainingData(name="pages", licence="none", pages=100, pages_per_class={"one": 50, "two": 50},
                         grouped_by="day", sha256="of other pages"),
        ),
        "licence": "MIT", "created": datetime(2026, 1, 1, tzinfo=UTC),
    }  # fmt: skip
    return Card(**{**usual, **more})  # type: ignore[arg-type]


def answer(
    number: int, logits: tuple[float, ...], of: Card, novelty: float | None = None, **row: str
) -> Answer:
    said: Prediction = replace(predict(np.array(logits), of), novelty=novelty)
    file = Listed(f"{number}.png", Path(f"{number}.png"), "", row=row)
    return Answer(file, np.array(logits), said, Read(str(number), None, None, "green", "png", 1_000_000))


def outcome(
    right: list[bool], sure: float = 2.0, of: Card | None = None, novelty: float | None = None,
    row: Callable[[int], dict[str, str]] = lambda number: {},
) -> Outcome:  # fmt: skip
    """Pages of two classes in turn, answered rightly or wrongly, each as surely."""
    known = of or card()
    truth = np.arange(len(right)) % 2
    said = [int(label) if fine else 1 - int(label) for label, fine in zip(truth, right, strict=True)]
    answers = [
        answer(n, (sure, 0.0) if guess == 0 else (0.0, sure), known, novelty, **row(n))
        for n, guess in enumerate(said)
    ]
    return Outcome(known, answers, truth, np.arange(len(right)))


@pytest.fixture
def mostly_right() -> list[bool]:
    return [number % 5 != 0 for number in range(100)]
