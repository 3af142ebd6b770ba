"""Composition: configuration, the pipeline, the command line, pages and API. Importing it does not import Flask."""
