"""Times of a document, as precise as its words, and what each does in its sentence."""
