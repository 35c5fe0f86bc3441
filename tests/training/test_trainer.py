"""Whole runs on tiny pages: they learn, repeat, stop, go on, and leave a pack that loads."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgdesk.core.card import ClassInfo
from ecgdesk.core.recipe import Recipe
from ecgdesk.core.run_events import Batch, Event, Finished, Started, Stopped
from ecgdesk.models.loaded import load_network
from ecgdesk.models.pack import read_card
from training.data import PageSet
from training.run_folder import STOP, RunFolder
from training.splits import make_folds
from training.trainer import Trainer


def run(
    recipe: Recipe, pages: PageSet, folder: RunFolder, root: Path, only: tuple[str, ...] = ()
) -> list[Event]:
    return list(Trainer(recipe, pages, folder, root / "cache", root, only=only).fit())


def new_folder(tmp_path: Path, recipe: Recipe) -> RunFolder:
    return RunFolder.create(tmp_path / "runs", recipe)


def with_values(recipe: Recipe, **values: object) -> Recipe:
    return Recipe.model_validate({**recipe.model_dump(), **values})


def test_a_run_leaves_a_pack_that_loads_and_answers(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    recipe = with_values(recipe, comparison={"epochs": 1}, shift_pages=8)
    events = run(recipe, pages, folder, tmp_path)
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Finished)
    loaded = load_network(folder.pack)
    assert loaded.network(torch.zeros(1, 1, 48, 64)).shape == (1, 2)
    assert loaded.card.calibration.conformal_threshold is not None
    names = [figure.name for figure in loaded.card.figures]
    assert {"Accuracy", "File-level split: Accuracy", "Accuracy under grey"} <= set(names)
    assert sum(part.pages for part in loaded.card.calibration.reliability) == 40


def test_the_card_carries_the_curves_of_its_figures(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    run(recipe, pages, folder, tmp_path)
    card = load_network(folder.pack).card
    aurocs = {f.name: f.value for f in card.figures if f.name.endswith(" AUROC")}
    assert {f"{curve.name} AUROC": curve.auroc for curve in card.roc} == pytest.approx(aurocs)


def test_the_run_folder_holds_what_its_contract_says(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    run(recipe, pages, folder, tmp_path)
    for path in (
        folder.config,
        folder.metrics,
        folder.timing,
        folder.report,
        folder.pack,
        folder.predictions,
    ):
        assert path.stat().st_size > 0, path.name
    timing = json.loads(folder.timing.read_text())
    assert set(timing) == {
        "fold_training_time_seconds", "average_epoch_time_seconds", "total_cv_time_seconds",
        "evaluation_time_seconds",
    }  # fmt: skip
    assert len(timing["fold_training_time_seconds"]) == 2
    assert 'src="data:image/png' in folder.report.read_text()
    assert "http" not in folder.report.read_text()
    assert "seconds" not in folder.metrics.read_text()


def test_the_same_seed_gives_the_same_figures(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        folder = new_folder(tmp_path / name, recipe)
        run(recipe, pages, folder, tmp_path)
        texts.append((folder.predictions.read_text(), folder.metrics.read_text()))
    assert texts[0] == texts[1]


def test_another_seed_gives_other_predictions(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    texts = []
    for seed in (0, 1):
        folder = new_folder(tmp_path / str(seed), recipe)
        run(with_values(recipe, seed=seed), pages, folder, tmp_path)
        texts.append(folder.predictions.read_text())
    assert texts[0] != texts[1]


def test_it_learns_what_can_be_learnt_and_chance_otherwise(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    longer = with_values(recipe, epochs=12, augment=None)
    true = accuracy_of(longer, pages, tmp_path / "true")
    chance = np.random.default_rng(0).permutation([page.label for page in pages.pages])
    shuffled = tuple(replace(page, label=label) for page, label in zip(pages.pages, chance, strict=True))
    false = accuracy_of(longer, PageSet(shuffled, pages.classes), tmp_path / "false")
    assert true > 0.9
    assert 0.2 < false < 0.75


def accuracy_of(recipe: Recipe, pages: PageSet, tmp_path: Path) -> float:
    last = run(recipe, pages, new_folder(tmp_path, recipe), tmp_path)[-1]
    assert isinstance(last, Finished)
    return last.accuracy


def test_stop_keeps_the_best_so_far(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    events: list[Event] = []
    for event in Trainer(recipe, pages, folder, tmp_path / "cache", tmp_path).fit():
        events.append(event)
        if isinstance(event, Batch) and (event.fit, event.epoch) == ("fold 2", 2):
            (folder.path / STOP).touch()
    assert isinstance(events[-1], Stopped)
    assert events[-1].pack == folder.pack.name
    assert not any(isinstance(event, Batch) and event.fit == "final" for event in events)
    assert "stopped early" in read_card(folder.pack).limits[0]
    load_network(folder.pack)


def test_stop_at_once_leaves_nothing_to_keep(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    (folder.path / STOP).touch()
    last = run(recipe, pages, folder, tmp_path)[-1]
    assert isinstance(last, Stopped)
    assert last.pack == ""
    assert not folder.pack.exists()


def test_a_run_done_in_parts_equals_a_run_done_at_once(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    whole, parts = new_folder(tmp_path / "whole", recipe), new_folder(tmp_path / "parts", recipe)
    run(recipe, pages, whole, tmp_path)
    last = run(recipe, pages, parts, tmp_path, only=("fold 2",))[-1]
    assert isinstance(last, Stopped)
    assert "fold 1, final" in last.reason
    assert isinstance(run(recipe, pages, parts, tmp_path)[-1], Finished)
    assert parts.metrics.read_text() == whole.metrics.read_text()


def test_early_stopping_never_looks_at_the_test_pages(
    recipe: Recipe, pages: PageSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import fits
    from training.splits import Split, make_folds

    seen: list[Split] = []
    original = fits.Fit

    def spy(
        name: str, recipe: Recipe, material: object, network: object, split: Split, *rest: object
    ) -> object:
        if name.startswith("fold"):
            seen.append(split)
        return original(name, recipe, material, network, split, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(fits, "Fit", spy)
    stopping = with_values(recipe, early_stopping={"patience": 1, "share": 0.3})
    run(stopping, pages, new_folder(tmp_path, recipe), tmp_path)
    for split, fold in zip(seen, make_folds(pages, recipe.split), strict=True):
        assert not set(split.held_out) & set(fold.held_out)


def test_predictions_name_each_page_once(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    run(recipe, pages, folder, tmp_path)
    with folder.predictions.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["page"] for row in rows) == sorted(page.path.name for page in pages.pages)


def test_a_repeated_split_predicts_each_page_once_a_repeat(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    repeated = with_values(recipe, split={**recipe.split.model_dump(), "repeats": 2}, final_fit=False)
    folder = new_folder(tmp_path, repeated)
    events = run(repeated, pages, folder, tmp_path)
    assert isinstance(events[0], Started)
    assert events[0].fits == ("fold 1", "fold 2", "fold 3", "fold 4")
    with folder.predictions.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2 * len({row["page"] for row in rows}) == 80
    assert {row["fold"] for row in rows} == set("1234")
    by_page = {
        name: [row["fold"] for row in rows if row["page"] == name] for name in {r["page"] for r in rows}
    }
    assert len({tuple(folds) for folds in by_page.values()}) == 4  # the repeats are split differently
    assert "repeated 2 times" in read_card(folder.pack).figures[0].protocol


def test_the_figures_hold_all_that_is_promised(recipe: Recipe, pages: PageSet, tmp_path: Path) -> None:
    folder = new_folder(tmp_path, recipe)
    run(recipe, pages, folder, tmp_path)
    found = json.loads(folder.metrics.read_text())
    summary = found["honest"]["summary"]
    assert {
        "accuracy", "macro_precision", "macro_recall", "macro_f1", "weighted_precision", "weighted_recall",
        "weighted_f1", "auroc", "average_precision", "ece", "ece_debiased", "brier", "log_loss",
    } == set(summary)  # fmt: skip
    assert all(set(value) == {"value", "low", "high"} for value in summary.values())
    assert set(found["class_thresholds"]) == {"few", "many"}
    assert set(found["over_folds"]) >= {"confusion_mean", "confusion_sd", "accuracy"}
    assert len(found["over_folds"]["folds"]) == 2
    assert found["calibration"]["reliability"]
    assert found["prediction_sets"]["coverage"]["value"] > 0


def test_a_class_without_held_out_pages_has_no_figures_and_the_pack_can_be_read(
    recipe: Recipe, pages: PageSet, tmp_path: Path
) -> None:
    alone = ("day-0", "day-1")  # two classes of one day each: they come into different folds
    more = tuple(ClassInfo(id=day, name=day, short=day) for day in alone)
    changed = [replace(page, label=page.group) if page.group in alone else page for page in pages.pages]
    four = PageSet(tuple(changed), (*pages.classes, *more))
    recipe = with_values(recipe, split={"folds": 2, "held_out_folds": 1}, final_fit=False, epochs=1)
    held_out = four.labels[make_folds(four, recipe.split)[0].held_out]
    (missing,) = (day for number, day in enumerate(four.class_ids) if number not in held_out)
    folder = new_folder(tmp_path, recipe)
    assert isinstance(run(recipe, four, folder, tmp_path)[-1], Finished)
    names = [figure.name for figure in read_card(folder.pack).figures]
    assert "few AUROC" in names
    assert f"{missing} AUROC" not in names
