"""The adapter to MkDocs. Nothing in content, documents, pages or search knows of the engine."""
