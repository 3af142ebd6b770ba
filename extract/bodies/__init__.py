"""Public bodies: their names, which names mean one body, and what each does in the document."""
