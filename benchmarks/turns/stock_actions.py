"""The stock bot's actions, as the documentation of rasa-sdk writes them: save to SQLite what the form has accepted."""

import sqlite3

from rasa_sdk import Action, FormValidationAction
from rasa_sdk.events import AllSlotsReset


def _save(sender, question, value):
    with sqlite3.connect("answers.db") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS answers (sender TEXT, question TEXT, value TEXT)")
        connection.execute("INSERT INTO answers VALUES (?, ?, ?)", (sender, question, value))


class ValidateSurveyForm(FormValidationAction):
    """Saves each answer as it comes."""

    def name(self):
        return "validate_survey_form"

    async def validate(self, dispatcher, tracker, domain):
        for question, value in tracker.slots_to_validate().items():
            _save(tracker.sender_id, question, value)
        return await super().validate(dispatcher, tracker, domain)


class BeginAgain(Action):
    """Empties the slots, so that the next greeting begins the survey anew."""

    def name(self):
        return "action_begin_again"

    async def run(self, dispatcher, tracker, domain):
        return [AllSlotsReset()]
