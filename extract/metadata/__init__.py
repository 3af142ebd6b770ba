"""What a document says of itself: issuer, number, dates, validity, place, the proposal that it answers."""
