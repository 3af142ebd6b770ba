"""."""

from ingest.assembly import Reading
from ingest.limits import Limits
from ingest.refusal import refusal


def read_pdf(data: bytes, limits: Limits) -> Reading:
    raise refusal("pdf_no_text")
