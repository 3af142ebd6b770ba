"""What the lines of a document are: paragraphs, page furniture, title, labels, foot, notes, flattened tables."""
