"""Runs of the same recipe under the other protocol, with their figures, to be shown side by side."""

from dataclasses import dataclass

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.run_twins import runs_of_other_protocol
from ecgdesk.services.training.results import RunResults, read_results


@dataclass(frozen=True, slots=True)
class Twin:
    """A run with its figures."""

    name: str
    results: RunResults


def twins_of(files: RunFiles) -> tuple[Twin, ...]:
    """Return the newest run of the same recipe under the other protocol, if there is one that can be read."""
    for other in runs_of_other_protocol(files):
        try:
            return (Twin(other.path.name, read_results(other)),)
        except EcgdeskError:  # a damaged run is said in the list of runs; here it has nothing to show
            continue
    return ()
