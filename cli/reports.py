"""`./askwell report`: the needs report as a web page, a PDF and a spreadsheet."""
