"""The card of a trained model: its figures with the protocol they were obtained by, and its limits."""

import math
from datetime import UTC, datetime
from typing import Final

from ecgdesk.core.card import Card, Figure, Preprocessing, TrainingData
from ecgdesk.core.recipe import Recipe
from ecgdesk.models.architectures import architecture
from ecgdesk.models.options import stored_options
from training.data import PageSet
from training.metrics import Interval, Metrics
from training.packing import packed_options
from training.published import overrides, published_protocol
from training.results import Results

FIGURE_NAMES: Final = {
    "accuracy": "Accuracy",
    "macro_precision": "Macro precision",
    "macro_recall": "Macro recall",
    "macro_f1": "Macro F1",
    "weighted_precision": "Weighted precision",
    "weighted_recall": "Weighted recall",
    "weighted_f1": "Weighted F1",
    "auroc": "Macro AUROC (one against the rest)",
    "average_precision": "Macro average precision (one against the rest)",
    "ece": "Expected calibration error (10 bins)",
    "ece_debiased": "Calibration error, root mean square, debiased",
    "brier": "Brier score (sum over classes)",
    "log_loss": "Log loss",
    "precision": "precision",
    "recall": "sensitivity",
    "specificity": "specificity",
    "f1": "F1",
}
_OF_ONE_CLASS: Final = {"auroc": "AUROC", "average_precision": "average precision"}
_NAMES_OF_SEVERAL: Final = FIGURE_NAMES | {
    "accuracy": "All classes of the page right",
    "auroc": "AUROC",
    "average_precision": "average precision",
    "ece": "Expected calibration error (10 bins, each class for itself)",
    "brier": "Brier score (mean over classes)",
    "log_loss": "Log loss (mean over classes)",
}
_MACRO_OF_SEVERAL: Final = _NAMES_OF_SEVERAL | {
    "auroc": "Macro AUROC",
    "average_precision": "Macro average precision",
}


def cross_validation_protocol(recipe: Recipe, pages: int, folds: int) -> str:
    """Return one sentence on how the held-out figures were obtained."""
    by = recipe.data.group_column.replace("_", " ") or "page"
    unit = f"grouped by {by}" if recipe.split.method == "grouped" else "by file, copies on both sides"
    split, wanted = recipe.split, recipe.fold_count
    how = f"{split.folds}-fold cross-validation"
    if recipe.folds_each < split.folds:
        how = f"{recipe.folds_each} of {split.folds} folds held out"
    how += f", repeated {split.repeats} times" if split.repeats > 1 else ""
    leaky = f"; too good where it leaks, let through because: {split.override}" if split.override else ""
    done = "" if folds == wanted else f" ({folds} of them finished)"
    return (
        f"Pooled out-of-fold predictions of {pages} distinct pages, {how}{done} {unit}, split seed "
        f"{split.seed}, training seed {recipe.seed}{leaky}"
    )


def figures_protocol(recipe: Recipe, pages: PageSet, held_out: int, folds: int) -> str:
    """Return one sentence on how the held-out figures were obtained, whichever protocol is in force."""
    if recipe.is_as_published:
        return published_protocol(recipe, len(pages.pages), len(pages.distinct().pages))
    return cross_validation_protocol(recipe, held_out, folds)


def build_card(
    recipe: Recipe, pages: PageSet, preprocessing: Preprocessing, results: Results, stopped_at: str,
    notes: tuple[str, ...] = (),
) -> Card:  # fmt: skip
    """Return the card; `stopped_at` names the fit whose weights were kept when the run ended early.

    `notes` say what the network began with.
    """
    said, entry = recipe.card, architecture(recipe.model.architecture)
    limits = (*said.limits, *notes)
    if stopped_at:
        limits = (f"Training was stopped early: the weights are those of {stopped_at}.", *limits)
    return Card(
        id=said.id,
        name=said.name,
        description=said.description,
        architecture=recipe.model.architecture,
        options=packed_options(entry, stored_options(entry, recipe.model.options, pages.class_ids)),
        classes=pages.classes,
        multi_label=pages.is_multi_label,
        preprocessing=preprocessing,
        calibration=results.calibration,
        figures=tuple(_figures(recipe, pages, results)),
        confusion=results.metrics.confusion,
        training_data=(_training_data(recipe, pages.distinct()),),
        recipe=recipe.model_dump(mode="json"),
        overrides=overrides(recipe),
        limits=limits,
        licence=said.licence,
        created=datetime.now(UTC).replace(microsecond=0),
    )


def _training_data(recipe: Recipe, pages: PageSet) -> TrainingData:
    return TrainingData(
        name=recipe.data.name or recipe.data.source,
        licence=recipe.data.licence,
        pages=len(pages.pages),
        pages_per_class=pages.per_class(),
        grouped_by=recipe.data.group_column or "page",
        sha256=pages.sha256,
    )


def _figures(recipe: Recipe, pages: PageSet, results: Results) -> list[Figure]:
    metrics = results.metrics
    folds = len(set(results.folds.tolist()))
    held_out = figures_protocol(recipe, pages, metrics.pages, folds)
    calibrated = "the other folds" if folds > 1 else "these very pages"
    honest = f"{held_out}; probabilities calibrated on {calibrated}; 95 % bootstrap interval over pages."
    figures = [
        *_summary(metrics, honest),
        *_per_class(metrics, honest),
        *_sets(recipe, results, honest),
        *_shifts(results, held_out),
        *_comparison(recipe, results),
        *_baselines(results, held_out),
    ]
    # Held-out pages may lack a class altogether: what cannot be counted then is no figure.
    return [figure for figure in figures if math.isfinite(figure.value)]


def _summary(metrics: Metrics, protocol: str) -> list[Figure]:
    names = FIGURE_NAMES if metrics.confusion else _MACRO_OF_SEVERAL
    return [_figure(names[k], v, metrics.pages, protocol) for k, v in metrics.summary.items()]


def _per_class(metrics: Metrics, protocol: str) -> list[Figure]:
    names = FIGURE_NAMES | _OF_ONE_CLASS if metrics.confusion else _NAMES_OF_SEVERAL
    return [
        _figure(f"{name} {names[kind]}", interval, _pages_of(metrics, name, kind), protocol)
        for name, kinds in metrics.per_class.items()
        for kind, interval in kinds.items()
    ]


def _pages_of(metrics: Metrics, name: str, kind: str) -> int:
    return metrics.support[name] if kind == "recall" else metrics.pages


def _sets(recipe: Recipe, results: Results, protocol: str) -> list[Figure]:
    if results.coverage is None or results.mean_set_size is None:
        return []
    wanted = f"Prediction sets at {recipe.calibration.coverage:.0%}"
    pages = results.metrics.pages
    by_class = [
        Figure(
            name=f"{wanted}: coverage of {name}",
            value=value,
            n=results.metrics.support[name],
            protocol=protocol,
        )
        for name, value in results.class_coverage.items()
    ]
    return [
        _figure(f"{wanted}: coverage", results.coverage, pages, protocol),
        _figure(f"{wanted}: mean size", results.mean_set_size, pages, protocol),
        *by_class,
    ]


def _shifts(results: Results, protocol: str) -> list[Figure]:
    return [
        Figure(
            name=f"Accuracy under {shift.name}",
            value=shift.accuracy,
            n=shift.pages,
            protocol=f"{protocol}; changed before cropping; unchanged they give {shift.unchanged:.3f}.",
        )
        for shift in results.shifts
    ]


def _comparison(recipe: Recipe, results: Results) -> list[Figure]:
    if results.comparison is None or recipe.comparison is None:
        return []
    protocol = (
        "NOT an honest figure, for comparison only: random split by file of the set as published, copies "
        f"of a page on both sides; one hold-out of {recipe.comparison.share:.0%} of the files, "
        f"{recipe.comparison.epochs} epochs, otherwise the same recipe."
    )
    return [
        _figure(
            f"File-level split: {FIGURE_NAMES[key]}",
            results.comparison.summary[key],
            results.comparison.pages,
            protocol,
        )
        for key in ("accuracy", "macro_f1", "auroc")
    ]


def _baselines(results: Results, protocol: str) -> list[Figure]:
    return [
        Figure(
            name=f"Baseline accuracy: {name}", value=value, n=results.metrics.pages,
            protocol=f"{protocol.replace('Pooled', 'Same folds, pooled')}; no picture was looked at.",
        )
        for name, value in results.baselines.items()
    ]  # fmt: skip


def _figure(name: str, interval: Interval, pages: int, protocol: str) -> Figure:
    low, high = (bound if math.isfinite(bound) else None for bound in (interval.low, interval.high))
    return Figure(name=name, value=interval.value, low=low, high=high, n=pages, protocol=protocol)
