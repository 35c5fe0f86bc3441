"""Where models run: the choice, its plain reasons, and the way back to the processor when it fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from ecgdesk.core.analysis import Caution, DeviceChoice
from ecgdesk.core.sentence import say
from ecgdesk.engine.gpu import nvidia_gpus

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Place:
    """A device: torch's name for it, the name for people, and a sentence where one is due."""

    torch_name: str
    label: str
    sentence: str = ""


CPU: Final = Place("cpu", "CPU")

_SMALL_MEMORY: Final = Caution(
    "device-memory", "The graphics card's memory was too small for this page, so the processor was used.",
    "Close other programs that use the graphics card.",
)  # fmt: skip
_CARD_FAILED: Final = Caution(
    "device-failed", "The graphics card failed, so the processor is used from now on.",
    "Restart the program; if it happens again, update the driver.",
)  # fmt: skip


class Probe(Protocol):
    """What can be asked of the machine."""

    def cards(self) -> tuple[str, ...]:
        """Names of the graphics cards that are built in."""

    def trial(self) -> str:
        """Compute something on the first card and return its name; raises any Exception if it cannot."""


def choose(choice: DeviceChoice, probe: Probe) -> Place:
    """Return the place for a choice; a card that is wanted or there but cannot be used gets a sentence."""
    if choice is DeviceChoice.CPU:
        return CPU
    try:
        return Place("cuda", probe.trial())
    except Exception as error:  # noqa: BLE001 - drivers and builds fail in ways nobody lists
        return Place("cpu", "CPU", _why_not(choice, probe.cards(), error))


def _why_not(choice: DeviceChoice, cards: tuple[str, ...], error: Exception) -> str:
    if cards:
        return say(
            "The graphics card {card} is there but cannot be used ({cause}), so the processor is used. "
            "Run “ecgdesk doctor” for the cause.",
            card=cards[0], cause=_short(error),
        )  # fmt: skip
    if choice is DeviceChoice.CUDA:
        return say("There is no graphics card that can be used here, so the processor is used.")
    return ""


def _short(error: Exception) -> str:
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return first if len(first) <= 90 else f"{first[:87]}…"


class TorchProbe:
    """Asks torch, and the driver where torch sees nothing. torch is imported when it is asked."""

    def cards(self) -> tuple[str, ...]:
        """Names of the cards that the driver lists."""
        return tuple(gpu.name for gpu in nvidia_gpus())

    def trial(self) -> str:
        """Multiply two small matrices on the first card; raises RuntimeError when there is none."""
        import torch

        if not torch.cuda.is_available():
            raise RuntimeError("this build of torch finds no usable driver")
        square = torch.ones((8, 8), device="cuda")
        if float((square @ square).sum()) != 8.0**3:
            raise RuntimeError("it computes wrong results")
        return torch.cuda.get_device_name(0)


class Runner:
    """Runs work at its place and, when the graphics card gives up, once more on the processor."""

    def __init__(self, place: Place, forget: Callable[[], None]) -> None:
        self.place = place
        self._forget = forget

    def run(self, work: Callable[[Place], R]) -> tuple[R, Place, tuple[Caution, ...]]:
        """Return the result, where it was got, and what is to be said about that.

        Too little memory moves this one piece of work to the processor, any other failure of the card
        everything from now on. Errors on the processor are raised as they are.
        """
        if self.place.torch_name == "cpu":
            return work(self.place), self.place, ()
        try:
            return work(self.place), self.place, ()
        except (RuntimeError, MemoryError) as error:
            caution = _SMALL_MEMORY if is_out_of_memory(error) else _CARD_FAILED
            if not is_out_of_memory(error) and not _is_of_the_card(error):
                raise
        # Outside the handler: the traceback would keep the card's tensors alive.
        if caution is _CARD_FAILED:
            self.place = Place("cpu", "CPU", _CARD_FAILED.problem)
        else:  # a card that failed raises the same error again when its memory is touched
            self._forget()
        return work(CPU), CPU, (caution,)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error of torch says that memory ran out; its type is known by name, torch need not be."""
    names = {kind.__name__ for kind in type(error).__mro__}
    return "OutOfMemoryError" in names or "out of memory" in str(error).lower()


def _is_of_the_card(error: BaseException) -> bool:
    names = {kind.__name__ for kind in type(error).__mro__}
    return "AcceleratorError" in names or any(word in str(error) for word in ("CUDA", "cuDNN", "CUBLAS"))
