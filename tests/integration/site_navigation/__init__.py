"""Tests of site_navigation that build small sites."""
