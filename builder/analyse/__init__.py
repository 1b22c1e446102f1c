"""From one article to findings: places where something is said, counted, dated or named. Never looks at `content/`."""
