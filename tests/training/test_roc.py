"""ROC curves on a card are those of the held-out predictions."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from ecgdesk.core.recipe import Recipe
from ecgdesk.models.pack import read_card
from ecgdesk.models.repack import repack
from tests.models.packs import small_pack
from tests.training.whole_runs import finished_run
from training.data import PageSet
from training.roc import main, one_hot, roc_curves


def test_the_curve_has_the_area_it_says() -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 600)
    truth = one_hot(labels, 3)
    scores = rng.random((600, 3)) + 0.6 * truth
    for at, curve in enumerate(roc_curves(scores, truth, range(600), ("a", "b", "c"))):
        assert curve.auroc == pytest.approx(roc_auc_score(truth[:, at], scores[:, at]))
        across, up = np.array(curve.points).T
        assert float(np.trapezoid(up, across)) == pytest.approx(curve.auroc, abs=0.005)
        assert (curve.points[0], curve.points[-1]) == ((0.0, 0.0), (1.0, 1.0))
        assert (curve.pages, curve.others) == (int(truth[:, at].sum()), int((~truth[:, at]).sum()))
        assert len(curve.points) <= 120


def test_a_class_without_pages_has_no_curve() -> None:
    labels = np.array([0, 0, 1, 1])
    curves = roc_curves(np.eye(3)[[0, 0, 1, 1]], one_hot(labels, 3), range(4), ("a", "b", "c"))
    assert [curve.name for curve in curves] == ["a", "b"]


def test_pages_of_several_classes_count_for_each() -> None:
    assert one_hot(np.array([[1, 0, 1]]), 3).tolist() == [[True, False, True]]


def test_repeated_splits_count_a_page_once() -> None:
    truth = one_hot(np.array([0, 1, 0, 1]), 2)
    (first, _) = roc_curves(np.eye(2)[[0, 1, 0, 1]], truth, ["x", "y", "x", "y"], ("a", "b"))
    assert (first.pages, first.others) == (1, 1)


def test_the_curves_of_a_run_are_put_onto_its_pack_again(
    recipe: Recipe, pages: PageSet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = finished_run(recipe, pages, tmp_path)
    card = read_card(folder.pack)
    bare = tmp_path / "bare.ecgmodel"
    repack(folder.pack, bare, card.model_copy(update={"roc": ()}))
    assert main(["--run", str(folder.path), "--pack", str(bare)]) == 0
    for again, before in zip(read_card(bare).roc, card.roc, strict=True):
        assert again.auroc == pytest.approx(before.auroc, abs=1e-3)  # logits in the file are rounded
    assert f"few: AUROC {card.roc[0].auroc:.3f}" in capsys.readouterr().out


def test_the_run_of_another_pack_is_refused(
    recipe: Recipe, pages: PageSet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = finished_run(recipe, pages, tmp_path)
    other = small_pack(tmp_path)
    before = other.read_bytes()
    assert main(["--run", str(folder.path), "--pack", str(other)]) == 1
    assert "did not make this pack" in capsys.readouterr().err
    assert other.read_bytes() == before
