"""Tests of the reuse stage; the texts are invented."""
