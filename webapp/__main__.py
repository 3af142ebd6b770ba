"""`python -m webapp` is `zhengnuo`."""

from webapp.cli import main

if __name__ == "__main__":
    main()
