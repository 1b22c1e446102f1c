"""axe-core in a tab: every rule of WCAG 2.2 A and AA and of best practice, no violation forgiven."""

from tests.conftest import NODE_PACKAGES

AXE = NODE_PACKAGES / "axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
RUN = """tags => axe.run({runOnly: tags, resultTypes: ["violations"]})
  .then(({violations, passes}) => ({passed: passes.length, violations}))"""


def violations(tab):
    """What axe has against the page as it stands, a line for each rule and element. Raises where no rule applied."""
    if not tab.evaluate("typeof axe === 'object'"):
        tab.add_script_tag(path=AXE)
    found = tab.evaluate(RUN, list(TAGS))
    assert found["passed"] > 10
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
