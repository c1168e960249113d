// Node itself: it starts, and ends.
process.exit(0)
