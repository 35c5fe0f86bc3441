"""The sections of a recipe about pictures: worsened copies of pages, and chance changes of views."""

from pydantic import Field

from ecgdesk.core.recipe_part import Part, Range


class DegradeSettings(Part):
    """Copies of each page made worse before it is cropped, kept in the cache beside the clean page."""

    variants: int = Field(default=0, ge=0, le=64, description="Worsened copies of each page.")
    clean_share: float = Field(default=0.4, ge=0, le=1, description="Share of views of the clean page.")
    tilt_deg: float = Field(default=0.5, ge=0, le=15, description="SD of a turn left in the crop.")
    crop_jitter: float = Field(default=0.012, ge=0, le=0.1, description="SD of each crop edge, as a share.")
    brightness: Range = Field(default=(0.7, 1.25), description="Factor on the page's brightness.")
    shadow: float = Field(default=0.4, ge=0, lt=1, description="Deepest shadow across the page.")
    jpeg_quality: tuple[int, int] = Field(default=(25, 90), description="Quality of a saved copy.")
    smallest_scale: float = Field(default=0.5, gt=0, le=1, description="Smallest resolution kept.")
    wear: bool = Field(default=True, description="Whether light, sharpness, size and coding get worse too.")
    hue: float = Field(default=0.0, ge=0, le=0.5, description="Largest turn of the hue, before greyscale.")
    saturation: Range = Field(default=(1.0, 1.0), description="Factor on saturation, before greyscale.")


class AugmentSettings(Part):
    """Chance changes of a view as it is shown to the network."""

    rotation_deg: float = Field(default=2.0, ge=0, le=45, description="Largest turn of a view.")
    scale_x: Range = Field(default=(0.94, 1.06), description="Stretch in time.")
    scale_y: Range = Field(default=(0.92, 1.08), description="Stretch in amplitude.")
    shift: float = Field(default=0.04, ge=0, le=0.5, description="Largest shift, as a share of the side.")
    gain: Range = Field(default=(0.6, 1.3), description="Factor on the picture's contrast.")
    noise: float = Field(default=0.06, ge=0, le=1, description="Largest SD of pixel noise.")
    erase_chance: float = Field(default=0.4, ge=0, le=1, description="Chance that a view loses two patches.")
    erase_share: float = Field(default=0.3, gt=0, le=1, description="Largest side of a lost patch.")


class TraceSettings(Part):
    """Chance changes of digitised leads, for networks that are given those."""

    gain: float = Field(default=0.15, ge=0, le=1, description="SD of the log of a factor on all leads.")
    lead_gain: float = Field(default=0.05, ge=0, le=1, description="SD of the log of a factor on each lead.")
    time_scale: float = Field(default=0.04, ge=0, lt=0.5, description="Largest stretch of time.")
    shift: float = Field(default=0.025, ge=0, le=0.5, description="Largest shift in time, as share of a row.")
    wander_mv: float = Field(default=0.06, ge=0, le=2, description="SD of a slow wave of the baseline.")
    noise_mv: float = Field(default=0.02, ge=0, le=1, description="Largest SD of noise.")
    lead_loss: float = Field(default=0.06, ge=0, lt=1, description="Chance that a lead is flat.")


class ViewSettings(Part):
    """Chance changes that the papers name, by torchvision where it has them; everything is off by default."""

    crop_scale: Range = Field(default=(1.0, 1.0), description="Share of the area a random crop keeps.")
    crop_ratio: Range = Field(default=(0.75, 1.3333), description="Aspect of a random crop.")
    rotation_deg: float = Field(default=0.0, ge=0, le=180, description="Largest turn.")
    translate: float = Field(default=0.0, ge=0, le=1, description="Largest affine shift, as a share.")
    scale: Range = Field(default=(1.0, 1.0), description="Affine scale.")
    shear_deg: float = Field(default=0.0, ge=0, le=45, description="Largest affine shear.")
    perspective: float = Field(default=0.0, ge=0, le=1, description="Largest distortion of perspective.")
    perspective_chance: float = Field(default=0.5, ge=0, le=1, description="Chance of that distortion.")
    time_scale: Range = Field(default=(1.0, 1.0), description="Stretch along time, about the middle.")
    baseline_warp: float = Field(
        default=0.0, ge=0, le=0.2, description="Largest slow wave of the baseline, as a share of the height."
    )
    flip_chance: float = Field(
        default=0.0, ge=0, le=1, description="Chance of a mirrored view; it turns time around."
    )
    brightness: float = Field(default=0.0, ge=0, le=1, description="Largest change of brightness.")
    contrast: float = Field(default=0.0, ge=0, le=1, description="Largest change of contrast.")
    saturation: float = Field(default=0.0, ge=0, le=1, description="Largest change of saturation.")
    hue: float = Field(default=0.0, ge=0, le=0.5, description="Largest change of hue.")
    jitter_chance: float = Field(default=1.0, ge=0, le=1, description="Chance of any change of colour.")
    grey_chance: float = Field(default=0.0, ge=0, le=1, description="Chance of a grey view.")
    blur_chance: float = Field(default=0.0, ge=0, le=1, description="Chance of a Gaussian blur.")
    blur_sigma: Range = Field(default=(0.1, 2.0), description="SD of the blur, in pixels.")
    grid_chance: float = Field(default=0.0, ge=0, le=1, description="Chance of another printed grid.")
    border_chance: float = Field(default=0.0, ge=0, le=1, description="Chance of margins in one shade.")
    border_share: float = Field(default=0.08, gt=0, lt=0.5, description="Widest margin, as a share.")
    header_chance: float = Field(default=0.0, ge=0, le=1, description="Chance that the header is masked.")
    header_share: float = Field(default=0.15, gt=0, lt=1, description="Share of the height it takes.")
    erase_chance: float = Field(default=0.0, ge=0, le=1, description="Chance of an erased rectangle.")
    erase_area: Range = Field(default=(0.02, 0.2), description="Share of the area it takes.")
    noise: float = Field(default=0.0, ge=0, le=1, description="SD of Gaussian pixel noise.")
