"""Explicit import of somebody else's weights into our networks; never a pickle that runs code."""
