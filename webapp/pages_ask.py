"""Questions: an answer in the words of the documents, cited, or a refusal that states the bounds of the corpus."""

from __future__ import annotations

from flask import Blueprint

from corpus.store import Validity
from search import Filters
from webapp.labels import GENRES
from webapp.site import arguments, page, workspace
from webapp.views_answer import answer_view
from webapp.views_lists import group_of
from webapp.views_search import passage_of

ask_pages = Blueprint("ask", __name__)


@ask_pages.get("/ask")
def ask() -> str:
    """问答."""
    asked, store = arguments(), workspace().store
    question = asked.text("q")
    in_force = asked.answer("in_force") is True
    filters = Filters(
        genres=asked.several("genre", GENRES),
        regions=asked.several("region"),
        validities=(Validity.IN_FORCE.value, Validity.UNSTATED.value) if in_force else (),
    )
    answer = workspace().ask(question, filters) if question else None
    return page(
        "ask.html",
        asked=asked,
        question=question,
        view=answer_view(answer) if answer else None,
        near=[(hit, passage_of(hit)) for hit in answer.nearest] if answer else (),
        in_force=in_force,
        groups=(
            group_of("region", "地区", store.facets("region"), filters.regions).uncounted(),
            group_of("genre", "文种", store.facets("genre"), filters.genres, GENRES).uncounted(),
        ),
    )
