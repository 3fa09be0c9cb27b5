"""Tests of `copydesk.text`."""
