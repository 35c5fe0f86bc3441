"""One table a module: a docstring whose first line is the title, and `figures(sets)` that yields its rows."""
