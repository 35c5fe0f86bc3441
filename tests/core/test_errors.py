"""Errors keep their sentence on the way through a pipe."""

import pickle

import pytest

from ecgdesk.core import errors


@pytest.mark.parametrize(
    "kind", [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
)
def test_an_error_survives_the_pipe_with_problem_and_advice(kind: type[errors.EcgdeskError]) -> None:
    error = pickle.loads(pickle.dumps(kind("a.jpg is cut short.", "Copy it again.")))
    assert type(error) is kind
    assert (error.problem, error.advice) == ("a.jpg is cut short.", "Copy it again.")
    assert str(error) == "a.jpg is cut short. Copy it again."


def test_every_kind_of_error_has_a_code_of_its_own_or_its_parents() -> None:
    assert errors.TooLargeError.code != errors.UnreadableFileError.code != errors.EcgdeskError.code
