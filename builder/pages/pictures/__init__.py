"""Pictures: what a view has decided → shapes at places → SVG text. Nothing here knows the knowledge model."""
