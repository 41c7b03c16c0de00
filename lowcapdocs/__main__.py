"""python -m lowcapdocs."""

from lowcapdocs.cli import main

if __name__ == "__main__":
    main()
