"""The outline of a document: which lines are headings, their levels, and what they say of what stands below."""
