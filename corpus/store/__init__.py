"""The store: the only truth, on SQLAlchemy; every other package reads and writes documents through it."""
