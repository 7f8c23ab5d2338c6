"""Tests of furo_companion without Sphinx."""
