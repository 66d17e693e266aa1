# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""same-forms.py TREE TREE: two syntax trees with the same forms.

Assumptions are printed before conjectures; forms of one kind keep their order.
"""

import re
import sys


def forms(path):
    kinds = {}
    for form in filter(None, re.split(r"^(?! )", open(path).read(), flags=re.MULTILINE)):
        kinds.setdefault(form.split()[0], []).append(form)
    return kinds


first, second = map(forms, sys.argv[1:])
sys.exit(0 if first and first == second else f"{first}\n{second}")
