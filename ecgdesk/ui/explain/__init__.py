"""What the window shows of an explanation beyond the heat map itself."""
