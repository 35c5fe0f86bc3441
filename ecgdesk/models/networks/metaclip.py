"""MetaCLIP ViT-B/32: an image tower compared with one sentence a class (Xu et al. 2024; paper A, Ketab 2025).

The towers are open_clip's (MIT), with QuickGELU as MetaCLIP was trained. The class whose sentence lies
nearest to the picture wins: logits are cosine similarities times the learned scale. Published: the image
tower is fine-tuned against the text tower's embeddings of one clinical sentence a class, contrastively; a
grey picture is repeated to three channels. Ours: the text tower is frozen until its part is told to learn.

The embeddings of the sentences are a buffer and travel in the model pack, so that a pack needs neither the
text tower nor a tokenizer (`drop_text_tower`, option `text_tower`). The public MetaCLIP weights are CC BY-NC
4.0; they are imported by the user and never fetched from here.
"""

from collections.abc import Mapping, Sequence

import open_clip
import torch
from torch import Tensor, nn
from torch.nn import functional

from ecgdesk.models.class_sentences import sentences_for
from ecgdesk.models.networks.spec import NetworkSpec

MODEL = "ViT-B-32-quickgelu"
MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)
_EMBEDDING = 512
_LARGEST_SCALE = 100.0


class MetaClip(nn.Module):
    """Image tower, text tower, scale, and the tokens and unit embeddings of the class sentences.

    `channels` 1 takes grey values in [0, 1], repeats them and standardises them as MetaCLIP does; 3 takes
    RGB that is standardised already. Input (N, channels, 224, 224).
    """

    tokens: Tensor
    class_embeddings: Tensor

    def __init__(self, sentences: Sequence[str], channels: int = 3, text_tower: bool = True) -> None:
        super().__init__()
        if channels not in (1, 3):
            raise ValueError("MetaCLIP takes 1 or 3 channels")
        towers = open_clip.CustomTextCLIP(**open_clip.get_model_config(MODEL))
        self.visual = towers.visual
        self.text = _frozen(towers.text) if text_tower else None
        self.logit_scale = towers.logit_scale
        self.register_buffer("tokens", tokenized(sentences) if text_tower else None)
        self.register_buffer("class_embeddings", torch.zeros(len(sentences), _EMBEDDING))
        if text_tower and not self.class_embeddings.is_meta:
            self.refresh_embeddings()

    def encode_image(self, x: Tensor) -> Tensor:
        """Map (N, channels, 224, 224) to unit vectors (N, 512)."""
        return functional.normalize(self.visual(_three_channels(x)), dim=-1)

    def encode_sentences(self) -> Tensor:
        """Return unit vectors (classes, 512) of the class sentences; needs the text tower."""
        if self.text is None:
            raise ValueError("the text tower was left out of this network")
        return functional.normalize(self.text(self.tokens), dim=-1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels, 224, 224) to logits (N, classes): scaled similarity with each class sentence."""
        logits: Tensor = self._scale() * self.encode_image(x) @ self._class_vectors().T
        return logits

    def contrastive_logits(self, x: Tensor, labels: Tensor) -> Tensor:
        """Return (N, N): picture i against the sentence of picture j's class, for a contrastive loss.

        Pictures of one class share a sentence, so every j with `labels[j] == labels[i]` is a positive of i.
        """
        logits: Tensor = self._scale() * self.encode_image(x) @ self._class_vectors()[labels].T
        return logits

    @torch.no_grad()
    def refresh_embeddings(self) -> None:
        """Embed the class sentences anew: after an import of weights or a change of sentences."""
        self.class_embeddings.copy_(self.encode_sentences())

    def after_import(self) -> None:
        """Embed the class sentences with the imported text tower, when there is one."""
        if self.text is not None:
            self.refresh_embeddings()

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Take other class sentences, any number of them; needs the text tower."""
        self.tokens = tokenized(sentences).to(self.class_embeddings.device)
        self.class_embeddings = self.class_embeddings.new_zeros(len(sentences), _EMBEDDING)
        self.refresh_embeddings()

    def drop_text_tower(self) -> None:
        """Keep only what prediction needs; the state dict then fits the option `text_tower` false."""
        self.text = None
        self.register_buffer("tokens", None)

    def train(self, mode: bool = True) -> "MetaClip":
        """Switch the mode; leaving training embeds the sentences anew when the text tower could learn."""
        leaving = self.training and not mode
        super().train(mode)
        if leaving and self._text_learns():
            self.refresh_embeddings()
        return self

    def part_names(self) -> tuple[str, ...]:
        """Return image tower, text tower (when there is one), scale."""
        return ("visual", *(("text",) if self.text is not None else ()), "logit_scale")

    def head_names(self) -> tuple[str, ...]:
        """Return what changes with the sentences."""
        return ("tokens", "class_embeddings")

    def _scale(self) -> Tensor:
        scale: Tensor = self.logit_scale.exp().clamp(max=_LARGEST_SCALE)
        return scale

    def _class_vectors(self) -> Tensor:
        return self.encode_sentences() if self.training and self._text_learns() else self.class_embeddings

    def _text_learns(self) -> bool:
        return self.text is not None and any(p.requires_grad for p in self.text.parameters())


def build(spec: NetworkSpec) -> MetaClip:
    """Build MetaCLIP ViT-B/32 with random weights, without any download.

    Options: `sentences` (by class id, or a list in the order of the classes), `text_tower`. Without class ids
    in the spec, a mapping is taken in its own order. Raises ValueError when the sentences do not fit the
    classes.
    """
    if (spec.height, spec.width) != (224, 224):
        raise ValueError("MetaCLIP takes pictures of 224×224")
    options = dict(spec.options)
    return MetaClip(_sentences(spec, options.pop("sentences")), spec.channels, **options)


def tokenized(sentences: Sequence[str]) -> Tensor:
    """Return tokens (sentences, 77) of open_clip's own byte-pair vocabulary; longer sentences are cut."""
    with torch.device("cpu"):  # real values also while a network is built on the meta device
        tokens: Tensor = open_clip.get_tokenizer(MODEL)(list(sentences))
    return tokens


def _sentences(spec: NetworkSpec, given: Mapping[str, str] | Sequence[str]) -> tuple[str, ...]:
    if spec.class_ids:
        return sentences_for(spec.class_ids, given)
    in_order = tuple(given.values()) if isinstance(given, Mapping) else tuple(given)
    return sentences_for(("",) * spec.num_classes, in_order)


def _frozen(text: nn.Module) -> nn.Module:
    """Freeze the text tower and give it a causal mask that exists on the meta device's builds too."""
    with torch.device("cpu"):
        text.register_buffer("attn_mask", text.build_causal_mask(), persistent=False)  # type: ignore[operator]
    return text.requires_grad_(False)


def _three_channels(x: Tensor) -> Tensor:
    if x.shape[1] == 3:
        return x
    mean, std = x.new_tensor(MEAN)[:, None, None], x.new_tensor(STD)[:, None, None]
    return (x - mean) / std
