"""Public weights on the command line: what is here, fetch, carry, import, and a pack from them alone."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ecgdesk.cli.console import Streams
from ecgdesk.core.errors import EcgdeskError, WeightsError
from ecgdesk.core.sentence import say

if TYPE_CHECKING:
    from ecgdesk.core.card import ClassInfo
    from ecgdesk.models.catalog import Architecture

EXIT_WRONG = 1

_Folder = Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Where weights are kept.")]


def fetch(
    names: Annotated[list[str], typer.Argument(metavar="NETWORK…", help="Ids of the catalog, or timm:NAME.")],
    to: _Folder = None,
    carried: Annotated[
        Path | None, typer.Option("--from", metavar="DIR", help="Copy from this folder, without a network.")
    ] = None,
    url: Annotated[str, typer.Option(metavar="URL", help="Another address of the same file.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Also what is here already.")] = False,
) -> None:
    """Fetch public weights over the network, or copy them from a folder that was filled elsewhere.

    This is the only command that ever opens a connection. Exit code 1: something could not be fetched.
    """
    from ecgdesk.models.architectures import architecture
    from ecgdesk.models.public_weights import sources_of, weights_folder

    def work(streams: Streams) -> None:
        folder = to or weights_folder()
        for entry in map(architecture, names):
            parts = sources_of(entry)
            if url and (len(parts) > 1 or len(names) > 1):
                raise WeightsError(
                    say("One address cannot be that of {n} files.", n=max(len(parts), len(names))),
                    "Fetch a network with one file of weights at a time.",
                )
            if entry.weights_note:
                streams.say(entry.weights_note)
            for part in parts:
                _fetched(entry, part, folder, carried, url, again, streams)

    _finish(work)


def list_weights(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array, nothing else.")] = False,
    to: _Folder = None,
) -> None:
    """Say which public weights the networks of the catalog can begin with, and which are here."""
    from ecgdesk.models.public_weights import weights_folder

    def work(streams: Streams) -> None:
        folder = to or weights_folder()
        rows = list(_rows(folder))
        if as_json:
            streams.line(json.dumps(rows, ensure_ascii=False))
            return
        made = Table(box=None, pad_edge=False, header_style="dim")
        for title in ("Network", "Part", "Weights", "Here"):
            made.add_column(title, overflow="fold")
        for row in rows:
            cells = (row["network"], row["part"], row["source"], "yes" if row["file"] else "no")
            made.add_row(*(Text(str(cell)) for cell in cells))
        streams.out.print(made)
        streams.say(say("Weights are looked for in {folder}.", folder=folder))

    _finish(work)


def zero_shot(
    file: Annotated[Path, typer.Argument(metavar="FILE.ecgmodel", help="The pack to write.")],
    network: Annotated[str, typer.Option("--network", metavar="ID")] = "metaclip-vit-b32",
    classes: Annotated[str, typer.Option(metavar="LIST|ID,ID…", help="A known list, or ids.")] = "cardiac-4",
    sentence: Annotated[
        list[str] | None, typer.Option(metavar="ID=TEXT", help="The sentence of a class; may be repeated.")
    ] = None,
    to: Annotated[Path | None, typer.Option("--weights", metavar="DIR", help="Where weights lie.")] = None,
) -> None:
    """Make a pack from public weights alone: the class whose sentence lies nearest to the page."""
    from ecgdesk.models.architectures import architecture
    from ecgdesk.models.public_weights import weights_folder
    from ecgdesk.models.zero_shot import write_zero_shot

    def work(streams: Streams) -> None:
        made, said = _classes(classes), _sentences(sentence or [], classes)
        card = write_zero_shot(file, architecture(network), made, said, to or weights_folder())
        streams.line(f"{file}: {card.name}")
        for limit in card.limits:
            streams.say(limit)

    _finish(work)


def import_weights(
    file: Path, network: str, part: str | None, sha256: str | None, to: Path | None, streams: Streams
) -> None:
    """Take in a local file of weights for a network of the catalog; raises EcgdeskError."""
    from ecgdesk.models.architectures import architecture
    from ecgdesk.models.files import sha256_of
    from ecgdesk.models.public_weights import sources_of, weights_folder
    from ecgdesk.models.weights_store import import_file

    entry = architecture(network)
    if not file.is_file():
        raise WeightsError(say("There is no file {file}.", file=file.name), "Check the name.")
    if sha256 is None:
        raise WeightsError(
            say("{file} has the SHA-256 {digest}.", file=file.name, digest=sha256_of(file)),
            "Compare it with what its publisher says, and repeat the command with --sha256 HASH.",
        )
    parts = list(sources_of(entry))
    if part is None and len(parts) > 1:
        raise WeightsError(
            say("{network} takes weights in {n} parts.", network=network, n=len(parts)),
            say("Name one with --part: {parts}.", parts=", ".join(parts)),
        )
    chosen = parts[0] if part is None else part
    if chosen not in parts:
        known = ", ".join(parts) or "none"
        raise WeightsError(
            say("{network} takes no weights for {part!r}.", network=network, part=chosen),
            say("Known: {known}.", known=known),
        )
    if entry.weights_note:
        streams.say(entry.weights_note)
    streams.line(str(import_file(entry, chosen, file, sha256, to or weights_folder())))


def _fetched(
    entry: "Architecture",
    part: str,
    folder: Path,
    carried: Path | None,
    url: str,
    again: bool,
    streams: Streams,
) -> None:
    from ecgdesk.models.public_weights import check_unchanged, sources_of, weights_file
    from ecgdesk.models.weights_store import carry, fetch

    source = sources_of(entry)[part]
    there = weights_file(folder, source)
    if there is not None and not again:
        check_unchanged(there)
        streams.say(say("{source} is here already.", source=source))
        streams.line(str(there))
        return
    if carried is not None:
        streams.line(str(carry(entry, part, carried, folder)))
        return
    with _told(source, streams) as told:
        kept = fetch(entry, part, folder, told, url)
    streams.line(str(kept))


@contextmanager
def _told(source: str, streams: Streams) -> Iterator[Callable[[int, int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=streams.err, transient=True, disable=not streams.err.is_terminal)
    with bar:
        task = bar.add_task(source, total=None)
        yield lambda so_far, whole: bar.update(task, completed=so_far, total=whole or None)


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    from ecgdesk.models.architectures import catalog
    from ecgdesk.models.public_weights import has_public_weights, record_of, sources_of, weights_file

    for entry in catalog():
        for part, source in sources_of(entry).items():
            file = weights_file(folder, source)
            if not has_public_weights(entry) and file is None:
                continue
            record = record_of(file) if file else None
            yield {
                "network": entry.id, "part": part, "source": source, "file": str(file or ""),
                "licence": record.licence if record else entry.weights_note,
            }  # fmt: skip


def _classes(text: str) -> "tuple[ClassInfo, ...]":
    from ecgdesk.core.card import ClassInfo
    from ecgdesk.core.class_lists import CLASS_LISTS

    if text in CLASS_LISTS:
        return CLASS_LISTS[text]
    ids = [part.strip() for part in text.split(",") if part.strip()]
    if len(set(ids)) < 2 or len(set(ids)) != len(ids):
        raise WeightsError(
            "A model needs at least two classes, each named once.",
            say("Known lists: {known}; or write ids with commas.", known=", ".join(CLASS_LISTS)),
        )
    return tuple(ClassInfo(id=name, name=name, short=name) for name in ids)


def _sentences(given: list[str], classes: str) -> dict[str, str]:
    known, said = {item.id for item in _classes(classes)}, {}
    for one in given:
        name, equals, text = one.partition("=")
        if not equals or name not in known or not text.strip():
            raise WeightsError(
                say("{given!r} is no sentence of a class.", given=one),
                say("Write ID=TEXT with one of {known}.", known=", ".join(sorted(known))),
            )
        said[name] = text.strip()
    return said


def _finish(work: Callable[[Streams], None]) -> None:
    streams = Streams()
    try:
        work(streams)
    except EcgdeskError as error:
        streams.complain(error)
        raise typer.Exit(EXIT_WRONG) from error
