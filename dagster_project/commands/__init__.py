"""What `make` calls, one module a command: arguments, the terminal, exit codes.

Not here: any of the work itself.
"""
