"""What all fits of a run work with: the device, the other processes, wishes, and where states are kept."""

from collections.abc import Callable
from dataclasses import dataclass

import torch

from ecgdesk.core.run_folder import Wish
from training.crew import ALONE, Crew
from training.fit_state import StateFile


def _nothing() -> Wish | None:
    return None


@dataclass(frozen=True, slots=True)
class Bench:
    """`state` makes the state file of a fit by its name; without it nothing is kept. `goes_on` says that the
    run was begun earlier, so that fits tell from where they go on."""

    device: torch.device
    wish: Callable[[], Wish | None] = _nothing
    crew: Crew = ALONE
    state: Callable[[str], StateFile] | None = None
    goes_on: bool = False

    def agreed(self, due: bool) -> tuple[Wish | None, bool]:
        """Return what is asked of the run and whether a state is due, as the first process sees it."""
        return self.crew.told(lambda: (self.wish(), due))
