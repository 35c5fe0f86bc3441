"""A card carries every option, and the sentence of every class."""

import pytest

from ecgdesk.models.architectures import architecture
from ecgdesk.models.class_sentences import CARDIAC
from ecgdesk.models.options import stored_options


def test_the_entrys_options_are_written_out_under_the_given_ones() -> None:
    stored = stored_options(architecture("page-resnet"), {"width": 16}, ("MI", "Normal"))
    assert stored == {"width": 16, "depths": (2, 2, 2, 2), "dropout": 0.3}


def test_every_class_gets_its_sentence_in_the_order_of_the_classes() -> None:
    stored = stored_options(architecture("metaclip-vit-b32"), {"sentences": {"X": "given"}}, ("Normal", "X"))
    assert stored["sentences"] == {"Normal": CARDIAC["Normal"], "X": "given"}
    assert list(stored["sentences"]) == ["Normal", "X"]
    assert stored["text_tower"] is True


def test_a_list_of_sentences_is_stored_by_class() -> None:
    stored = stored_options(architecture("metaclip-vit-b32"), {"sentences": ["one", "two"]}, ("a", "b"))
    assert stored["sentences"] == {"a": "one", "b": "two"}


def test_a_list_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="1 class sentences for 2 classes"):
        stored_options(architecture("metaclip-vit-b32"), {"sentences": ["one"]}, ("a", "b"))
