"""Public CLIP weights fit our MetaCLIP after renaming, and the class sentences are embedded with them."""

import open_clip
import pytest
import torch

from ecgdesk.core.card import Preprocessing
from ecgdesk.models.architectures import architecture
from ecgdesk.models.importers.open_clip import converted
from ecgdesk.models.importers.transplant import transplant
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.metaclip import MEAN, MODEL, STD, MetaClip


def test_every_public_tensor_has_its_place() -> None:
    with torch.device("meta"):
        public = open_clip.CLIP(**open_clip.get_model_config(MODEL)).state_dict()
        network = build(architecture("metaclip-vit-b32"), 5)
    own = set(network.state_dict())
    assert own - set(converted(public)) == {"tokens", "class_embeddings"}
    assert set(converted(public)) <= own


def test_numbers_of_openais_files_are_left_out() -> None:
    state = {
        "module.visual.proj": torch.zeros(1),
        "context_length": torch.tensor(77),
        "ln_final.bias": torch.ones(1),
    }
    assert sorted(converted(state)) == ["text.ln_final.bias", "visual.proj"]


@pytest.mark.slow
def test_zero_shot_logits_are_those_of_the_public_network() -> None:
    torch.manual_seed(3)
    public = open_clip.CLIP(**open_clip.get_model_config(MODEL)).eval()
    network = build(architecture("metaclip-vit-b32"), 5, preprocessing=_rgb()).eval()
    assert isinstance(network, MetaClip)
    transplant(network, converted(public.state_dict()))
    page = torch.randn(2, 3, 224, 224)
    with torch.no_grad():
        image, text = public.encode_image(page, True), public.encode_text(network.tokens, True)
        assert torch.allclose(network(page), public.logit_scale.exp() * image @ text.T, atol=1e-4)


def _rgb() -> Preprocessing:
    entry = architecture("metaclip-vit-b32")
    return entry.preprocessing.model_copy(update={"colour": "rgb", "mean": MEAN, "std": STD})
