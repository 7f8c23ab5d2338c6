"""Tests of the extensions on tiny projects."""
