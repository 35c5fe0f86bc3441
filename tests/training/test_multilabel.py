"""Pages with several classes or none: reading them, splits, figures, thresholds, and a whole run."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from sklearn import metrics as reference

from ecgdesk.core.card import Card
from ecgdesk.core.errors import RecipeError
from ecgdesk.core.recipe import ObjectiveSettings, Recipe, parse_recipe
from ecgdesk.core.run_events import Finished
from ecgdesk.models.loaded import load_network
from ecgdesk.models.predict import predict
from ecgdesk.models.preprocess import normalise
from tests.training.conftest import RECIPE, drawn_page
from tests.training.test_trainer import new_folder, run
from training import multilabel
from training.cache import picture_of_file
from training.data import PageSet, load_pages, names_in
from training.multilabel_scores import probabilities_at
from training.objectives import make_objective
from training.splits import make_folds

SEVERAL = (
    RECIPE.replace(
        'group_column = "day"', 'group_column = "patient"\nlabel_column = "labels"\nlabel_separator = ";"'
    )
    .replace('copies_column = "copies"\nsingle_number_column = "strokes"\n', "")
    .replace("[augment]", '[objective]\nkind = "multi-label"\nclass_weight_power = 0.0')
)
CLASSES = ("dense", "left", "never")


@pytest.fixture(scope="session")
def several_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 pages of 20 patients: dense or not, marked on the left or not, hardly ever with the third class."""
    folder = tmp_path_factory.mktemp("several")
    chance = np.random.default_rng(0)
    rows = ["path,labels,patient"]
    for number in range(60):
        dense, left = number % 2 == 0, number % 3 == 0
        page = drawn_page(12 if dense else 3, chance)
        if left:
            page[70:90, 2:20] = 0
        cv2.imwrite(str(folder / f"{number}.png"), page)
        names = [name for name, there in (("dense", dense), ("left", left), ("never", number == 7)) if there]
        rows.append(f"{number}.png,{' ; '.join(names)},patient-{number // 3}")
    (folder / "pages.csv").write_text("\n".join(rows) + "\n")
    return folder


@pytest.fixture
def several(several_data: Path) -> PageSet:
    return load_pages(parse_recipe(SEVERAL).data, several_data)


def test_labels_are_classes_with_a_separator_between_them(several: PageSet) -> None:
    assert several.class_ids == CLASSES
    by_name = {page.path.stem: row for page, row in zip(several.pages, several.labels.tolist(), strict=True)}
    assert by_name["0"] == [1, 1, 0]
    assert by_name["1"] == [0, 0, 0]
    assert by_name["7"] == [0, 0, 1]
    assert several.per_class() == {"dense": 30, "left": 20, "never": 1}


@pytest.mark.parametrize(
    ("label", "names"), [("", ()), (" ", ()), ("MI", ("MI",)), ("MI; CD ;", ("MI", "CD")), ("MI;MI", ("MI",))]
)
def test_a_label_is_read_leniently(label: str, names: tuple[str, ...]) -> None:
    assert names_in(label, ";") == names


def test_splits_keep_the_rarest_class_even_and_patients_together(several: PageSet) -> None:
    strata = several.strata
    assert set(strata.tolist()) == {0, 1, 2, 3}
    for split in make_folds(several, parse_recipe(SEVERAL).split):
        assert not set(several.groups[split.train]) & set(several.groups[split.held_out])
        assert several.labels[split.held_out].sum(axis=0)[1] in range(7, 14)


@pytest.mark.parametrize(
    "change",
    [
        ('kind = "multi-label"', 'kind = "cross-entropy"'),
        ("epochs = 2", 'epochs = 2\nbalance = "oversample"'),
        ("epochs = 2", 'epochs = 2\nprotocol = "as published"'),
    ],
)
def test_what_does_not_go_together_is_refused(change: tuple[str, str]) -> None:
    with pytest.raises(RecipeError):
        parse_recipe(SEVERAL.replace(*change))


def test_class_lists_go_by_name() -> None:
    named = parse_recipe(SEVERAL.replace('source = "pages.csv"', 'source = "pages.csv"\nclasses = "ptbxl-5"'))
    assert [item.id for item in named.data.classes] == ["NORM", "MI", "STTC", "CD", "HYP"]
    assert Recipe.model_validate(named.model_dump(mode="json")) == named
    with pytest.raises(RecipeError, match="covid-5"):
        parse_recipe(SEVERAL.replace('source = "pages.csv"', 'source = "pages.csv"\nclasses = "covid"'))


def some_answers() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(3)
    truth = (chance.random((80, 3)) < (0.5, 0.3, 0.1)).astype(np.int64)
    return np.round(chance.normal(truth * 1.5 - 0.7, 1.0), 1), truth  # rounded: many equal answers


def test_figures_equal_those_of_scikit_learn() -> None:
    logits, truth = some_answers()
    probabilities = probabilities_at(logits, 1.0)
    said = probabilities >= 0.5
    found = multilabel.evaluate(probabilities, said, truth, CLASSES, resamples=20)
    expected = {
        "accuracy": reference.accuracy_score(truth, said),
        "auroc": reference.roc_auc_score(truth, probabilities, average="macro"),
        "macro_f1": reference.f1_score(truth, said, average="macro"),
        "macro_precision": reference.precision_score(truth, said, average="macro"),
        "macro_recall": reference.recall_score(truth, said, average="macro"),
        "brier": float(((probabilities - truth) ** 2).mean()),
    }
    assert {name: found.summary[name].value for name in expected} == pytest.approx(expected)
    assert found.support == dict(zip(CLASSES, truth.sum(0).tolist(), strict=True))
    for name, interval in found.summary.items():
        assert interval.low <= interval.high, name


def test_average_precision_equals_scikit_learn_without_equal_answers() -> None:
    _, truth = some_answers()
    probabilities = np.random.default_rng(0).random(truth.shape)
    found = multilabel.evaluate(probabilities, probabilities > 0.5, truth, CLASSES, resamples=1)
    expected = reference.average_precision_score(truth, probabilities, average="macro")
    assert found.summary["average_precision"].value == pytest.approx(expected)


def test_a_class_nobody_has_is_left_out_of_the_means() -> None:
    logits, truth = some_answers()
    truth[:, 2] = 0
    found = multilabel.evaluate(probabilities_at(logits, 1.0), logits > 0, truth, CLASSES, resamples=5)
    assert np.isfinite(found.summary["auroc"].value)
    assert multilabel.fit_thresholds(probabilities_at(logits, 1.0), truth)[2] == 0.5


def test_thresholds_give_the_best_f1() -> None:
    logits, truth = some_answers()
    probabilities = probabilities_at(logits, 1.0)
    thresholds = multilabel.fit_thresholds(probabilities, truth)
    best = reference.f1_score(truth, probabilities >= thresholds, average=None)
    for at in np.linspace(0.02, 0.98, 49):
        assert (reference.f1_score(truth, probabilities >= at, average=None) <= best + 1e-9).all()


def test_a_fold_does_not_calibrate_itself() -> None:
    logits, truth = some_answers()
    folds = np.arange(len(truth)) % 2
    plain, _ = multilabel.cross_fitted(logits, truth, folds)
    turned = truth.copy()
    turned[folds == 0] = 1 - turned[folds == 0]
    other, _ = multilabel.cross_fitted(logits, turned, folds)
    assert (plain[folds == 0] == other[folds == 0]).all()
    assert not (plain[folds == 1] == other[folds == 1]).all()


def test_a_rare_class_weighs_more_when_it_is_there() -> None:
    truth = np.array([[1, 0]] * 3 + [[0, 1]], dtype=np.int64)
    settings = ObjectiveSettings(kind="multi-label", class_weight_power=1.0)
    assert make_objective(settings, truth, 2).weight.tolist() == pytest.approx([1 / 3, 3.0])
    plain = make_objective(settings.model_copy(update={"class_weight_power": 0.0}), truth, 2)
    logits, wanted = torch.randn(4, 2), torch.from_numpy(truth)
    expected = torch.nn.functional.binary_cross_entropy_with_logits(logits, wanted.float())
    assert float(plain(logits, wanted)) == pytest.approx(float(expected))


def test_a_run_learns_several_classes_and_its_pack_says_them(
    several_data: Path, several: PageSet, tmp_path: Path
) -> None:
    recipe = parse_recipe(SEVERAL.replace("epochs = 2", "epochs = 14\nearly_stopping = { patience = 9 }"))
    folder = new_folder(tmp_path, recipe)
    events = run(recipe, several, folder, tmp_path)
    assert isinstance(events[-1], Finished)
    model = load_network(folder.pack)
    card = model.card
    figures = {figure.name: figure.value for figure in card.figures}
    assert card.multi_label
    assert figures["dense AUROC"] > 0.9
    assert {"Macro AUROC", "Baseline accuracy: commonest set of classes"} <= set(figures)
    assert not any("Prediction sets" in name for name in figures)
    assert set(card.calibration.class_thresholds) == set(CLASSES)
    assert "missed" in folder.report.read_text() or "said" in folder.report.read_text()
    assert set(said_of(several_data / "0.png", card, model.run)) >= {"dense"}


def said_of(path: Path, card: Card, answer: Callable[[np.ndarray], np.ndarray]) -> tuple[str, ...]:
    inputs = normalise(picture_of_file(path, card.preprocessing), card.preprocessing)[None]
    return predict(answer(inputs)[0], card).labels
