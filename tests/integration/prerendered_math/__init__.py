"""Tests of prerendered_math in tiny Sphinx projects."""
