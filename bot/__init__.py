"""What runs inside the Rasa server of Askwell: the only package that imports Rasa, on Python 3.10.

Importing it prepares the process for Rasa: TensorFlow stays out, and Rasa's telemetry and crash reports are off. This
must come before anything of Rasa is imported, so it stands here and not in a function that somebody may forget.
"""

from bot.environment import prepare_environment
from bot.without_tensorflow import leave_tensorflow_out

prepare_environment()
leave_tensorflow_out()
