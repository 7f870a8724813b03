"""How the shipped weights and the table of lemmas are made; needs the extra ``train``."""
