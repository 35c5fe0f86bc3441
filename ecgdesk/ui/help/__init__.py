"""Pages of help, shown in place of the page: nothing opens a second window."""
