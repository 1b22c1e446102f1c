"""Reads a workflow, and plays its `run:` steps with the shell, as a runner would; `uses:` steps by what is given for them."""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github/workflows/briefing.yml"
# A text, an operator, or a name such as github.event.before.
TOKEN = re.compile(r"'(?:[^']|'')*'|&&|\|\||==|!=|!|[A-Za-z_][\w.-]*")
OPERATORS = {"&&": " and ", "||": " or ", "!": " not ", "true": "True", "false": "False"}


def fingerprint(*patterns):
    """Stands for a hash of the files: the patterns, each of which must match one."""
    assert [pattern for pattern in patterns if not any(ROOT.glob(pattern))] == []
    return " ".join(patterns)


FUNCTIONS = {"format": lambda text, *values: text.format(*values), "hashFiles": fingerprint}


def read_workflow(path=WORKFLOW):
    # `on` is a truth value in YAML 1.1; the base loader leaves every value a text.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def value_of(expression, context):
    """What an expression comes to; a name that the context lacks is the empty text, as on GitHub."""

    def python(match):
        token = match[0]
        if token in OPERATORS:
            return OPERATORS[token]
        if token.startswith(("'", "=", "!")) or token in FUNCTIONS:
            return token
        return f"look({token!r})"

    functions = {**FUNCTIONS, "look": lambda name: context.get(name, "")}
    return eval(TOKEN.sub(python, expression), {"__builtins__": {}}, functions)


def filled(text, context):
    """The text with its `${{ … }}` filled in."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(value_of(match[1].strip(), context)), text)


@dataclass
class Runner:
    """Plays the steps of a job in a folder. `actions` leads from an action's name to a function of the step's `with`."""

    folder: Path
    actions: dict
    context: dict
    variables: dict
    left_out: tuple = ()
    played: list = field(default_factory=list)
    said: dict = field(default_factory=dict)

    def play(self, job):
        shared = self.filled(job.get("env", {}))
        for step in job["steps"]:
            self.played.append(step["name"])
            if "uses" in step:
                self.actions[step["uses"].partition("@")[0]](self.filled(step.get("with", {})))
            elif step["run"] not in self.left_out:
                self.said[step["name"]] = self.run(step, shared | self.filled(step.get("env", {})))

    def filled(self, texts):
        return {name: filled(text, self.context) for name, text in texts.items()}

    def run(self, step, variables):
        script = self.folder.parent / "step.sh"
        script.write_text(filled(step["run"], self.context), encoding="utf-8")
        done = subprocess.run(
            ["bash", "-e", script],
            cwd=self.folder,
            env={**os.environ, **self.variables, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{step['name']}: {done.stdout}"
        return done.stdout
