"""The words by which quotations are told and attributed, as data."""
