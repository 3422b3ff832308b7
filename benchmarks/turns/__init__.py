"""What a turn costs: Askwell, with gateway and customer data bank, against a stock Rasa bot that asks the same."""
