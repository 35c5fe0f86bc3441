"""MetaCLIP compares pages with sentences; shown with towers of the same build but small."""

from collections.abc import Iterator
from typing import Any

import open_clip
import pytest
import torch

from ecgdesk.core.errors import ModelPackError
from ecgdesk.models.architectures import architecture
from ecgdesk.models.class_sentences import CARDIAC
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.metaclip import MEAN, MODEL, STD, MetaClip, tokenized
from ecgdesk.models.networks.parts import part_names, train_only

SENTENCES = ("a cat", "a dog", "a horse")


def _small(_name: str) -> dict[str, Any]:
    return {
        "embed_dim": 512,
        "quick_gelu": True,
        "vision_cfg": {"image_size": 224, "layers": 2, "width": 64, "patch_size": 32},
        "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1},
    }


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[MetaClip]:
    monkeypatch.setattr("ecgdesk.models.networks.metaclip.open_clip.get_model_config", _small)
    yield MetaClip(SENTENCES)


@pytest.fixture
def pages() -> torch.Tensor:
    return torch.randn(4, 3, 224, 224)


def test_the_towers_are_metaclips_with_quick_gelu() -> None:
    config = open_clip.get_model_config(MODEL)
    public = open_clip.get_pretrained_cfg(MODEL, "metaclip_400m")
    assert config["quick_gelu"] is True
    assert (config["vision_cfg"]["patch_size"], config["embed_dim"]) == (32, 512)
    assert (public["mean"], public["std"]) == (MEAN, STD)


def test_the_logits_are_scaled_similarities_with_each_sentence(
    network: MetaClip, pages: torch.Tensor
) -> None:
    network.eval()
    with torch.no_grad():
        logits, images, texts = network(pages), network.encode_image(pages), network.encode_sentences()
    assert torch.allclose(images.norm(dim=1), torch.ones(4), atol=1e-5)
    assert torch.allclose(texts, network.class_embeddings, atol=1e-6)
    assert torch.allclose(logits, network.logit_scale.exp() * images @ texts.T, atol=1e-5)


def test_contrastive_logits_set_every_page_against_every_pages_sentence(
    network: MetaClip, pages: torch.Tensor
) -> None:
    network.eval()
    labels = torch.tensor([2, 0, 2, 1])
    with torch.no_grad():
        assert torch.allclose(network.contrastive_logits(pages, labels), network(pages)[:, labels])


def test_the_scale_is_bounded(network: MetaClip, pages: torch.Tensor) -> None:
    with torch.no_grad():
        network.logit_scale.fill_(50.0)
        assert network.eval()(pages).abs().max() <= 100


def test_the_text_tower_rests_until_its_part_learns(network: MetaClip, pages: torch.Tensor) -> None:
    network.train()(pages).sum().backward()
    assert network.text is not None
    assert all(p.grad is None for p in network.text.parameters())
    train_only(network, part_names(network))
    network(pages).sum().backward()
    assert any(p.grad is not None for p in network.text.parameters())


def test_embeddings_follow_a_text_tower_that_learned(network: MetaClip) -> None:
    train_only(network, ("text",))
    network.train()
    before = network.class_embeddings.clone()
    assert network.text is not None
    with torch.no_grad():
        for parameter in network.text.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    network.eval()
    assert not torch.allclose(network.class_embeddings, before)
    assert torch.allclose(network.class_embeddings, network.encode_sentences(), atol=1e-6)


def test_stored_embeddings_stay_as_they_are_in_a_loaded_network(network: MetaClip) -> None:
    other = MetaClip(SENTENCES)
    state = network.state_dict()
    state["class_embeddings"] = torch.nn.functional.normalize(torch.randn(3, 512), dim=1)
    other.load_state_dict(state)
    assert torch.equal(other.train().eval().class_embeddings, state["class_embeddings"])


def test_other_sentences_give_other_classes(network: MetaClip, pages: torch.Tensor) -> None:
    network.set_sentences(("a cat", "a boat"))
    assert network.eval()(pages).shape == (4, 2)
    assert torch.equal(network.tokens, tokenized(("a cat", "a boat")))


def test_a_network_without_its_text_tower_answers_the_same(network: MetaClip, pages: torch.Tensor) -> None:
    network.eval()
    with torch.no_grad():
        whole = network(pages)
        network.drop_text_tower()
        light = MetaClip(SENTENCES, text_tower=False).eval()
        light.load_state_dict(network.state_dict())
        assert torch.equal(light(pages), whole)
    assert part_names(light) == ("visual", "logit_scale")
    with pytest.raises(ValueError, match="text tower was left out"):
        light.encode_sentences()


def test_grey_is_repeated_and_standardised_as_metaclip_wants_it(network: MetaClip) -> None:
    grey = torch.rand(2, 1, 224, 224)
    mean, std = torch.tensor(MEAN).view(3, 1, 1), torch.tensor(STD).view(3, 1, 1)
    one = MetaClip(SENTENCES, channels=1)
    one.load_state_dict(network.state_dict())
    with torch.no_grad():
        assert torch.allclose(
            one.eval()(grey), network.eval()((grey.expand(-1, 3, -1, -1) - mean) / std), atol=1e-4
        )


def test_classes_find_their_sentences_by_id() -> None:
    entry = architecture("metaclip-vit-b32")
    with torch.device("meta"):
        network = build(entry, 2, {"sentences": {"Other": "something else"}}, class_ids=("Normal", "Other"))
    assert torch.equal(network.get_buffer("tokens"), tokenized((CARDIAC["Normal"], "something else")))


@pytest.mark.parametrize("sentences", [{"MI": "a", "HMI": "b"}, ["a", "b"]])
def test_sentences_that_do_not_fit_the_classes_are_refused(sentences: object) -> None:
    with torch.device("meta"), pytest.raises(ModelPackError, match="2 class sentences for 3 classes"):
        build(architecture("metaclip-vit-b32"), 3, {"sentences": sentences})


def test_another_input_size_is_refused() -> None:
    entry = architecture("metaclip-vit-b32")
    with pytest.raises(ModelPackError, match="224×224"):
        build(entry, 5, preprocessing=entry.preprocessing.model_copy(update={"width": 256}))
