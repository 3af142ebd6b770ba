"""Documents that a document names, with marks and without, who issued them, and what is done with them."""
