"""The commands by subject: arguments in, an exit code out; each is a few lines around its door."""
