"""The authors' tools, with Sphinx."""
