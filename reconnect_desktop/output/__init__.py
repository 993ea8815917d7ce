"""Words, figures and pages made of the journal's values; no Qt."""
