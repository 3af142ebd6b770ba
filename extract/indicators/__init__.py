"""What is measured: name, owner, value, unit, time and kind, in sentences and in tables."""
