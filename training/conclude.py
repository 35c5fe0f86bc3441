"""The end of a run: figures, card, pack and report into the run folder."""

from collections.abc import Callable, Sequence

import numpy as np

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.card_charts import MeanMaps
from ecgdesk.core.recipe import Recipe
from ecgdesk.models.pack_write import write_pack
from training.baselines import baselines_of
from training.card import build_card, figures_protocol
from training.data import PageSet
from training.describe import Described
from training.features import Features
from training.fitting import Weights
from training.metrics import Metrics
from training.report import write_report
from training.results import HeldOut, Results, summarise
from training.roc import one_hot, roc_curves
from training.run_folder import RunFolder
from training.splits import Split

MapsOf = Callable[[Results], MeanMaps | None]


def conclude(
    recipe: Recipe, pages: PageSet, preprocessing: Preprocessing, folds: Sequence[Split], held_out: HeldOut,
    comparison: Metrics | None, folder: RunFolder, weights: Weights, stopped_at: str,
    notes: tuple[str, ...] = (), described: Described | None = None,
    features: Features | None = None, mean_maps: MapsOf | None = None,
) -> Results:  # fmt: skip
    """Write everything a run leaves behind and return its figures.

    `stopped_at` names an early end's fit, `notes` say what the networks began with, `described` lets the pack
    tell pages that are unlike the training pages, `features` are shown in the report, and `mean_maps` makes
    those of the card.
    """
    baselines = baselines_of(pages, folds)
    finished = len(np.unique(held_out.folds))
    protocol = figures_protocol(recipe, pages, len(held_out.seen), finished)
    results = summarise(held_out, recipe.calibration, protocol, comparison, baselines)
    card = build_card(recipe, pages, preprocessing, results, stopped_at, notes)
    if not recipe.is_as_published:  # what they show is of pages that were held out
        card = card.model_copy(update=_charts(results, pages, None if stopped_at else mean_maps))
    if described is not None:
        card = described.on(card)
    write_pack(folder.pack, card, weights, None if described is None else described.cloud)
    heading = "as_published" if recipe.is_as_published else "honest"
    folder.write_json(folder.metrics, results.as_json(heading))
    folder.write_text(folder.predictions, predictions_csv(pages, held_out))
    if features is not None:
        folder.write_json(folder.features, features.statistics)
    write_report(folder, card, results, pages, {} if features is None else features.pictures)
    return results


def _charts(results: Results, pages: PageSet, mean_maps: MapsOf | None) -> dict[str, object]:
    """Return the ROC curves and, unless someone waits for the pack, the mean maps for a card."""
    truth = one_hot(results.labels, len(pages.class_ids))
    curves = roc_curves(results.probabilities, truth, results.positions.tolist(), pages.class_ids)
    return {"roc": curves, "mean_maps": None if mean_maps is None else mean_maps(results)}


def predictions_csv(pages: PageSet, held_out: HeldOut) -> str:
    """Return each held-out page's file, label, fold and logits as CSV."""
    lines = ["page,label,fold," + ",".join(pages.class_ids)]
    for index, fold, logits in zip(held_out.positions, held_out.folds, held_out.logits, strict=True):
        page = pages.pages[index]
        numbers = ",".join(f"{value:.6f}" for value in logits)
        lines.append(f"{page.path.name},{page.label},{fold + 1},{numbers}")
    return "\n".join(lines) + "\n"
