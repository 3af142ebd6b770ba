"""How patterns are looked for: many in one walk over a text, each only where it can start."""
