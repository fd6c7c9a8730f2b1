"""Lighthouse on the built site. Run: make bench, or python -m bench.lighthouse when it is
installed there."""
