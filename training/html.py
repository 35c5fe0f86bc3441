"""The few parts that reports of the trainer are made of: one HTML text that needs no other file."""

import base64
from collections.abc import Iterable
from html import escape
from typing import Final

STYLE: Final = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem}td,th{padding:.2rem .8rem;text-align:left;"
    "border-bottom:1px solid #ddd}td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "small{color:#555}figure{display:inline-block;margin:0 1rem 1rem 0}"
)


def document(title: str, parts: Iterable[str]) -> str:
    """Return a whole page."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f"<!doctype html><html lang=en><head>{head}</head><body>{''.join(parts)}</body></html>\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table of texts."""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{body}</table>"


def picture(name: str, data: bytes) -> str:
    """Return a PNG with its name below."""
    coded = base64.b64encode(data).decode("ascii")
    image = f'<img alt="{escape(name)}" src="data:image/png;base64,{coded}">'
    return f"<figure>{image}<figcaption>{escape(name)}</figcaption></figure>"


def paragraphs(texts: Iterable[str]) -> str:
    """Return texts as paragraphs in small print."""
    return "".join(f"<p><small>{escape(text)}</small></p>" for text in texts)
