# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whether a law is among theorems, however each is written.

A statement is brought into a normal form through terms: outputs of premises are
replaced by what they are outputs of, what remains are conditions and a head, as a
set; equations have no orientation, variables no names. Where commutativity or
associativity of a function is itself a theorem or an axiom, terms are taken
modulo it. An equation also counts as found if both its sides equal the same term
by a theorem each.
"""

import itertools

from evaluation import is_application
from statements import conjuncts, open_up

MOST_VARIABLES = 6


class Normaliser:
    def __init__(self, model):
        self.model = model
        self.commutative, self.associative = set(), set()

    # --- Terms: ("v", name), ("c", name), (function, term, ..) ---------------

    def order(self, term):
        """The term with arguments of commutative functions sorted, associative ones flat."""
        if term[0] in ("v", "c"):
            return term
        function, parts = term[0], [self.order(part) for part in term[1:]]
        if function in self.associative:
            parts = [p for part in parts for p in (part[1:] if part[0] == function else (part,))]
        if function in self.commutative:
            parts.sort(key=repr)
        return (function, *parts)

    def equation(self, left, right):
        return ("=", *sorted((self.order(left), self.order(right)), key=repr))

    # --- Statements -----------------------------------------------------------

    def simple(self, formula):
        """(variables, premises, head) if nothing but atoms, equalities and their
        negations occur, else None."""
        variables, premises, head = open_up(formula)
        for part in [*premises, head]:
            if (part[1] if part[0] == "not" else part)[0] not in ("atom", "="):
                return None
        return variables, premises, head

    def selections(self, variables, premises):
        """Ways to define outputs by premises, without a cycle, as many as possible."""
        makers = {}
        for premise in premises:
            if is_application(premise, self.model) and premise[2][-2] in variables:
                makers.setdefault(premise[2][-2], []).append(premise)
        best = []
        for choice in itertools.product(*([*found, None] for found in makers.values())):
            defined = {v: p for v, p in zip(makers, choice) if p is not None}
            if best and len(defined) < len(best[0]):
                continue
            if self.is_acyclic(defined):
                if best and len(defined) > len(best[0]):
                    best = []
                best.append(defined)
        return best

    @staticmethod
    def is_acyclic(defined):
        state = {}

        def visit(name):
            if name not in defined or state.get(name) == "done":
                return True
            if state.get(name) == "open":
                return False
            state[name] = "open"
            fine = all(visit(arg) for arg in defined[name][2][:-2])
            state[name] = "done"
            return fine

        return all(visit(name) for name in defined)

    def term(self, name, defined, names):
        if name in defined:
            *inputs, _, function = defined[name][2]
            return (function, *(self.term(arg, defined, names) for arg in inputs))
        return ("v", names[name]) if name in names else ("c", name)

    def condition(self, formula, defined, names):
        """A condition as a tuple; None for a membership, which types imply."""
        term = lambda name: self.term(name, defined, names)
        if formula[0] == "not":
            return ("not", self.condition(formula[1], defined, names))
        if formula[0] == "=":
            return self.equation(*map(term, formula[1]))
        if is_application(formula, self.model):
            *inputs, output, function = formula[2]
            return self.equation((function, *map(term, inputs)), term(output))
        if formula[1] == "in":
            return None
        return (formula[1], *map(term, formula[2]))

    def forms(self, formula):
        """All forms of a statement under all names v0, v1, .. of its variables."""
        variables, premises, head = self.simple(formula)
        if head[0] == "not":  # P -> not A says that P and A together are false.
            premises, head = [*premises, head[1]], None
        for defined in self.selections(variables, premises):
            free = [v for v in variables if v not in defined]
            if len(free) > MOST_VARIABLES:
                continue
            for order in itertools.permutations(range(len(free))):
                names = {v: f"v{i}" for v, i in zip(free, order)}
                conditions = {self.condition(p, defined, names) for p in premises
                              if p not in defined.values()}
                goal = self.condition(head, defined, names) if head else "false"
                conditions -= {None}
                yield tuple(sorted(conditions, key=repr)), goal

    def normal(self, formula):
        """One form for all ways to write a statement."""
        if self.simple(formula) is None:
            return formula
        return min(self.forms(formula), key=repr, default=formula)


def learn_structure(normaliser, statements):
    """Notes which functions are commutative, and modulo that associative, by one of
    the statements."""
    a, b, c = (("v", f"v{i}") for i in range(3))
    binary = [name for name, (inputs, _, _) in normaliser.model.functions.items()
              if len(inputs) == 2]

    def rename(term, names):
        return ("v", names[term[1]]) if term[0] == "v" else (
            term[0], *(rename(part, names) for part in term[1:]))

    def satisfying(law):
        """The functions for which law(f), a pair of terms, is an equation of a statement."""
        known = {normaliser.normal(s) for s in statements}
        names = [dict(zip(("v0", "v1", "v2"), order))
                 for order in itertools.permutations(("v0", "v1", "v2"))]
        found = set()
        for function in binary:
            left, right = law(lambda x, y: (function, x, y))
            forms = {((), normaliser.equation(rename(left, n), rename(right, n))) for n in names}
            if forms & known:
                found.add(function)
        return found

    normaliser.commutative = satisfying(lambda f: (f(a, b), f(b, a)))
    normaliser.associative = satisfying(lambda f: (f(f(a, b), c), f(a, f(b, c))))


def missing_laws(laws, theorems, axioms, model):
    """Names of the laws that are not among the theorems."""
    normaliser = Normaliser(model)
    known = [part for s in [*theorems, *axioms] for part in conjuncts(s)]
    learn_structure(normaliser, known)
    found = {normaliser.normal(s) for s in known}

    def partners(side):
        """What a theorem says is equal to a term, with the term's own variables."""
        terms = set()
        for statement in known:
            if normaliser.simple(statement) is None:
                continue
            for conditions, head in normaliser.forms(statement):
                if not conditions and head is not None and head[0] == "=":
                    terms |= {head[2]} if head[1] == side else {head[1]} if head[2] == side else set()
        return terms

    def is_chained(law):
        if normaliser.simple(law) is None:
            return False
        for conditions, head in normaliser.forms(law):
            if conditions or head is None or head[0] != "=":
                return False
            return head[1] == head[2] or bool(partners(head[1]) & partners(head[2]))
        return False

    return [name for name, law in laws.items()
            if normaliser.normal(law) not in found and not is_chained(law)]
