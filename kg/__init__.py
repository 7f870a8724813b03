"""Knowledge graphs of diplomatic events from news articles."""
