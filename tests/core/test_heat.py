"""The colours of heat."""

import numpy as np

from ecgdesk.core.heat import heat_colours


def test_equal_steps_of_heat_are_equal_steps_of_lightness() -> None:
    colours = heat_colours().astype(float)[:, :3] / 255
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    lms = np.cbrt(
        linear @ np.array([[0.4122, 0.2119, 0.0883], [0.5363, 0.6807, 0.2817], [0.0514, 0.1074, 0.6300]])
    )
    lightness = lms @ np.array([0.2104542553, 0.7936177850, -0.0040720468])
    steps = np.diff(lightness[::15])
    assert (steps < 0).all()
    assert steps.std() < 0.05 * abs(steps.mean())


def test_alpha_rises_with_heat_from_nothing() -> None:
    alpha = heat_colours()[:, 3].astype(int)
    assert alpha[0] == 0
    assert (np.diff(alpha) >= 0).all()
    assert alpha[-1] > 180
