"""What JSON cannot say is null."""

import json
import math

from ecgdesk.core.finite import finite


def test_numbers_that_are_none_become_null_wherever_they_stand() -> None:
    value = {"a": math.nan, "b": [1.5, math.inf, (2, -math.inf)], "c": {"d": "nan", "e": None, "f": True}}
    assert json.dumps(finite(value), allow_nan=False) == (
        '{"a": null, "b": [1.5, null, [2, null]], "c": {"d": "nan", "e": null, "f": true}}'
    )
