"""Tests of the pure functions of site_navigation."""
