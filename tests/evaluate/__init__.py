"""`python -m tests.evaluate`: what `briefing extract` finds, against gold written by hand.

Exit status: 0 measured, and nothing below its floor; 1 below a floor, or the gold is not the pinned one, or a pin was
refused; 2 it could not be measured (usage, faulty gold, an extraction that failed or broke its format).
"""
