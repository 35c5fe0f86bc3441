"""Joins the panel to the canvas, so that both always show the same crop."""

from ecgdesk.core.geometry import Crop
from ecgdesk.ui.canvas import PageCanvas
from ecgdesk.ui.crop.panel import CropPanel


def connect_crop_panel(panel: CropPanel, canvas: PageCanvas) -> None:
    """Send the panel's wishes to the canvas and show there whatever the canvas shows, drags included."""

    def follow() -> None:
        shown: Crop | None = canvas.state.crop if canvas.state.active else None
        panel.set_crop(shown, canvas.state.page_size)

    panel.crop_edited.connect(canvas.edit_crop)
    panel.reset_requested.connect(canvas.reset_crop)
    panel.mask_mode_requested.connect(canvas.set_mask_mode)
    canvas.mask_mode_changed.connect(panel.set_mask_mode)
    canvas.state.changed.connect(follow)
    follow()
