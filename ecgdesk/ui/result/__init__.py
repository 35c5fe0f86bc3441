"""The result panel: what the model says of the shown page, how sure it is, and why."""
