"""Pure functions from what people write: to values (`reading.values`) and to text without personal data (`reading.personal_data`)."""
