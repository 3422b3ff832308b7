"""The arrays that the parts hand to each other, by what they hold."""

import numpy as np
from numpy.typing import NDArray

Classes = NDArray[np.int64]
"""A class a person, from 0."""
Codes = NDArray[np.int64]
"""A row a person, a column a question: the level of each answer, from 0."""
Asked = NDArray[np.bool_]
"""A row a person, a column a question: whether it has been asked."""
Probabilities = NDArray[np.float64]
"""A row a person, a column a class; each row adds up to 1."""
Floats = NDArray[np.float64]
"""Any other table of numbers, described where it is used."""
