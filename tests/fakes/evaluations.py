"""An evaluation with something in each of its parts."""

from ecgdesk.core.card import Calibration
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

HALF = Estimate(value=0.5, low=0.4, high=0.6)
MEASURED = Evaluation(
    model=EvaluatedModel(id="fake-1", name="Fake model", sha256="f" * 64, classes=("MI", "Normal")),
    source="pages", files=7, pages=6, groups=6, resampled_by="page", protocol="Your pages, each once.",
    support={"MI": 3, "Normal": 3}, summary={"accuracy": HALF},
    per_class={"MI": {"recall": HALF}, "Normal": {"recall": HALF}},
    confusion={"MI": {"MI": 2, "Normal": 1}, "Normal": {"MI": 2, "Normal": 1}},
    subgroups=(Subgroup(by="sex", value="F", pages=3, accuracy=HALF, others=0.9, apart=True),),
    drift=(Drift(code="unsure", name="Not sure", here=0.4, training=0.05, sentence="Often not sure here."),),
    recalibration=Recalibration(
        pages=6, folds=3, before={"ece": HALF}, after={"ece": HALF}, calibration=Calibration(), helps=True,
        sentence="It helps.",
    ),
    mistakes=(Mistake(file="MI/MI-0.png", true="MI", said="Normal", probability=0.9),),
    left_out=(LeftOut(file="MI/MI-2.png", kind="unreadable", reason="The file is cut off."),),
)  # fmt: skip
