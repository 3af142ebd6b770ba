"""Sentences become commitments, achievements and quoted duties; background becomes nothing."""
