"""What the training wizard needs beside widgets: drafts of recipes, runs as folders and processes."""
