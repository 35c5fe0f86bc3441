"""How long a run's parts took, kept apart from its figures."""

from collections.abc import Sequence

from training.fit_store import DoneFit


def timing_json(folds: Sequence[DoneFit], others: Sequence[DoneFit]) -> dict[str, object]:
    """Return the values of timing.json by the keys of Majid et al. 2026; `others` are further fits."""
    everything = [*folds, *others]
    epochs = sum(fit.epochs for fit in everything)
    seconds = sum(fit.seconds for fit in everything)
    return {
        "fold_training_time_seconds": [fold.seconds for fold in folds],
        "average_epoch_time_seconds": seconds / epochs if epochs else 0.0,
        "total_cv_time_seconds": sum(fold.seconds for fold in folds),
        "evaluation_time_seconds": sum(fit.evaluation_seconds for fit in everything),
    }
