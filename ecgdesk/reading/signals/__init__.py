"""Files that hold signals, not pictures: each becomes the page that a recorder would have printed."""
