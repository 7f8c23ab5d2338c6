"""Helpers for authors and maintainers."""
