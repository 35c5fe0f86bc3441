"""`python -m training.roc --run RUN --pack PACK`: put the ROC curves of a finished run onto a pack's card.

Trains nothing and leaves the weights as they are. New runs do the same at their end.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score, roc_curve

from ecgdesk.core.card import Card
from ecgdesk.core.card_charts import RocCurve
from ecgdesk.core.errors import EcgdeskError, RecipeError
from ecgdesk.core.recipe import Recipe, read_recipe
from ecgdesk.models.pack import read_card
from ecgdesk.models.repack import repack
from training import multilabel
from training.calibrate import cross_fitted
from training.data import names_in
from training.run_folder import RunFolder

_MOST_POINTS: Final = 120
_DIGITS: Final = 4
_ASK_RUN: Final = "Name the folder of the run that made it."


def roc_curves(
    probabilities: NDArray[np.float64],
    truth: NDArray[np.bool_],
    pages: Sequence[object],
    classes: Sequence[str],
) -> tuple[RocCurve, ...]:
    """Return the curve of each class with pages in and out of it.

    `probabilities` and `truth` are (N, classes); `pages` (N) name each row's page, which repeated splits hold
    out more than once.
    """
    return tuple(
        _curve(probabilities[:, at], truth[:, at], np.array(pages), name)
        for at, name in enumerate(classes)
        if 0 < truth[:, at].sum() < len(truth)
    )


def one_hot(labels: NDArray[np.int64], classes: int) -> NDArray[np.bool_]:
    """Return labels, one class a page (N) or several (N, classes), as truth (N, classes)."""
    return labels > 0 if labels.ndim == 2 else labels[:, None] == np.arange(classes)


def of_run(run: Path, recipe: Recipe, card: Card) -> tuple[RocCurve, ...]:
    """Return the curves of a run's held-out predictions, calibrated across folds; raises OSError."""
    classes = [item.id for item in card.classes]
    rows = _rows(run, classes)
    logits = np.array([[float(row[name]) for name in classes] for row in rows])
    folds = np.array([int(row["fold"]) for row in rows])
    said = [names_in(row["label"], recipe.data.label_separator) for row in rows]
    truth = np.array([[name in names for name in classes] for names in said])
    if card.multi_label:
        probabilities, _ = multilabel.cross_fitted(logits, truth.astype(np.int64), folds)
    else:
        coverage, repeats = recipe.calibration.coverage, (folds - 1) // recipe.folds_each
        probabilities, _ = cross_fitted(logits, truth.argmax(1), folds, coverage, repeats)
    return roc_curves(probabilities, truth, [row["page"] for row in rows], classes)


def _rows(run: Path, classes: Sequence[str]) -> list[dict[str, str]]:
    """Return the predictions of a run; raises RecipeError where they are not of these classes."""
    path = RunFolder(run).predictions
    if not path.is_file():
        raise RecipeError(f"{run.name} has no predictions.", "Name the folder of a finished run.")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or not {"page", "label", "fold", *classes} <= set(rows[0]):
        raise RecipeError(f"The predictions in {run.name} are not of this pack's classes.", _ASK_RUN)
    return rows


def check_made_it(run: Path, card: Card) -> None:
    """Raise RecipeError unless a run's own pack has the id and the training pages of a card."""
    own = read_card(RunFolder(run).pack)
    if (own.id, own.training_data) != (card.id, card.training_data):
        raise RecipeError(f"{run.name} did not make this pack.", _ASK_RUN)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pack again in place; exit 0, or 1 where that cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m training.roc", description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the run folder that made the pack")
    parser.add_argument("--pack", type=Path, required=True, help="the pack to add to, in place")
    asked = parser.parse_args(argv)
    try:
        card = read_card(asked.pack)
        check_made_it(asked.run, card)
        curves = of_run(asked.run, read_recipe(RunFolder(asked.run).config), card)
        repack(asked.pack, asked.pack, card.model_copy(update={"roc": curves}))
    except (EcgdeskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for curve in curves:
        sys.stdout.write(
            f"{curve.name}: AUROC {curve.auroc:.3f} ({curve.pages} of {curve.others + curve.pages})\n"
        )
    return 0


def _curve(
    scores: NDArray[np.float64], truth: NDArray[np.bool_], pages: NDArray[np.generic], name: str
) -> RocCurve:
    across, up, _ = roc_curve(truth, scores)
    kept = np.unique(np.linspace(0, len(across) - 1, _MOST_POINTS).round().astype(int))
    points = tuple((round(float(across[at]), _DIGITS), round(float(up[at]), _DIGITS)) for at in kept)
    inside, outside = (len(np.unique(pages[rows])) for rows in (truth, ~truth))
    auroc = float(roc_auc_score(truth, scores))
    return RocCurve(name=name, auroc=auroc, pages=inside, others=outside, points=points)


if __name__ == "__main__":
    sys.exit(main())
