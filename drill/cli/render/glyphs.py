"""Characters of mathematics: raised, lowered, tall, and spelled out in ASCII."""

from __future__ import annotations

import unicodedata

SUBSCRIPTS = dict(
    zip("0123456789+−=()aehijklmnoprstuvxβγρφϕχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ", strict=True)
)
SUPERSCRIPTS = dict(
    zip(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφϕχ⊤′*",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵠᵡᵀ′*",
        strict=True,
    )
)
TALL = {
    "(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", "{": "⎧⎪⎩", "}": "⎫⎪⎭", "|": "│││", "‖": "║║║",
    "⌊": "⎢⎢⎣", "⌋": "⎥⎥⎦", "⌈": "⎡⎢⎢", "⌉": "⎤⎥⎥",
}  # fmt: skip
PLAIN = {
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "∼": "~", "∈": "in", "∉": "not in", "→": "->", "←": "<-",
    "⇒": "=>", "⇔": "<=>", "↦": "->", "·": "*", "×": "x", "⊙": "*", "∘": "o", "±": "+-",
    "∓": "-+", "−": "-", "∞": "inf",
    "…": "...", "⊤": "T", "′": "'", "‖": "||", "⌊": "floor(", "⌋": ")",
    "⌈": "ceil(", "⌉": ")", "⟨": "<",
    "⟩": ">", "≔": ":=", "∂": "d", "⋯": "...", "∑": "sum", "∏": "prod",
    "≪": "<<", "≫": ">>", "ℓ": "l",
}  # fmt: skip
_MARKS = dict(zip("✓✗→·•—–…─│█▓▒░━−×“”’‘‖▌", "vx>-*--.-|##+.=-x\"\"''||", strict=True))


def spelled(char: str) -> str:
    """A character in ASCII: `μ` is `mu`, `é` is `e`, `✓` is `v`, and what has no likeness is `?`."""
    if char in _MARKS:
        return _MARKS[char]
    if char in PLAIN:
        return PLAIN[char]
    name = unicodedata.name(char, "")
    if name.startswith("GREEK"):
        return name.split()[-1].lower()
    return unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode() or "?"
