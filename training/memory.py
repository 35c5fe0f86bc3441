"""What to do when a step does not fit into memory."""

from typing import Final

import torch

_SAID: Final = ("out of memory", "can't allocate memory", "not enough memory")
_MEGABYTE: Final = 1 << 20


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an error means that memory did not suffice; processors say so in words alone."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(said in str(error).lower() for said in _SAID)


def give_back(device: torch.device) -> None:
    """Let go of what a failed step left on the device."""
    if device.type == "cuda":
        torch.cuda.empty_cache()


def device_memory_mb(device: torch.device) -> float | None:
    """Return the most megabytes that tensors took on a graphics card since last asked; else None."""
    if device.type != "cuda":
        return None
    most = torch.cuda.max_memory_allocated(device) / _MEGABYTE
    torch.cuda.reset_peak_memory_stats(device)
    return round(most, 1)
