"""focal-bias-init against SciPy's logit, decimals, and the losses of torch at equal scores."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from graders.initialization.focal_bias_init import reference_numpy

PRIORS = [1e-12, 3e-9, 0.01, 0.3, 0.5, 0.9, 0.999]


@pytest.mark.parametrize("pi", PRIORS)
def test_the_bias_is_scipy_s_logit(pi: float) -> None:
    special = pytest.importorskip("scipy.special")
    assert reference_numpy.prior_bias(pi) == pytest.approx(special.logit(pi), rel=1e-12, abs=1e-15)
    assert special.expit(reference_numpy.prior_bias(pi)) == pytest.approx(pi, rel=1e-12)


@pytest.mark.parametrize("pi", PRIORS)
def test_the_anchors_in_decimals(pi: float) -> None:
    with localcontext() as context:
        context.prec = 60
        exact = -7 * Decimal(pi).ln(), -993 * (1 - Decimal(pi)).ln()
    got = reference_numpy.initial_focal_setup(1000, 7, pi)
    assert got == pytest.approx([float(each) for each in exact], rel=1e-12)


@pytest.mark.parametrize("classes", [1, 2, 10, 37])
@pytest.mark.parametrize("margin", [1.0, 0.3])
def test_the_losses_of_torch(classes: int, margin: float) -> None:
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    scores, label = torch.zeros(1, classes, dtype=torch.float64), torch.tensor([0])
    softmax = functional.cross_entropy(scores, label)
    hinge = functional.multi_margin_loss(scores, label, margin=margin) * classes
    one_hot = functional.one_hot(label, classes).double()
    binary = functional.binary_cross_entropy_with_logits(scores, one_hot, reduction="sum")
    for kind, loss in (("softmax", softmax), ("svm", hinge), ("bce", binary)):
        got = reference_numpy.initial_loss(kind, classes, margin)
        assert got == pytest.approx(loss.item(), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("pi", [0.0, 1.0, -0.1, 2.0, float("nan")])
def test_no_prior_outside_the_interval(pi: float) -> None:
    with pytest.raises(ValueError):
        reference_numpy.prior_bias(pi)
    with pytest.raises(ValueError):
        reference_numpy.initial_focal_setup(10, 1, pi)


def test_the_example_of_the_statement() -> None:
    assert reference_numpy.prior_bias(0.01) == pytest.approx(-4.5951, abs=5e-5)
    assert reference_numpy.initial_loss("softmax", 10) == pytest.approx(2.3026, abs=5e-5)
    assert reference_numpy.initial_loss("svm", 10) == 9
    assert reference_numpy.initial_loss("bce", 10) == pytest.approx(6.9315, abs=5e-5)
    assert reference_numpy.initial_focal_setup(100000, 10, 0.01) == pytest.approx(
        [46.0517, 1004.9331], abs=5e-5
    )
    assert reference_numpy.initial_focal_setup(100000, 10, 0.5)[1] == pytest.approx(69307.8, abs=0.05)
