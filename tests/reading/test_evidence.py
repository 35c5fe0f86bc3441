"""Figures on a crop."""

import pytest

from ecgdesk.core.geometry import Crop, Rect, straight_transform
from ecgdesk.reading.evidence import page_share

SIZE = (600, 400)
CORNERS = ((50, 20), (560, 40), (580, 390), (30, 370))


@pytest.mark.parametrize(
    ("crop", "share"),
    [
        (Crop(Rect(0, 0, 600, 400)), 1.0),
        (Crop(Rect(0, 0, 300, 400)), 0.5),
        (Crop(Rect(-100, -50, 800, 600)), 1.0),
        (Crop(Rect(0, 0, 400, 600), 90.0), 1.0),
        (Crop(Rect(700, 0, 900, 400)), 0.0),
    ],
)
def test_the_share_of_the_page_is_what_of_the_picture_lies_in_the_crop(crop: Crop, share: float) -> None:
    assert page_share(crop, SIZE) == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize("corners", [None, CORNERS, ((-80, -60), (650, -20), (690, 450), (-40, 430))])
@pytest.mark.parametrize("angle", [0.0, 3.0, -8.0, 45.0])
def test_no_crop_holds_more_than_the_picture(corners: object, angle: float) -> None:
    _, (width, height) = straight_transform(SIZE, angle, corners)
    whole = Crop(Rect(0, 0, width, height), angle, corners)
    assert 0.5 < page_share(whole, SIZE) <= 1.0


def test_a_straightened_part_counts_as_much_as_it_has_of_the_picture() -> None:
    _, (width, height) = straight_transform(SIZE, 0.0, CORNERS)
    xs, ys = zip(*CORNERS, strict=True)
    shoelace = sum(xs[i] * ys[(i + 1) % 4] - xs[(i + 1) % 4] * ys[i] for i in range(4)) / 2
    found = page_share(Crop(Rect(0, 0, width, height), 0.0, CORNERS), SIZE)
    assert found == pytest.approx(shoelace / (600 * 400), abs=0.01)
