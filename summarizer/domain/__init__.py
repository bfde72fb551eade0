"""The nouns: values that every other part of the program speaks in. Standard library only."""
