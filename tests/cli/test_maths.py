"""Formulas in a terminal: nothing that TeX's layout groups may come apart on one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.bank.bank import Bank, builtin_root
from drill.cli.render.maths import display, inline

LINES = {
    r"\hat{x}_i = \frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}}": "x̂ᵢ = (xᵢ − μ) / √(σ² + ϵ)",
    r"\mu = \frac{1}{N}\sum_{i=1}^N x_i": "μ = (1/N) ∑ᵢ₌₁ᴺ xᵢ",
    r"\frac{\partial L}{\partial x_i}": "∂L/∂xᵢ",
    r"\frac{dL}{dx}": "dL/dx",
    r"\frac{1}{2\sigma} x": "(1/(2σ))x",
    r"\frac{a}{b}\cdot c": "(a/b) · c",
    r"c \cdot \frac{a}{b}": "c · a/b",
    r"\frac{\frac{a}{b}}{c}": "(a/b)/c",
    r"\frac{a}{b + c}": "a / (b + c)",
    r"\frac{x}{1+|x|}": "x / (1 + |x|)",
    r"\frac{|A\cap B|}{|A\cup B|}": "|A ∩ B| / |A ∪ B|",
    r"\frac{(a+b)(c+d)}{2}": "(a + b)(c + d) / 2",
    r"\frac{a}{(b+c)(d)}": "a / ((b + c)(d))",
    r"\left(\frac{a}{b}\right)^2": "(a/b)²",
    r"\frac12": "1/2",
    r"\frac{x_i}{\max(\lVert x_i \rVert_2, \epsilon)}": "xᵢ / max(‖xᵢ‖₂, ϵ)",
    r"\frac{a}{\sum_i (b_i)}": "a/(∑ᵢ(bᵢ))",
    r"\sqrt{d_k}": "√dₖ",
    r"\sqrt[3]{x+1}": "³√(x + 1)",
    r"\sqrt{\hat v} + \epsilon": "√v̂ + ϵ",
    r"e^{-x^2/2}": "e^(−x²/2)",
    r"e^{x_i - \max_j x_j}": "e^(xᵢ−maxⱼ xⱼ)",
    r"10^{-8}": "10⁻⁸",
    r"x_{ij}^{2}": "xᵢⱼ²",
    r"x_{i,j}": "x_(i,j)",
    r"W_f x_t + b_f": "W_f xₜ + b_f",
    r"\sigma_{\text{run}}": "σᵣᵤₙ",
    r"\sigma_{\text{big}}": "σ_big",
    r"x^T y + x^\top y": "xᵀy + xᵀy",
    "x' + x''": "x′ + x′′",
    r"-x + (-1) - -b": "−x + (−1) − −b",
    r"c_t = f_t \odot c_{t-1}": "cₜ = fₜ ⊙ cₜ₋₁",
    r"H = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1": "H = ⌊(n + 2p − k) / s⌋ + 1",
    r"\mathrm{ReLU}(x) = \max(0, x)": "ReLU(x) = max(0, x)",
    r"n \log n, \log(1+e^x)": "n log n, log(1 + eˣ)",
    r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}": "{x, x > 0; 0, otherwise}",
    r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}": "[1, 2; 3, 4]",
    r"W \in \mathbb{R}^{d \times n}": "W ∈ ℝ^(d×n)",
    r"p_\theta(y \mid x), \|x\|_2^2": "p_θ(y | x), ‖x‖₂²",
    r"\{1, \dots, N\}, a \ne b": "{1, …, N}, a ≠ b",
    r"\text{where } x \text{ is in } [0,1]": "where x is in [0, 1]",
    r"\bar{x} \tilde h \overline{AB}": "x̄h̃A̅B̅",
    r"\binom{n}{k}": "C(n, k)",
}
PLAIN = {
    r"\hat{x}_i = \frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}}": "x_hat_i = (x_i - mu) / sqrt(sigma^2 + epsilon)",
    r"\frac{\partial L}{\partial x_i} \le \infty": "dL/dx_i <= inf",
    r"\sum_{i=1}^N \beta_1 g_t": "sum_(i=1)^N beta_1 g_t",
    r"\left\lfloor x \right\rfloor": "floor(x)",
}


@pytest.mark.parametrize("source", LINES)
def test_one_line(source: str) -> None:
    assert inline(source) == LINES[source]


@pytest.mark.parametrize("source", PLAIN)
def test_ascii(source: str) -> None:
    assert inline(source, unicode=False) == PLAIN[source]


@pytest.mark.parametrize("source", LINES)
def test_ascii_is_ascii(source: str) -> None:
    assert inline(source, unicode=False).isascii()


@pytest.mark.parametrize("source", [r"\frac{a", r"a_", r"\left( x", "}"])
def test_what_cannot_be_read_is_shown_as_written(source: str) -> None:
    assert inline(source) == f"${source}$"
    assert display(source, 80) == [f"$${source}$$"]


def test_stacked_fraction() -> None:
    assert display(r"\hat{x} = \frac{x-\mu}{\sigma}", 80) == ["     x − μ", "x̂ = ───────", "       σ"]


def test_limits_stand_above_and_below() -> None:
    assert display(r"\sum_{i=1}^N x_i", 80) == [" N", " ∑ xᵢ", "i=1"]


def test_cases_have_a_brace() -> None:
    source = r"f = \begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}"
    assert display(source, 80) == ["    ⎧ x  x > 0", "f = ⎨", "    ⎩ 0  else"]


def test_too_wide_becomes_one_line() -> None:
    assert display(r"\frac{a+b+c+d}{e}", 8) == ["(a + b + c + d) / e"]


def test_the_bank_has_no_formula_that_is_left_raw() -> None:
    bank = Bank.open([builtin_root()], Path("/nonexistent"))
    raw = []
    for summary in bank.summaries():
        formulas = bank.get(summary.id).statement.replace("$$", "$").split("$")[1::2]
        raw += [(summary.id, f) for f in formulas if "\\" in inline(f) or "$" in inline(f)]
    assert raw == []
