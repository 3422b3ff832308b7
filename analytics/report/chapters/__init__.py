"""The chapters of the report, each from the material to sentences, tables and pictures."""
