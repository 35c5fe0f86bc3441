"""One way to round a probability, for every place that shows one."""

import pytest

from ecgdesk.core.figures import percent_text, probability_text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "<0.01"), (0.0049, "<0.01"), (0.005, "0.01"), (0.01, "0.01"), (0.5, "0.50"), (0.934, "0.93"),
        (0.994, "0.99"), (0.9951, ">0.99"), (1.0, ">0.99"),
    ],
)  # fmt: skip
def test_a_probability_is_never_a_bare_0_or_1(value: float, shown: str) -> None:
    assert probability_text(value) == shown


def test_a_per_cent_sign_stays_with_its_number() -> None:
    assert percent_text(0.623) == "62\N{NO-BREAK SPACE}%"
