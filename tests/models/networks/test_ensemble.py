"""The ensemble votes with equal weights, and its joint grid changes no member's answer."""

import pytest
import torch

from ecgdesk.models.networks.ensemble import VotingEnsemble, resampled

MEMBERS = ({"model": "mobilenetv1_100", "size": 64}, {"model": "resnet18", "size": 96})


@pytest.fixture(scope="module")
def ensemble() -> VotingEnsemble:
    return VotingEnsemble(4, 3, MEMBERS).eval()


def test_the_outputs_are_the_log_of_the_mean_probability(ensemble: VotingEnsemble) -> None:
    pages = torch.randn(2, 3, 96, 96)
    small = torch.nn.functional.interpolate(pages, (64, 64), mode="bilinear", antialias=True)
    with torch.no_grad():
        alone = [ensemble.voters[0].network(small), ensemble.voters[1].network(pages)]
        voted = ensemble(pages)
    mean = torch.stack([logits.softmax(dim=1) for logits in alone]).mean(dim=0)
    assert torch.allclose(voted.softmax(dim=1), mean, atol=1e-6)
    assert torch.allclose(voted.exp().sum(dim=1), torch.ones(2), atol=1e-5)


def test_every_member_has_its_channels_in_the_joint_map(ensemble: VotingEnsemble) -> None:
    grids: list[torch.Tensor] = []
    handle = ensemble.grid.register_forward_hook(lambda _m, _i, out: grids.append(out))
    with torch.no_grad():
        ensemble(torch.randn(1, 3, 96, 96))
    handle.remove()
    assert grids[0].shape == (1, 1024 + 512, 3, 3)


@pytest.mark.parametrize(("old", "new"), [((8, 8), (11, 11)), ((7, 9), (9, 13)), ((3, 3), (3, 3))])
def test_resampling_keeps_the_mean_of_every_channel(old: tuple[int, int], new: tuple[int, int]) -> None:
    maps = torch.randn(2, 5, *old)
    again = resampled(maps, *new)
    assert again.shape == (2, 5, *new)
    assert torch.allclose(again.mean(dim=(2, 3)), maps.mean(dim=(2, 3)), atol=1e-6)


def test_resampling_keeps_places_where_they_are() -> None:
    maps = torch.zeros(1, 1, 2, 2)
    maps[..., 0, 1] = 1
    again = resampled(maps, 4, 4)[0, 0]
    assert torch.equal(again, torch.tensor([[0.0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0]]))


def test_the_heads_are_the_members_classifiers(ensemble: VotingEnsemble) -> None:
    assert ensemble.head_names() == ("members.0.network.classifier", "members.1.network.fc")


@pytest.mark.parametrize("members", [(), MEMBERS[:1] * 9, ({"model": "resnet18", "size": 4096},)])
def test_an_ensemble_without_bounds_is_refused(members: tuple[dict[str, object], ...]) -> None:
    with torch.device("meta"), pytest.raises(ValueError, match="1 to 8 members"):
        VotingEnsemble(4, 3, members)


@pytest.mark.parametrize("name", ["hf-hub:somebody/network", "local-dir:/tmp", "no_such_network"])
def test_a_member_from_elsewhere_is_refused(name: str) -> None:
    with torch.device("meta"), pytest.raises(ValueError, match="timm has no network"):
        VotingEnsemble(4, 3, ({"model": name, "size": 64},))
