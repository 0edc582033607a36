"""What `drill watch` is made of: the file's changes, the terminal's keys, and what each of them does."""
