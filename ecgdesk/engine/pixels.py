"""Pixels that this program still holds, so that the engine need not send them again."""

import weakref
from typing import Any

from numpy.typing import NDArray

from ecgdesk.core.page import Page, PageRef


class HeldPixels:
    """The newest pixels of every page for as long as anybody else keeps them; holds nothing itself."""

    def __init__(self) -> None:
        self._pixels: weakref.WeakValueDictionary[PageRef, NDArray[Any]] = weakref.WeakValueDictionary()
        self._hashes: dict[PageRef, str] = {}

    def remember(self, page: Page) -> None:
        """Note whose pixels these are."""
        self._pixels[page.ref] = page.pixels
        self._hashes[page.ref] = page.sha256
        for ref in [ref for ref in self._hashes if ref not in self._pixels]:
            del self._hashes[ref]

    def find(self, ref: PageRef) -> tuple[NDArray[Any], str] | None:
        """Return the pixels and the hash of their file, if they are still there."""
        pixels = self._pixels.get(ref)
        return None if pixels is None else (pixels, self._hashes[ref])
