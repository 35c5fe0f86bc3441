from dataclasses import replace

import numpy as np
import pytest

from ecgdesk.core.geometry import Rect
from ecgdesk.core.tracing import LEAD_NAMES, LeadBox, LeadTrace, PageReading, Scale
from ecgdesk.models.architectures import catalog
from ecgdesk.models.trace_picture import STEP_MV, ZERO, as_lines, trace_picture

SETTINGS = catalog()["lead-resnet"].preprocessing
CROP = Rect(100, 50, 1100, 450)
HZ = 500.0


def _trace(name: str, start: float, seconds: float, millivolts: float, *, rhythm: bool = False) -> LeadTrace:
    box = Rect(100 + 100 * start, 100, 100 + 100 * (start + seconds), 150)
    values = np.zeros(round(seconds * HZ), np.float32)
    values[: len(values) // 5] = millivolts
    line = np.array([(box.x0, 125), (box.x1, 125)], np.float32)
    return LeadTrace(LeadBox(name, box, start, seconds, 1.0, rhythm), values, HZ, line, 1.0)


def _page(*further: LeadTrace, leads: tuple[str, ...] = LEAD_NAMES) -> PageReading:
    short = [
        _trace(name, LEAD_NAMES.index(name) // 3 * 2.5, 2.5, 0.1 * (i + 1)) for i, name in enumerate(leads)
    ]
    return PageReading(Scale(4.0, 4.0, 1.0, "grid"), traces=(*short, *further))


def test_each_lead_has_its_row_in_steps_of_25_microvolts() -> None:
    found = trace_picture(_page(), SETTINGS, CROP)
    assert found.picture.shape == (16, 250, 1)
    for row in range(12):
        assert found.picture[row, 10, 0] == ZERO + round(0.1 * (row + 1) / STEP_MV)
        assert found.picture[row, 200, 0] == ZERO
    assert found.leads == 12


def test_the_strip_takes_four_rows_in_order_of_time() -> None:
    strip = _trace("II", 0.0, 10.0, 1.0, rhythm=True)
    rows = trace_picture(_page(strip), SETTINGS, CROP).picture[12:, :, 0]
    assert (rows[0, :199] == ZERO + 40).all()
    assert (rows[0, 201:] == ZERO).all()
    assert (rows[1:] == ZERO).all()


def test_without_a_strip_one_lead_of_each_column_stands_for_it() -> None:
    found = trace_picture(_page(), SETTINGS, CROP).picture
    for quarter, name in enumerate(("II", "aVL", "V2", "V5")):
        assert np.array_equal(found[12 + quarter], found[LEAD_NAMES.index(name)])


def test_a_lead_that_was_not_read_is_flat_and_has_no_place() -> None:
    found = trace_picture(_page(leads=LEAD_NAMES[:8]), SETTINGS, CROP)
    assert found.leads == 8
    assert (found.picture[8:12] == ZERO).all()
    assert np.isnan(found.points[8:12]).all()


@pytest.mark.parametrize(
    ("leads", "covered", "agreement", "doubt"),
    [
        (12, 1.0, None, ""),
        (10, 0.95, 0.85, ""),
        (9, 1.0, 1.0, "Only 9 of the twelve leads could be read."),
        (12, 0.94, 1.0, "Parts of the traces could not be read."),
        (12, 1.0, 0.84, "The leads that were read contradict each other."),
    ],
)
def test_a_reading_is_doubted_where_leads_are_missing_cut_short_or_contradict(
    leads: int, covered: float, agreement: float | None, doubt: str
) -> None:
    found = trace_picture(_page(), SETTINGS, CROP)
    assert replace(found, leads=leads, covered=covered, agreement=agreement).doubt == doubt


def test_how_well_a_page_was_read_comes_with_its_picture() -> None:
    found = trace_picture(replace(_page(leads=LEAD_NAMES[:9]), einthoven=0.4), SETTINGS, CROP)
    assert (found.leads, found.covered, found.agreement) == (9, 0.75, 0.4)
    assert found.doubt.startswith("Only 9")


def test_places_are_shares_of_the_crop() -> None:
    found = trace_picture(_page(), SETTINGS, CROP)
    middle = found.points[0, 125]
    assert middle == pytest.approx((0.12552, (125 - 50) / 400), abs=1e-3)
    assert found.points[3, 0, 0] == pytest.approx(0.25, abs=1e-3)


def test_gaps_and_a_wandering_level_do_not_show() -> None:
    trace = _trace("I", 0.0, 2.5, 0.5)
    values = trace.millivolts + 0.8
    values[400:500] = np.nan
    gap = LeadTrace(trace.lead, values, HZ, trace.line, 0.9)
    row = trace_picture(PageReading(traces=(gap,)), SETTINGS, CROP).picture[0, :, 0]
    assert row[10] == ZERO + 20
    assert (row[80:] == ZERO).all()


def test_nothing_read_is_flat() -> None:
    found = trace_picture(PageReading(), SETTINGS, CROP)
    assert (found.picture == ZERO).all()
    assert found.leads == 0


def test_a_millivolt_is_one_for_the_network() -> None:
    from ecgdesk.models.preprocess import normalise

    values = normalise(np.array([[[ZERO], [ZERO + 40]]], np.uint8), SETTINGS)
    assert values[0, 0] == pytest.approx([0.0, 1.0], abs=1e-6)


def test_lines_for_people_rise_where_the_voltage_does() -> None:
    drawn = as_lines(trace_picture(_page(), SETTINGS, CROP).picture)[:, :, 0]
    last = drawn[11 * 40 : 12 * 40]
    assert last[:, 30].argmin() < 5, "1.2 mV stand high in the last lead's row"
    assert abs(int(last[:, 600].argmin()) - 20) <= 1
