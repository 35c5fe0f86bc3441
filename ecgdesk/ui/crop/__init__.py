"""Editing the crop by numbers, and seeing what the model gets."""

from ecgdesk.ui.crop.panel import CropPanel
from ecgdesk.ui.crop.preview import CropPreview
from ecgdesk.ui.crop.wiring import connect_crop_panel

__all__ = ["CropPanel", "CropPreview", "connect_crop_panel"]
