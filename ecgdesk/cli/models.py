"""`ecgdesk models`: which models are here, and packs in and out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from ecgdesk.cli.console import Streams
from ecgdesk.cli.weights import fetch, import_weights, list_weights, zero_shot
from ecgdesk.core.errors import EcgdeskError

if TYPE_CHECKING:
    from ecgdesk.models.library import InstalledModel, Library, Listing

EXIT_WRONG = 1

models = typer.Typer(help="List, verify, import and export model packs.", no_args_is_help=False)


@models.command("list")
def list_models(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array, nothing else.")] = False,
) -> None:
    """Say which models are installed. Exit code 1: a pack cannot be read."""

    def work(library: "Library", streams: Streams) -> bool:
        listing = library.listing()
        if as_json:
            streams.line(json.dumps([_described(m) for m in listing.models], ensure_ascii=False))
        else:
            streams.out.print(_table(listing))
        return _complain(listing, streams)

    _finish(work)


@models.command()
def verify(
    packs: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE]…", help="Default: all.")] = None,
) -> None:
    """Check every byte of packs against their checksums. Exit code 1: one does not verify."""

    def work(library: "Library", streams: Streams) -> bool:
        from ecgdesk.models.pack import verify as verify_pack

        failed = False
        for path in _paths(library, packs or []):
            try:
                streams.line(f"{path.name}: {verify_pack(path).id} verified")
            except EcgdeskError as error:
                streams.complain(error)
                failed = True
        return failed

    _finish(work)


@models.command("import")
def import_pack(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    sha256: Annotated[str | None, typer.Option(metavar="HASH", help="What its SHA-256 must be.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a model of the same id.")] = False,
    network: Annotated[
        str, typer.Option("--for", metavar="NETWORK", help="FILE holds public weights for this network.")
    ] = "",
    part: Annotated[str | None, typer.Option(metavar="PART", help="The part that takes the weights.")] = None,
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Where weights are kept.")] = None,
) -> None:
    """Verify a pack and install it for this user; or take in public weights (--for, needs --sha256)."""

    def work(library: "Library", streams: Streams) -> bool:
        if network:
            import_weights(file, network, part, sha256, to, streams)
            return False
        installed = library.import_pack(file, sha256, replace=replace)
        streams.line(f"{installed.card.id}: {installed.card.name} is installed.")
        return False

    _finish(work)


@models.command("export")
def export_pack(
    model: Annotated[str, typer.Argument(metavar="ID")],
    to: Annotated[Path, typer.Argument(metavar="FILE|DIR")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace a file that is there.")] = False,
) -> None:
    """Copy an installed pack to a file, to take it elsewhere."""

    def work(library: "Library", streams: Streams) -> bool:
        streams.line(str(library.export_pack(model, to, replace=replace)))
        return False

    _finish(work)


models.command("fetch")(fetch)
models.command("weights")(list_weights)
models.command("zero-shot")(zero_shot)


def _finish(work: "Callable[[Library, Streams], bool]") -> None:
    """Do the work with this user's library and end with its exit code: 1 when something is wrong."""
    from ecgdesk.models.library import Library

    streams = Streams()
    try:
        failed = work(Library.default(), streams)
    except EcgdeskError as error:
        streams.complain(error)
        failed = True
    raise typer.Exit(EXIT_WRONG if failed else 0)


def _paths(library: "Library", wanted: list[str]) -> list[Path]:
    return [library.find(name).path for name in wanted] or library.files()


def _described(model: "InstalledModel") -> dict[str, Any]:
    from ecgdesk.models.files import sha256_of

    card = model.card
    return {
        "id": card.id,
        "name": card.name,
        "description": card.description,
        "architecture": card.architecture,
        "classes": {item.id: item.name for item in card.classes},
        "multi_label": card.multi_label,
        "licence": card.licence,
        "created": card.created.isoformat(),
        "sha256": sha256_of(model.path),
        "bundled": model.bundled,
        "file": str(model.path),
    }


def _table(listing: "Listing") -> Table:
    made = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("Id", "Name", "Classes", "From"):
        made.add_column(title, overflow="fold")
    for model in listing.models:
        classes = ", ".join(item.short for item in model.card.classes)
        origin = "came with ecgdesk" if model.bundled else str(model.path)
        made.add_row(Text(model.card.id, style="bold"), Text(model.card.name), Text(classes), Text(origin))
    return made


def _complain(listing: "Listing", streams: Streams) -> bool:
    for _, error in listing.refused:
        streams.complain(error)
    return bool(listing.refused)
