"""The training wizard: one page a file, shown in place of the page; imported when it is first opened."""
