"""Numbers, amounts and ranges as any text writes them, and quantities with their units."""
