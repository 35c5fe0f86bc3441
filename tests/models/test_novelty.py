"""How far a page lies from the training pages: the distance, its way through a pack, and what follows."""

from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.spatial.distance import mahalanobis
from torch import nn

from ecgdesk.core.analysis import Prediction
from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.loaded import load_network
from ecgdesk.models.novelty import Cloud, cloud_of
from ecgdesk.models.pack import read_card, verify
from ecgdesk.models.pack_write import write_pack
from ecgdesk.models.predict import with_novelty
from ecgdesk.models.watch import last_linear, watched
from tests.models.packs import members_of, small_card, small_cloud, small_network, small_pack, wary_pack

PAGE = torch.zeros(2, 1, 32, 64)


def test_the_distance_is_mahalanobis_along_the_axes_and_beside_them() -> None:
    chance = np.random.default_rng(3)
    axes = np.linalg.qr(chance.normal(size=(5, 5)))[0][:2]
    cloud = Cloud(chance.normal(size=5), axes, np.array([9.0, 4.0]), np.array([0.25]))
    covariance = axes.T @ np.diag([9.0, 4.0]) @ axes + 0.25 * (np.eye(5) - axes.T @ axes)
    points = chance.normal(size=(20, 5)) * 4
    expected = [mahalanobis(point, cloud.centre, np.linalg.inv(covariance)) for point in points]
    assert cloud.distance(points) == pytest.approx(expected, rel=1e-9)


def test_a_cloud_comes_back_from_its_arrays() -> None:
    cloud = small_cloud()
    again = cloud_of(cloud.arrays(), "a pack")
    points = np.random.default_rng(0).normal(size=(3, 8))
    assert again.distance(points) == pytest.approx(cloud.distance(points))


def test_features_are_what_the_last_linear_layer_gets() -> None:
    network = small_network()
    assert last_linear(network) == "head"
    with torch.inference_mode(), watched(network, "head") as seen:
        logits = network(PAGE)
        again = network.head(torch.from_numpy(seen[0]))
    assert torch.allclose(logits, again, atol=1e-6)
    assert seen[0].shape == (2, 8)


def test_features_of_maps_are_mean_and_spread_of_each_channel() -> None:
    network = nn.Sequential(nn.Identity(), nn.Flatten())
    maps = torch.randn(2, 3, 4, 5)
    with watched(network, "0") as seen:
        network(maps)
    assert seen[0] == pytest.approx(
        np.concatenate([maps.mean((2, 3)), maps.std((2, 3), correction=0)], 1), abs=1e-6
    )


def test_places_tell_apart_what_channels_alone_cannot() -> None:
    network = nn.Sequential(nn.Identity(), nn.Flatten())
    upper, lower = torch.zeros(1, 2, 4, 5), torch.zeros(1, 2, 4, 5)
    upper[:, :, 0], lower[:, :, 3] = 1, 1
    with watched(network, "0") as blind, watched(network, "0", places=True) as seen:
        network(torch.cat([upper, lower]))
    assert blind[0][0] == pytest.approx(blind[0][1])
    assert seen[0].shape == (2, 4 + 4 + 5)
    assert seen[0][:, 4:8].tolist() == [[1, 0, 0, 0], [0, 0, 0, 1]]
    assert seen[0][0, 8:] == pytest.approx(np.full(5, 0.25))


def test_the_hook_is_gone_when_the_pass_fails() -> None:
    network = small_network()
    with pytest.raises(RuntimeError), watched(network, "head"):
        network(torch.zeros(1, 3, 32, 64))
    assert not network.head._forward_pre_hooks


def test_a_pack_carries_the_cloud_and_verifies(tmp_path: Path) -> None:
    path = wary_pack(tmp_path, threshold=2.5)
    assert sorted(members_of(path)) == ["SHA256SUMS", "card.json", "model.safetensors", "novelty.safetensors"]
    card = verify(path)
    assert card.novelty is not None
    assert card.novelty.threshold == 2.5
    model = load_network(path)
    with watched(model.network, "head") as seen, model.watching() as watch:
        model.run(PAGE.numpy()[:1])
    assert watch.novelty == pytest.approx(float(small_cloud().distance(seen[0])[0]) / 2.5)


def test_the_same_cloud_gives_the_same_bytes(tmp_path: Path) -> None:
    first = wary_pack(tmp_path).read_bytes()
    assert wary_pack(tmp_path).read_bytes() == first


def test_a_pack_without_a_cloud_works_and_says_nothing(tmp_path: Path) -> None:
    path = small_pack(tmp_path)
    assert read_card(path).novelty is None
    model = load_network(path)
    with model.watching() as watch:
        model.run(PAGE.numpy())
    assert watch.novelty is None


def test_a_card_without_its_cloud_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ModelPackError, match="do not match"):
        write_pack(tmp_path / "a.ecgmodel", small_card(), small_network().state_dict(), small_cloud())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("novelty", "stays"), [(None, True), (0.4, True), (1.0, True), (1.0001, False)])
def test_no_class_is_stated_beyond_the_limit(novelty: float | None, stays: bool) -> None:
    sure = Prediction({"a": 0.9, "b": 0.1}, "a", ("a",), uncertain=False, coverage=0.9)
    said = with_novelty(sure, novelty)
    assert said.novelty == novelty
    assert (said.label == "a", said.coverage == 0.9, not said.uncertain) == (stays,) * 3
    assert said.probabilities == sure.probabilities
    assert said.prediction_set == (("a",) if stays else ("a", "b")), "no class is ruled out"


def test_no_class_is_stated_where_leads_were_not_read_well_enough() -> None:
    sure = Prediction({"a": 0.9, "b": 0.6}, None, ("a", "b"), False, ("a", "b"))
    said = with_novelty(sure, 0.4, "Parts of the traces could not be read.")
    assert (said.labels, said.uncertain, said.unlike_training, said.novelty) == ((), True, True, 0.4)
    assert said.prediction_set == ()
