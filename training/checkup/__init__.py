"""The parts of the data doctor: sources, what is remembered of a page, what is found."""
