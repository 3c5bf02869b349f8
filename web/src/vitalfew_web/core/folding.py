"""placeholder"""


def tokens_of(*texts: str) -> str:
    return " " + " ".join(t.lower() for t in texts if t)


def asked_for(text: str) -> list[str]:
    return text.lower().split()
