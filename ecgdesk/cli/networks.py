"""`ecgdesk networks`: what can be trained beside the catalog."""

import json
from typing import Annotated

import typer

from ecgdesk.cli.console import Streams
from ecgdesk.core.errors import EcgdeskError

EXIT_WRONG = 1


def networks(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="An id; default: all names of timm.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, nothing else.")] = False,
) -> None:
    """List the networks of timm, or say how large one network is. Exit code 1: there is none."""
    from training.networks import size_of, timm_names

    streams = Streams()
    if not name:
        for one in timm_names():
            streams.line(json.dumps({"name": one}) if as_json else one)
        return
    try:
        size = size_of(name)
    except EcgdeskError as error:
        streams.complain(error)
        raise typer.Exit(EXIT_WRONG) from error
    words = f"{size['name']}: {size['parameters'] / 1e6:.1f} million parameters, {size['gmacs']:.2f} GMAC"
    streams.line(json.dumps(size) if as_json else words)
