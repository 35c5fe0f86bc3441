"""The list of open pages."""
