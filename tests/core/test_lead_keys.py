"""Leads are listed as they stand on paper, strips in the order of their page."""

from ecgdesk.core.lead_keys import in_order


def test_strips_stand_last_in_the_order_of_their_page() -> None:
    keys = ["V1", "I", "V1 rhythm", "II rhythm", "V5 rhythm"]
    assert in_order(keys) == ["I", "V1", "V1 rhythm", "II rhythm", "V5 rhythm"]
