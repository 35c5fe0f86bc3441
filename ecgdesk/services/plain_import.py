"""Imports PySide6 and takes away the hook that it leaves on `import`.

PySide6 replaces `builtins.__import__` to serve `from __feature__ import …`, which nobody here uses, and from
then on reads the source of every module that is imported. That costs time, and when two threads import at
once it was seen to make pydantic fail with a circular import. Imported by `ecgdesk.app` before anything else.
"""

import builtins

_plain = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain
