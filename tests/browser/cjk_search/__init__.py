"""The search in a real browser."""
