"""Segments, the staff's questions and the report: what the customer data bank tells about groups of customers."""
