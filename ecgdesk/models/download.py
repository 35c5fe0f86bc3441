"""One file over the network: the only place of this program that ever opens a connection.

Nothing but `ecgdesk models fetch` calls it; `tests/test_no_network.py` holds the rest of the program to that.
"""

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from http import HTTPStatus
from typing import IO, BinaryIO, Final
from urllib.parse import urlsplit

from ecgdesk.core.errors import WeightsError
from ecgdesk.core.sentence import say

_BLOCK_BYTES: Final = 1 << 20
_PATIENCE_SECONDS: Final = 30
_SCHEMES: Final = ("https", "http")
_HASH_HEADER: Final = "X-Linked-Etag"
"""The hub's answer, before it redirects: the SHA-256 of a large file."""
_SHA256_DIGITS: Final = 64

Told = Callable[[int, int], None]
"""Bytes so far, bytes in all (0 where unknown)."""


def download(url: str, file: BinaryIO, wanted_sha256: str, told: Told) -> str:
    """Write what lies at a URL into a file and return its SHA-256; raises WeightsError or OSError.

    The hash must begin with `wanted_sha256`, and be the one that the server announces, if it does.
    """
    name = urlsplit(url).path.rpartition("/")[2]
    if urlsplit(url).scheme not in _SCHEMES:
        raise WeightsError(say("{url} is no address on the web.", url=url), "It begins with https.")
    redirects = _Redirects()
    try:
        opener = urllib.request.build_opener(redirects)
        request = urllib.request.Request(url, headers={"User-Agent": "ecgdesk"})
        with opener.open(request, timeout=_PATIENCE_SECONDS) as answer:
            announced = redirects.announced or _hash_in(answer.headers)
            digest = _kept(answer, file, told, name)
    except urllib.error.HTTPError as error:
        raise _refused(error, name) from error
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
        raise offline(urlsplit(url).hostname or url) from error
    if not digest.startswith(wanted_sha256.lower()) or announced not in ("", digest):
        raise WeightsError(
            say("{file} came damaged: its SHA-256 is not the one it should have.", file=name),
            "Fetch it again; if that does not help, ask its publisher.",
        )
    return digest


def offline(host: str) -> WeightsError:
    """Return what to say where no network answers."""
    return WeightsError(
        say("There is no connection to {host}.", host=host),
        say(
            "Run “ecgdesk models fetch NAME --to FOLDER” on a machine with a network, carry the folder here, "
            "and copy it with “ecgdesk models fetch NAME --from FOLDER”, or name it in ECGDESK_WEIGHTS."
        ),
    )


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects as usual, and remembers the hash that was announced on the way."""

    def __init__(self) -> None:
        self.announced = ""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: http.client.HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        """Return the next request."""
        self.announced = self.announced or _hash_in(headers)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _hash_in(headers: Message) -> str:
    tag = str(headers.get(_HASH_HEADER, "")).strip('"').lower()
    return tag if len(tag) == _SHA256_DIGITS else ""


def _kept(answer: http.client.HTTPResponse, file: BinaryIO, told: Told, name: str) -> str:
    whole = int(answer.headers.get("Content-Length") or 0)
    digest, so_far = hashlib.sha256(), 0
    while block := answer.read(_BLOCK_BYTES):
        digest.update(block)
        file.write(block)
        so_far += len(block)
        told(so_far, whole)
    if whole and so_far != whole:  # a connection that broke looks like the end of the file
        raise WeightsError(say("The connection broke before {file} was whole.", file=name), "Fetch it again.")
    return digest.hexdigest()


def _refused(error: urllib.error.HTTPError, name: str) -> WeightsError:
    try:
        reason = HTTPStatus(error.code).phrase.lower()
    except ValueError:
        reason = "unknown"
    return WeightsError(
        say("{file} was not given out: {code} {reason}.", file=name, code=error.code, reason=reason),
        "Check the name, or try again later.",
    )
