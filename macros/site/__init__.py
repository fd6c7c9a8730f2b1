"""The adapter to MkDocs: generated files, the two editions, citations."""
