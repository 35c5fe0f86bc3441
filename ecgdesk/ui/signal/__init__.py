"""The signal that was read from the page, as a curve below it."""
