"""Which question next: what the order of questions is worth, measured on people whom nothing was learned from.

`evaluate` compares four orders of any table of answers; `learn_plan` makes of one what an investigation follows.
"""
