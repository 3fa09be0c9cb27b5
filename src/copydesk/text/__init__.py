"""Words, sentences, shingles and patterns: what every stage needs to know about text, and nothing of news."""
