"""Text made safe to print where a person or a machine reads it line by line.

Words chosen by an article or a file name never move the cursor, turn the text around, or read as a command to the
machine that collects the log (GitHub takes `::` at the start of a line and `##[` anywhere for one).
"""

from builder.model.issues import Issue


def harmless(line: str) -> str:
    """The line with every unprintable character as its number, and nothing in it that is a command."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line).replace("##[", "## [")
    return f"\\{shown}" if shown.lstrip().startswith("::") else shown


def printed(issue: Issue) -> str:
    """The issue on one line: `path:line: what — how to mend it [code]`; a warning says that it is one."""
    line = issue.line()
    return harmless(line if issue.is_error else f"{issue.at}: warning: {line.removeprefix(f'{issue.at}: ')}")
