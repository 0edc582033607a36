"""The guard at run time: stops a forbidden operation that the source check could not see coming.

Best effort, and called so: code in the same process can undo it. It watches

- torch's functions and methods (a function mode: `x.softmax(-1)` and `torch.special.softmax` look alike);
- torch's operations where no function was seen above them, as in a scripted function (a dispatch mode);
- classes of torch.nn and torch.optim, when they are constructed;
- NumPy's functions, where the caller is the learner's file;
- NumPy's methods, by Python's hook for profilers, which is slow: only where one of them is forbidden.

Operators on arrays (`x @ y`) it cannot see; the source check does.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from types import FrameType
from typing import Any

import numpy as np

from drill.runner.names import Forbidden, forbidden

_SPACE = re.compile("^(?:special|linalg|fft)_")  # torch.special.softmax calls itself special_softmax
_NUMPY = ("numpy", "numpy.linalg", "numpy.fft", "numpy.random")
_TORCH = ("torch.nn", "torch.optim")


class ForbiddenCall(BaseException):
    """Not an Exception, so that a submission does not catch it in passing."""


class Guard:
    """Watches over one submission. `found` is a sentence about the first forbidden call, or empty."""

    def __init__(self, names: Sequence[str], file_name: str) -> None:
        self.found = ""
        self._file_name = file_name
        rules = [forbidden(name) for name in names]
        self._numpy = [rule for rule in rules if rule.library == "numpy"]
        self._torch = [rule for rule in rules if rule.library == "torch"]
        self._methods = {
            name: rule for rule in self._numpy for name in dir(np.ndarray) if rule.bans_method(name)
        }
        self._guard_functions()
        if "torch" not in sys.modules:
            self._torch = []
        if self._torch:
            self._guard_classes()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """While the submission runs, also in the threads that it starts meanwhile."""
        with ExitStack() as stack:
            self._enter(stack)
            yield

    def _enter(self, stack: ExitStack) -> None:
        """The hooks of this thread."""
        if self._torch:
            for mode in _modes(self, self._torch):
                stack.enter_context(mode)
        if self._methods:
            sys.setprofile(self._look_at_call)
            stack.callback(sys.setprofile, None)
        if self._torch or self._methods:
            threading.setprofile(self._enter_thread)

    def _enter_thread(self, frame: FrameType, event: str, called: Any) -> None:
        """At the first call in a new thread, which keeps its hooks to its end."""
        sys.setprofile(None)
        self._enter(ExitStack())

    def _look_at_call(self, frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and frame.f_code.co_filename == self._file_name:
            rule = self._methods.get(getattr(called, "__name__", ""))
            owner = getattr(called, "__objclass__", type(getattr(called, "__self__", None)))
            if rule and issubclass(owner, (np.ndarray, np.generic)):
                self.stop(rule, f"numpy.ndarray.{called.__name__}")

    def stop(self, rule: Forbidden, call: str) -> None:
        """Ends the call if it comes from the learner's file; drill's driver may do what it likes."""
        line = self._line()
        if line:
            what = "what" if call == rule.canonical else f"{rule.canonical}, which"
            self.found = self.found or f"Line {line}: `{call}` is {what} this problem forbids."
            raise ForbiddenCall(self.found)

    def _line(self) -> int:
        """Where in the learner's file we are; 0 when nowhere, or inside a function that was let through:
        how torch does what it may is its own affair."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code is not _let_through.__code__:
            if frame.f_code.co_filename == self._file_name:
                return frame.f_lineno
            frame = frame.f_back
        return 0

    def _guard_functions(self) -> None:
        if not self._numpy:
            return
        for path in _NUMPY:
            module = sys.modules.get(path)
            for name, function in list(vars(module).items()) if module else ():
                rule = _banning(self._numpy, f"{path}.{name}")
                if rule and callable(function) and not isinstance(function, type):
                    setattr(module, name, self._guarded(rule, f"{path}.{name}", function))

    def _guarded(self, rule: Forbidden, path: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def guarded(*arguments: Any, **named: Any) -> Any:
            if sys._getframe(1).f_code.co_filename == self._file_name:  # NumPy itself may call it
                self.stop(rule, path)
            return function(*arguments, **named)

        return guarded

    def _guard_classes(self) -> None:
        for path in _TORCH:
            for name, kind in list(vars(sys.modules[path]).items()):
                rule = _banning(self._torch, f"{path}.{name}")
                if rule and isinstance(kind, type):
                    kind.__init__ = self._refusing(rule, f"{path}.{name}", kind.__init__)  # type: ignore[misc]

    def _refusing(self, rule: Forbidden, path: str, construct: Callable[..., None]) -> Callable[..., None]:
        @wraps(construct)
        def refusing(*arguments: Any, **named: Any) -> None:
            self.stop(rule, path)
            construct(*arguments, **named)

        return refusing


def _banning(rules: Sequence[Forbidden], path: str) -> Forbidden | None:
    return next((rule for rule in rules if rule.bans(path)), None)


def _modes(guard: Guard, rules: Sequence[Forbidden]) -> tuple[Any, Any]:
    """torch's own hooks. The classes are made here because making them imports torch."""
    from torch.overrides import TorchFunctionMode
    from torch.utils._python_dispatch import TorchDispatchMode

    def let_through(function: Any, args: Any, kwargs: Any) -> Any:
        if function not in known:
            known[function] = _named_by(rules, function)
        rule, call = known[function]
        if rule:
            guard.stop(rule, call)
        return _let_through(function, args, kwargs or {})

    class Functions(TorchFunctionMode):
        def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            return let_through(function, args, kwargs)

    class Operations(TorchDispatchMode):  # type: ignore[no-untyped-call]
        supports_higher_order_operators = True  # as without a mode

        @classmethod
        def _should_skip_dynamo(cls) -> bool:
            return False  # to skip it, torch would import it: 800 modules, a second

        def __torch_dispatch__(self, operation: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            return let_through(operation, args, kwargs)

    known: dict[Any, tuple[Forbidden | None, str]] = {}
    return Functions(), Operations()  # type: ignore[no-untyped-call]


def _let_through(function: Any, args: Any, kwargs: Any) -> Any:
    """A function of its own so that its frame can be recognised."""
    return function(*args, **kwargs)


def _named_by(rules: Sequence[Forbidden], function: Any) -> tuple[Forbidden | None, str]:
    """The rule that bans a torch function, and the function's dotted name."""
    function = getattr(function, "overloadpacket", function)  # aten.add, not aten.add.Tensor
    name = _SPACE.sub("", getattr(function, "__name__", ""))
    if "Tensor" in getattr(function, "__qualname__", ""):
        path = f"torch.Tensor.{name}"
        return next((rule for rule in rules if rule.path == path or rule.bans_method(name)), None), path
    words = str(getattr(function, "__module__", "")).split(".")  # "torch._C._nn", "None"
    module = ".".join(word.strip("_") for word in words if word != "_C")
    path = f"{module}.{name}" if words[0] == "torch" else f"torch.{name}"
    return _banning(rules, path), path
