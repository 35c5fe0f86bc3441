"""An evaluation survives the way through a JSON line."""

import json

import pytest
from pydantic import ValidationError

from ecgdesk.core.card import Calibration, ReliabilityBin
from ecgdesk.core.evaluation import (
    Drift,
    Estimate,
    EvaluatedModel,
    Evaluation,
    LeftOut,
    Mistake,
    Recalibration,
    Subgroup,
)
from ecgdesk.core.event_lines import from_line, to_line
from ecgdesk.core.findings import Evaluated

HALF = Estimate(value=0.5, low=0.25, high=0.75)
EVALUATION = Evaluation(
    model=EvaluatedModel(id="cardiac-4", name="Four classes", sha256="ab", classes=("MI", "Normal")),
    source="pages.csv", files=9, pages=8, groups=4, resampled_by="patient",
    protocol="8 distinct pages of pages.csv.",
    support={"MI": 4, "Normal": 4}, summary={"accuracy": HALF}, per_class={"MI": {"recall": HALF}},
    confusion={"MI": {"MI": 2, "Normal": 2}, "Normal": {"MI": 2, "Normal": 2}},
    reliability=(ReliabilityBin(low=0.5, high=0.6, pages=8, correct=4),), sets={"coverage": HALF},
    subgroups=(Subgroup(by="site", value="north", pages=4, accuracy=HALF, others=0.5, p_value=1.0),),
    drift=(Drift(code="unlike", name="Unlike the training pages", here=0.5, training=0.02, grave=True),),
    recalibration=Recalibration(
        pages=8, folds=4, before={"ece": HALF}, after={"ece": HALF}, calibration=Calibration(temperature=2.0),
        helps=False, sentence="Too few pages to say.",
    ),
    mistakes=(Mistake(file="a.png", true="MI", said="Normal", probability=0.9),),
    left_out=(LeftOut(file="b.png", kind="copy", reason="A copy of a.png."),), warnings=("Few pages.",),
)  # fmt: skip


def test_an_evaluation_comes_back_as_it_was() -> None:
    result = EVALUATION.model_dump(mode="json", by_alias=True)
    event = from_line(to_line(Evaluated(8, 0.5, 0.25, 0.75, ("Few pages.",), result=result)))
    assert isinstance(event, Evaluated)
    assert Evaluation.model_validate(event.result) == EVALUATION


def test_the_schema_is_said() -> None:
    assert json.loads(EVALUATION.model_dump_json(by_alias=True))["schema"] == 1


def test_a_figure_without_its_interval_is_refused() -> None:
    with pytest.raises(ValidationError):
        Estimate.model_validate({"value": 0.5})
