"""All customers as they stood at the end of one day: background, behaviour, needs and consents together."""

from analytics.population.days import Days
from analytics.population.evidence import Evidence
from analytics.population.population import Population, population
from analytics.population.summaries import Orders, orders_of

__all__ = ["Days", "Evidence", "Orders", "Population", "orders_of", "population"]
