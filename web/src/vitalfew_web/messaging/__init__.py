"""Mail that goes out: written in the language of who gets it, sent once, with its fate on a page."""
