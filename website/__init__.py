"""What a browser gets from Askwell: the chat widget, the demo shop, the staff console and the manager's page."""
