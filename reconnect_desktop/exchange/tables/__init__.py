"""Tables: their rows, and what is in the columns of one of any kind."""
