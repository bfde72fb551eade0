"""What comes in from outside: JSON in, checked values of the domain out."""

from summarizer.language.ranking import RANKERS
from summarizer.schemas.requests import MergeRequest, load_diff, load_facts, load_merge

__all__ = ["RANKERS", "MergeRequest", "load_diff", "load_facts", "load_merge"]
