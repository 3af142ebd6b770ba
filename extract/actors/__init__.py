"""Who has to act on a commitment: in its sentence, its brackets, by its heading, or carried on from before."""
