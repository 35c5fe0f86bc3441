"""The CSV of a batch: readable by any reader, harmless in a spreadsheet."""

import csv
import io

import pytest

from ecgdesk.output.as_json import as_object
from ecgdesk.output.table import as_csv
from tests.output.results import failed, result


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_per_page_with_the_nested_fields_as_columns() -> None:
    read = rows(as_csv([as_object(result(), "a.png"), as_object(failed(), "b.png")]))
    assert [row["file"] for row in read] == ["a.png", "b.png"]
    assert read[0]["label"] == "MI"
    assert read[0]["probabilities.MI"] == "0.9"
    assert read[0]["uncertain"] == "false"
    assert read[0]["geometry.crop"] == "20; 40; 420; 240"
    assert read[0]["cautions"] == "blur This page is blurred. Scan it again."
    assert read[1]["probabilities.MI"] == ""
    assert read[1]["reason"] == "b.png is cut short. Copy it again."


@pytest.mark.parametrize(
    "name", ["a,b.png", 'say "cheese".png', "two\nlines.png", "two\r\nlines.png", "Ärger.png"]
)
def test_awkward_names_survive(name: str) -> None:
    text = as_csv([as_object(result(), name)])
    assert rows(text)[0]["file"] == name
    assert text.startswith("file,page,status,label,probabilities.")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_name_is_never_a_formula(start: str) -> None:
    name = f'{start}HYPERLINK("http://x")'
    assert rows(as_csv([as_object(result(), name)]))[0]["file"] == f"'{name}"


def test_what_is_asked_for_most_comes_first_and_the_schema_last() -> None:
    columns = as_csv([as_object(failed(), "b.png"), as_object(result(), "a.png")]).split("\r\n")[0].split(",")
    first = ["file", "page", "status", "label", "probabilities.MI", "probabilities.HMI", "probabilities.N"]
    assert columns[: len(first)] == first
    assert columns[-1] == "schema"


def test_no_cell_but_a_files_name_holds_a_line_break() -> None:
    lines = result(rationale="Not sure.\nThis page is unlike.", reason="One.\r\nTwo.")
    row = rows(as_csv([as_object(lines, "a.png")]))[0]
    assert row["rationale"] == "Not sure. This page is unlike."
    assert not any("\n" in cell or "\r" in cell for cell in row.values())


def test_a_negative_number_stays_a_number() -> None:
    item = as_object(result(), "a.png")
    item["quality"] = {"skew_deg": -1.5}
    assert rows(as_csv([item]))[0]["quality.skew_deg"] == "-1.5"


def test_no_pages_make_an_empty_table() -> None:
    assert rows(as_csv([])) == []
