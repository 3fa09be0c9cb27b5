"""Tests of the benchmarks: what they measure is only worth something if they measure right."""
