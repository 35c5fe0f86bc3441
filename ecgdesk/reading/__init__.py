"""From a file to a page: load, propose a crop, straighten, judge its quality, render. No torch, no Qt."""
