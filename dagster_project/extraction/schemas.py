"""The frames that leave the extraction room.

Declared here: an observation, a quantity that could not be placed, a document that failed. Not here: the
vocabularies' shapes (`vocabulary`), nor the relations of spans that live between the steps (`mentions`, `binding`).
"""

from __future__ import annotations

import dataframely as dy

MEASURES = ("level", "growth", "plan_attainment", "share", "multiple")
BOUNDS = ("exact", "at_least", "at_most", "approx")
STATUSES = ("actual", "estimate", "forecast", "target")


class Observation(dy.Schema):
    """One statement of one document about one district: the columns of `marts.fct_observation`, and how it came."""

    observation_id = dy.String(primary_key=True)
    document_id = dy.String(nullable=False)
    district_id = dy.String(nullable=False)
    indicator_id = dy.String(nullable=False)
    measure = dy.Enum(list(MEASURES), nullable=False)
    value = dy.Float64(nullable=False)  # in `unit`
    unit = dy.String(nullable=False)
    bound = dy.Enum(list(BOUNDS), nullable=False)
    status = dy.Enum(list(STATUSES), nullable=False)
    period_start = dy.Date(nullable=False)
    period_end = dy.Date(nullable=False)
    basis = dy.String(nullable=True)
    target_set = dy.String(nullable=True)
    value_text = dy.String(nullable=False)
    sentence = dy.String(nullable=False)
    char_start = dy.Int32(nullable=False)  # of value_text in Document.text, end exclusive
    char_end = dy.Int32(nullable=False)
    sentence_start = dy.Int32(nullable=False)  # of sentence in Document.text
    decimals = dy.Int8(nullable=False)  # digits after the decimal mark as written; -3 for "9 nghìn" in units
    rule = dy.String(nullable=False)  # the rule that bound the quantity to its indicator
    period_from = dy.String(nullable=False)  # clause, sentence, paragraph, article, date
    district_from = dy.String(nullable=False)  # sentence, paragraph, article


class UnplacedQuantity(dy.Schema):
    """A quantity of the article's own words that no rule placed, with the reason."""

    unplaced_id = dy.String(primary_key=True)
    document_id = dy.String(nullable=False)
    value_text = dy.String(nullable=False)
    value = dy.Float64(nullable=True)
    unit = dy.String(nullable=True)  # null where no known unit follows
    noun_phrase = dy.String(nullable=True)  # the words before it, where an unknown indicator would stand
    reason = dy.String(
        nullable=False
    )  # unknown_indicator, unit_mismatch, other_place, no_district, no_period, ...
    sentence = dy.String(nullable=False)
    char_start = dy.Int32(nullable=False)
    char_end = dy.Int32(nullable=False)


class FailedDocument(dy.Schema):
    """A document that a step of the extraction broke off at: nothing is known of it, the others are not affected."""

    document_id = dy.String(primary_key=True)
    detail = dy.String(nullable=False)  # the error, for a person
