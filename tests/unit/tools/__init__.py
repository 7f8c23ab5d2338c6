"""The authors' tools."""
