"""Pure functions from what people write.

`reading.values` gives values, `reading.personal_data` the text without personal data. Nothing here stores or logs.
"""
