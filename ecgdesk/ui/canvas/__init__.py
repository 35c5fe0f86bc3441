"""The page in the middle of the window: shown straight, cropped, masked, explained."""

from ecgdesk.ui.canvas.canvas import PageCanvas

__all__ = ["PageCanvas"]
