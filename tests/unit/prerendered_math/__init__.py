"""Tests of prerendered_math without Sphinx."""
