"""The safetensors member of a pack, judged by its header alone: no torch, nothing executed.

Format: 8 bytes little-endian header length, a JSON header, then the tensors' bytes
(https://huggingface.co/docs/safetensors).
"""

import json
import math
from typing import Any, Final

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say

_BYTES_OF: Final = {
    "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1,
}  # fmt: skip
_MAX_HEADER_BYTES: Final = 16 << 20
_ADVICE: Final = say("Get the model pack again from where it came from.")


def check_weights(data: bytes | memoryview, name: str) -> dict[str, tuple[int, ...]]:
    """Return the shape of every tensor; raises ModelPackError unless the tensors fill the data exactly."""
    try:
        header, offset = _header(data)
        return _shapes(header, len(data) - offset)
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError) as error:
        raise ModelPackError(
            say("The weights in {file} are not valid safetensors.", file=name), _ADVICE
        ) from error


def _header(data: bytes | memoryview) -> tuple[dict[str, Any], int]:
    length = int.from_bytes(data[:8], "little")
    if not 2 <= length <= min(_MAX_HEADER_BYTES, len(data) - 8):
        raise ValueError("header length")
    header = json.loads(bytes(data[8 : 8 + length]))
    header.pop("__metadata__", None)
    return header, 8 + length


def _shapes(header: dict[str, Any], payload: int) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {}
    end = 0
    for key, tensor in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        shape = tuple(int(size) for size in tensor["shape"])
        begin, stop = tensor["data_offsets"]
        wanted = math.prod(shape) * _BYTES_OF[tensor["dtype"]]
        if begin != end or stop - begin != wanted or min(shape, default=1) < 0:
            raise ValueError(key)
        shapes[key], end = shape, stop
    if end != payload or not shapes:
        raise ValueError("payload")
    return shapes
