"""Tests of `copydesk.inputs`."""
