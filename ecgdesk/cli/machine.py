"""This machine and this user, as the doctor looks at them."""

from ecgdesk.cli.checks import Machine, model_packs
from ecgdesk.models.library import Library
from ecgdesk.models.pack import verify
from ecgdesk.services.paths import UserFolder


def this_machine() -> Machine:
    """Return what the doctor needs to know."""
    folder, library = UserFolder.default(), Library.default()
    folders = (("data folder", folder.root), ("runs folder", folder.root / "runs"))
    return Machine(folders, lambda: model_packs(library.files, verify))
