"""The processes that train one network together: one alone, or several under `torchrun`.

The first writes everything and decides everything; the others are told.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, distributed

from ecgdesk.core.errors import EcgdeskError, RecipeError

T = TypeVar("T")
_PATIENCE: Final = timedelta(hours=2)
"""How long workers wait for the first one, which reads pages and measures folds alone."""
_CPU: Final = torch.device("cpu")


@dataclass(frozen=True, slots=True)
class Crew:
    """This process's place among all that train together."""

    rank: int = 0
    size: int = 1
    local_rank: int = 0

    @property
    def is_first(self) -> bool:
        """Whether this process writes and decides."""
        return self.rank == 0

    @property
    def is_alone(self) -> bool:
        """Whether nobody else takes part."""
        return self.size == 1

    def told(self, make: Callable[[], T]) -> T:
        """Return what `make` returns in the first process, in all of them; its EcgdeskError is raised in all.

        Only values that pickle can be told.
        """
        if self.is_alone:
            return make()
        box: list[Any] = [None]
        if self.is_first:
            try:
                box[0] = make()
            except EcgdeskError as error:
                box[0] = error
        distributed.broadcast_object_list(box, src=0, device=_CPU)
        if isinstance(box[0], EcgdeskError):
            raise box[0]
        answer: T = box[0]
        return answer

    def gathered(self, value: T) -> list[T]:
        """Return every process's value, in the order of their ranks."""
        if self.is_alone:
            return [value]
        box: list[Any] = [None] * self.size
        distributed.all_gather_object(box, value)
        return box

    def share(self, chosen: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return this process's part of a batch; raises RecipeError where a part is less than two pages."""
        if self.is_alone:
            return chosen
        if len(chosen) < 2 * self.size:
            raise RecipeError(
                f"A batch of {len(chosen)} pages cannot be divided among {self.size} processes.",
                "Use a larger batch, or fewer processes.",
            )
        return chosen[self.rank :: self.size]

    def everybodys(self, vectors: Tensor) -> Tensor:
        """Return the rows of all processes, with gradients that find their way back."""
        if self.is_alone:
            return vectors
        from torch.distributed.nn.functional import all_gather

        return torch.cat(list(all_gather(vectors)))  # type: ignore[no-untyped-call]


ALONE: Final = Crew()


@contextmanager
def crew_of_environment() -> Iterator[Crew]:
    """Join the processes that `torchrun` started, for as long as the context lasts; else be alone."""
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield ALONE
        return
    crew = Crew(*(int(os.environ[name]) for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK")))
    # Objects are told through gloo, so that deciding costs no graphics card; gradients go through nccl there.
    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    distributed.init_process_group(backend, timeout=_PATIENCE)
    try:
        yield crew
    finally:
        distributed.destroy_process_group()
