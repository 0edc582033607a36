"""Why an answer is wrong, in the learner's own terms.

    1  a listed mistake     its outputs equal the submission's on every failing case, and it fails on no other
    2  a pattern            transposed, a factor off, NaN at 0/0, ...: one rule explains every failing case
    3  the difference       case, output, element, both values, the error against the tolerance

The first step that has something to say is shown. It never guesses: a rule is named only when it predicts
what came back, value by value, and when there was enough to predict that agreement is no accident
(`sample`). Everything here is pure over data; it runs in the judge, once, after a submission has failed.
"""

from drill.grading.diagnosis.diagnose import diagnose
from drill.grading.diagnosis.difference import difference_message

__all__ = ["diagnose", "difference_message"]
