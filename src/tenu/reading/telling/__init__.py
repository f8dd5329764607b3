"""How likely a sentence tells a claim of each kind, by signs that were weighed on marked documents."""

from tenu.reading.telling.signs import Setting, of_word, signs
from tenu.reading.telling.weights import Weights, weights

__all__ = ["Setting", "Weights", "of_word", "signs", "weights"]
