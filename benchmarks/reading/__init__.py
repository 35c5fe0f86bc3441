"""Figures of reading a page, against real and drawn pages; `tables` holds one module for each table."""
