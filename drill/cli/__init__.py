"""The command line: each module parses, calls and renders one family of commands."""
