"""Calipers and the other tools on the page: their words and the panels beside it."""
