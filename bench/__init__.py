"""Measurements: commands that print figures. `python -m bench` runs those that need nothing but the project."""
