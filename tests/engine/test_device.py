"""Where models run, and what is said when the card cannot be used."""

import pytest

from ecgdesk.core.analysis import DeviceChoice
from ecgdesk.engine.device import CPU, Place, Runner, choose, is_out_of_memory
from ecgdesk.engine.gpu import Gpu, parse

GPU = Place("cuda", "NVIDIA RTX 2000")


class Machine:
    def __init__(self, cards: tuple[str, ...] = (), error: str = "") -> None:
        self._cards, self._error = cards, error

    def cards(self) -> tuple[str, ...]:
        return self._cards

    def trial(self) -> str:
        if self._error:
            raise RuntimeError(self._error)
        return self._cards[0]


class OutOfMemoryError(RuntimeError):
    """Named as torch names it."""


@pytest.mark.parametrize("choice", [DeviceChoice.AUTO, DeviceChoice.CUDA])
def test_a_usable_card_is_used_without_a_word(choice: DeviceChoice) -> None:
    place = choose(choice, Machine(("RTX",)))
    assert (place.torch_name, place.label, place.sentence) == ("cuda", "RTX", "")


@pytest.mark.parametrize("choice", [DeviceChoice.AUTO, DeviceChoice.CUDA])
def test_a_card_that_is_there_but_unusable_is_named_with_the_cause(choice: DeviceChoice) -> None:
    place = choose(choice, Machine(("RTX 2000",), "driver too old\nlong trace"))
    assert place.torch_name == "cpu"
    assert "RTX 2000" in place.sentence
    assert "driver too old" in place.sentence
    assert "long trace" not in place.sentence
    assert "doctor" in place.sentence


def test_no_card_is_only_worth_a_word_when_one_was_asked_for() -> None:
    assert choose(DeviceChoice.AUTO, Machine((), "none")) == CPU
    assert "no graphics card" in choose(DeviceChoice.CUDA, Machine((), "none")).sentence


def test_the_processor_is_taken_without_asking_the_card() -> None:
    class Untouchable(Machine):
        def trial(self) -> str:
            raise AssertionError("asked")

    assert choose(DeviceChoice.CPU, Untouchable()) == CPU


def flaky(*errors: Exception):  # noqa: ANN201
    """Work that fails on the card with these errors in turn, and never on the processor."""
    left = list(errors)

    def work(place: Place) -> str:
        if place.torch_name == "cuda" and left:
            raise left.pop(0)
        return place.label

    return work


def test_out_of_memory_is_caught_and_the_work_done_on_the_processor_once() -> None:
    emptied: list[bool] = []
    runner = Runner(GPU, lambda: emptied.append(True))
    work = flaky(OutOfMemoryError("CUDA out of memory"))
    result, place, cautions = runner.run(work)
    assert (result, place) == ("CPU", CPU)
    assert [c.code for c in cautions] == ["device-memory"]
    assert emptied == [True]
    assert runner.run(work) == (GPU.label, GPU, ())  # the next page tries the card again


def test_a_broken_card_is_left_for_good() -> None:
    runner = Runner(GPU, lambda: None)
    _, place, cautions = runner.run(flaky(RuntimeError("CUDA error: unspecified launch failure")))
    assert (place, [c.code for c in cautions]) == (CPU, ["device-failed"])
    assert runner.place.torch_name == "cpu"


def test_the_memory_of_a_broken_card_is_not_touched() -> None:
    def forget() -> None:
        raise RuntimeError("CUDA error: unspecified launch failure")

    result, _, _ = Runner(GPU, forget).run(flaky(RuntimeError("CUDA error: unspecified launch failure")))
    assert result == "CPU"


def test_an_error_that_is_not_the_cards_is_raised() -> None:
    with pytest.raises(RuntimeError, match="shape"):
        Runner(GPU, lambda: None).run(flaky(RuntimeError("shape mismatch")))
    with pytest.raises(ValueError, match="x"):
        Runner(GPU, lambda: None).run(flaky(ValueError("x")))


def test_on_the_processor_errors_are_raised_as_they_are() -> None:
    def work(place: Place) -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        Runner(CPU, lambda: None).run(work)


def test_torch_itself_is_recognised() -> None:
    torch = pytest.importorskip("torch")
    assert is_out_of_memory(torch.OutOfMemoryError("x"))
    assert not is_out_of_memory(RuntimeError("x"))


def test_the_drivers_listing_is_read() -> None:
    listing = "NVIDIA H200, 575.57, 143771, 143000\nNVIDIA T4, 550.1, [N/A], 12\nrubbish\n"
    assert parse(listing) == (Gpu("NVIDIA H200", "575.57", 143771, 143000), Gpu("NVIDIA T4", "550.1", 0, 12))
