"""All figures of an evaluation, from answers and labels."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from ecgdesk.core.evaluation import (
    Drift,
    Estimate,
    EvaluatedModel,
    Evaluation,
    LeftOut,
    Mistake,
    Recalibration,
)
from ecgdesk.core.sentence import say, say_count
from ecgdesk.models.loaded import LoadedModel
from training import multilabel
from training.calibrate import reliability
from training.checkup.sources import Source
from training.data import combined_sha256
from training.evaluating.drift import drift
from training.evaluating.outcome import Outcome, estimate
from training.evaluating.recalibrating import recalibration
from training.evaluating.subgroups import subgroups
from training.metrics import Interval, Metrics, evaluate, mean_interval

_MOST_MISTAKES: Final = 24
_FEW_OF_A_CLASS: Final = 20
_FEW_ANSWERED: Final = 0.8


def measured(
    model: LoadedModel, source: Source, outcome: Outcome, left: Sequence[LeftOut], wanted: Sequence[str] = ()
) -> tuple[Evaluation, Metrics]:
    """Return the evaluation, and its metrics for pictures; `wanted` are the columns to part pages by."""
    metrics = _metrics(outcome)
    summary = _known(metrics.summary)
    sets = _sets(outcome)
    by = source.group_column if any(source.groups()) else "page"
    protocol = _protocol(source, outcome, by)
    drifted = drift(outcome, summary, sets)
    found = Evaluation(
        model=EvaluatedModel(
            id=model.card.id, name=model.card.name, sha256=model.info.sha256, classes=outcome.classes,
            multi_label=model.card.multi_label,
        ),
        source=source.name, files=len(source.files), pages=len(outcome.answers),
        groups=len(np.unique(outcome.units)), resampled_by=by, protocol=protocol, support=metrics.support,
        summary=summary,
        per_class={name: _known(values) for name, values in metrics.per_class.items()},
        confusion=metrics.confusion,
        reliability=() if outcome.card.multi_label else reliability(outcome.probabilities, outcome.truth),
        sets=sets, subgroups=subgroups(outcome, source.columns, wanted), drift=drifted,
        recalibration=recalibration(outcome, f"Calibrated on {protocol}"), mistakes=_mistakes(outcome),
        left_out=tuple(left), warnings=tuple(_warnings(outcome, left, metrics, drifted, sets)),
    )  # fmt: skip
    return found, metrics


def with_recalibration(found: Evaluation, file: str) -> Evaluation:
    """Return the evaluation saying where the new pack is."""
    assert found.recalibration is not None
    changed: Recalibration = found.recalibration.model_copy(update={"file": file})
    return found.model_copy(update={"recalibration": changed})


def _metrics(outcome: Outcome) -> Metrics:
    if outcome.card.multi_label:
        return multilabel.evaluate(outcome.probabilities, outcome.said, outcome.truth, outcome.classes)
    return evaluate(outcome.probabilities, outcome.truth, outcome.classes, units=outcome.units)


def _known(intervals: Mapping[str, Interval]) -> dict[str, Estimate]:
    found = {name: estimate(interval) for name, interval in intervals.items()}
    return {name: value for name, value in found.items() if value is not None}


def _sets(outcome: Outcome) -> dict[str, Estimate]:
    """Return what the program would say: how often it names a class, and how often that is right."""
    answered = np.array([bool(a.said.label or a.said.labels) for a in outcome.answers])
    rows = {"unsure": ~answered, "answered": answered}
    if not outcome.card.multi_label:
        members = [[name in a.said.prediction_set for name in outcome.classes] for a in outcome.answers]
        table = np.array(members)
        rows |= {"coverage": table[np.arange(len(table)), outcome.truth], "mean_size": table.sum(1)}
    found = {name: estimate(mean_interval(row, units=outcome.units)) for name, row in rows.items()}
    if answered.any():
        of_these = mean_interval(outcome.right[answered], units=outcome.units[answered])
        found["answered_accuracy"] = estimate(of_these)
    return {name: value for name, value in found.items() if value is not None}


def _protocol(source: Source, outcome: Outcome, by: str) -> str:
    unit = "page" if by == "page" else by.replace("_", " ")
    return (
        f"{len(outcome.answers)} distinct pages of {source.name} that the program does not refuse, the pack "
        f"as it is, 95 % bootstrap interval over {unit}s"
    )


def _mistakes(outcome: Outcome) -> tuple[Mistake, ...]:
    if outcome.card.multi_label:
        return ()
    names, probabilities = outcome.classes, outcome.probabilities
    wrong = [int(at) for at in np.flatnonzero(~outcome.right)]
    wrong.sort(key=lambda at: -float(probabilities[at].max()))
    return tuple(
        Mistake(
            file=outcome.answers[at].file.name, true=names[outcome.truth[at]],
            said=names[probabilities[at].argmax()], probability=float(probabilities[at].max()),
        )
        for at in wrong[:_MOST_MISTAKES]
    )  # fmt: skip


def _warnings(
    outcome: Outcome, left: Sequence[LeftOut], metrics: Metrics, drifted: Sequence[Drift],
    sets: Mapping[str, Estimate],
) -> list[str]:  # fmt: skip
    said: list[str] = []
    hashes = combined_sha256(answer.page.sha256 for answer in outcome.answers)
    if hashes in {data.sha256 for data in outcome.card.training_data}:
        said.append(say("These are the very pages the model was trained on: every figure is too good."))
    elif any(item.code == "accuracy" and _too_good(item) for item in drifted):
        said.append(
            say("The model does better here than on its own unseen pages: was it trained on some of these?")
        )
    rare = [name for name, pages in metrics.support.items() if pages < _FEW_OF_A_CLASS]
    if rare:
        said.append(say("Few pages of {classes}: figures of these say little.", classes=", ".join(rare)))
    for kind, wording in (("refused", _REFUSED), ("unreadable", _UNREADABLE), ("copy", _COPIES)):
        if count := sum(item.kind == kind for item in left):
            said.append(say_count(*wording, n=count))
    said += [say("{name}: {remark}", name=item.name, remark=item.sentence) for item in drifted if item.grave]
    answered = sets.get("answered")
    if answered is not None and answered.value < _FEW_ANSWERED:
        said.append(
            say("The program would state a class on {share:.0%} of pages only.", share=answered.value)
        )
    return said


def _too_good(item: Drift) -> bool:
    return item.training is not None and item.low is not None and item.low > item.training


_REFUSED: Final = (
    "{n} page is refused by the program as no readable ECG; it has no part in the figures.",
    "{n} pages are refused by the program as no readable ECG; they have no part in the figures.",
)
_UNREADABLE: Final = ("{n} file cannot be read.", "{n} files cannot be read.")
_COPIES: Final = (
    "{n} file is a byte copy of another and counts once.",
    "{n} files are byte copies of others and count once.",
)
