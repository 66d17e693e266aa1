# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Truth of statements in the models of models.py.

A statement is tried under all assignments of small values (a part of them, if
there are many) and under random ones of all sizes. Outputs of premises are
computed, not guessed: of `a+b = d, a+c = d -> b = c`, a, b and c are assigned, d is
a+b, and the second premise is a condition.
"""

import itertools
import random

from models import TooLarge
from statements import conjuncts, expand, open_up

EXHAUSTIVE = 600  # Assignments of small values.
EXHAUSTIVE_FINITE = 2_000  # All assignments, where sets are finite.
RANDOM = 200
SCALES = (3, 5, 10, 100, 10**6, 10**15)
# Conditions seldom hold for random values: more are tried until some have.
ENOUGH, PATIENCE = 40, 3_000
# Inner quantifiers run over numbers up to just above the largest one at hand.
INNER_LARGEST = 60


class Unknown(Exception):
    """A statement that the model says nothing about."""


def infer_sorts(formula, model):
    """The sort of each variable, from the places where it stands."""
    sorts, equal = {}, []

    def note(name, sort):
        if name in model.constants or name in model.sorts or name in model.functions:
            return
        if sorts.setdefault(name, sort) != sort:
            raise Unknown(f"{name} is in {sorts[name]} and in {sort}")

    def walk(formula):
        kind = formula[0]
        if kind == "not":
            walk(formula[1])
        elif kind == "and":
            for part in formula[1]:
                walk(part)
        elif kind == "all":
            walk(formula[2])
            walk(formula[3])
        elif kind == "=":
            equal.append(formula[1])
        else:
            _, name, args = formula
            if name == "in":
                if args[1] not in model.sorts:
                    raise Unknown(f"set {args[1]}")
                note(args[0], args[1])
                return
            relation = args[-1] if name not in model.relations else name
            if relation in model.functions:
                inputs, output, _ = model.functions[relation]
                signature = (*inputs, output)
            elif relation in model.relations:
                signature = model.relations[relation][0]
            else:
                raise Unknown(f"relation {relation}")
            for arg, sort in zip(args, signature):
                note(arg, sort)

    def sort_of(name):
        return model.constants[name][0] if name in model.constants else sorts.get(name)

    walk(formula)
    changed = True
    while changed:
        changed = False
        for a, b in equal:
            for x, y in ((a, b), (b, a)):
                if sort_of(x) is None and sort_of(y) is not None:
                    note(x, sort_of(y))
                    changed = True
    return sorts


def is_application(formula, model):
    return (formula[0] == "atom" and formula[1] != "in" and formula[1] not in model.relations
            and formula[2][-1] in model.functions)


class Plan:
    """An order in which an implication is evaluated: free variables, then steps
    that compute an output or check a condition."""

    def __init__(self, formula, model, sorts, known):
        variables, premises, self.head = open_up(formula)
        known = known | set(model.constants)
        outputs = {p[2][-2] for p in premises if is_application(p, model)}
        self.free, self.steps = [], []
        waiting, unknown = list(premises), [v for v in variables if v not in known]
        while True:
            while (step := self.take(waiting, known, set(variables), model)) is not None:
                self.steps.append(step)
                if step[0] == "compute":
                    known = known | {step[3]}
            unknown = [v for v in unknown if v not in known]
            if not unknown:
                break
            # Outputs may become known by a computation; the others have to be chosen.
            choice = next((v for v in unknown if v not in outputs), unknown[0])
            self.free.append((choice, sorts.get(choice)))
            if sorts.get(choice) not in model.sorts:
                raise Unknown(f"the sort of {choice}")
            known = known | {choice}
        assert not waiting
        self.known = known

    @staticmethod
    def take(waiting, known, variables, model):
        """The first premise that can be computed or checked with what is known."""
        for premise in waiting:
            if is_application(premise, model):
                *inputs, output, function = premise[2]
                if known.issuperset(inputs) and output not in known:
                    waiting.remove(premise)
                    return ("compute", model.functions[function][2], inputs, output)
            if free_names(premise, model) <= known:
                waiting.remove(premise)
                return ("check", premise)
        return None


def free_names(formula, model):
    kind = formula[0]
    if kind == "not":
        return free_names(formula[1], model)
    if kind == "and":
        return set().union(*(free_names(part, model) for part in formula[1]))
    if kind == "all":
        return (free_names(formula[2], model) | free_names(formula[3], model)) - set(formula[1])
    args = formula[1] if kind == "=" else formula[2]
    return {a for a in args if a not in model.sorts and a not in model.functions
            and a not in model.relations}


class Evaluator:
    """Statements of one module in one model."""

    def __init__(self, module, model):
        self.module, self.model = module, model
        self.values = {name: value for name, (_, value) in model.constants.items()}
        self.plans = {}

    def holds(self, formula, env, sorts):
        kind = formula[0]
        if kind == "not":
            if formula[1][0] == "all":
                return self.has_witness(formula[1], env, sorts)
            return not self.holds(formula[1], env, sorts)
        if kind == "and":
            return all(self.holds(part, env, sorts) for part in formula[1])
        if kind == "=":
            return env[formula[1][0]] == env[formula[1][1]]
        if kind == "all":
            return self.holds_for_all(formula, env, sorts)
        _, name, args = formula
        if name == "in":
            return True  # Variables range over their sorts.
        if name in self.model.relations:
            return self.model.relations[name][1](*(env.get(a) for a in args))
        *inputs, relation = args
        if relation in self.model.functions:
            *inputs, output = inputs
            return self.model.functions[relation][2](*(env[a] for a in inputs)) == env[output]
        return self.model.relations[relation][1](*(env[a] for a in inputs))

    def holds_for_all(self, formula, env, sorts):
        return False not in self.results(formula, formula, env, sorts)

    def has_witness(self, formula, env, sorts):
        """Whether an implication fails: exists x: P & not H. If H is a negation, what
        it negates is one more premise, so that witnesses are computed."""
        variables, premises, head = open_up(formula)
        negated = conjuncts(head[1]) if head[0] == "not" else [("not", head)]
        sought = ("all", tuple(variables), ("and", (*premises, *negated)), ("and", ()))
        return True in self.results(formula, sought, env, sorts)

    def results(self, key, formula, env, sorts):
        """What run() says under each assignment of the inner variables."""
        _, plan = self.plans.get(id(key), (None, None))
        if plan is None:
            plan = Plan(formula, self.model, sorts, set(env))
            self.plans[id(key)] = (key, plan)  # The key stays alive, so its id is its own.
        names = [name for name, _ in plan.free]
        for values in itertools.product(*(self.domain(sort, env) for _, sort in plan.free)):
            yield self.run(plan, {**env, **dict(zip(names, values))}, sorts)

    def domain(self, name, env):
        sort = self.model.sorts[name]
        if sort.is_finite:
            return sort.small
        if name == "N":
            largest = max((v for v in env.values() if isinstance(v, int)), default=0)
            if largest > INNER_LARGEST:
                raise TooLarge
            return range(largest + 3)
        if name == "L":
            parts = {v[i:j] for v in env.values() if isinstance(v, tuple)
                     for i in range(len(v) + 1) for j in range(i, len(v) + 1)}
            return list(dict.fromkeys([*sort.small, *sorted(parts, key=repr)]))
        return sort.small

    def run(self, plan, env, sorts):
        """None if a premise fails, else whether the head holds."""
        for step in plan.steps:
            if step[0] == "compute":
                env[step[3]] = step[1](*[env[a] for a in step[2]])
            elif not self.holds(step[1], env, sorts):
                return None
        return self.holds(plan.head, env, sorts)

    def test(self, statement, rng):
        """(a counterexample or None, how many assignments met the premises)"""
        formula = expand(statement, self.module.definitions, keep=self.model.relations)
        sorts = infer_sorts(formula, self.model)
        plan = Plan(formula, self.model, sorts, set(self.values))
        names = [name for name, _ in plan.free]
        met = 0
        for values in self.assignments(plan.free, rng, lambda: met < ENOUGH):
            env = dict(self.values)
            env.update(zip(names, values))
            try:
                result = self.run(plan, env, sorts)
            except TooLarge:
                continue
            if result is False:
                return {n.split(".")[0]: env[n] for n in names}, met + 1
            met += result is True
        return None, met

    def assignments(self, free, rng, wants_more):
        sorts = [self.model.sorts[sort] for _, sort in free]
        product = 1
        for sort in sorts:
            product *= len(sort.small)
        if all(sort.is_finite for sort in sorts) and product <= EXHAUSTIVE_FINITE:
            yield from itertools.product(*(sort.small for sort in sorts))
            return
        # As many of each as leave EXHAUSTIVE assignments, fewer of small sets.
        each = 1
        while True:
            count = 1
            for sort in sorts:
                count *= min(each + 1, len(sort.small))
            if count > EXHAUSTIVE or each > max(len(sort.small) for sort in sorts):
                break
            each += 1
        yield from itertools.product(*(sort.small[:each] for sort in sorts))
        for _ in range(RANDOM):
            yield self.random_assignment(free, rng)
        for _ in range(PATIENCE):
            if not wants_more():
                return
            yield self.random_assignment(free, rng)

    def random_assignment(self, free, rng):
        """Values of one scale; now and then one occurs again, so that conditions hold."""
        scale, values = rng.choice(SCALES), []
        for name, sort in free:
            earlier = [v for (_, s), v in zip(free, values) if s == sort]
            if earlier and rng.random() < 0.25:
                values.append(rng.choice(earlier))
            else:
                values.append(self.model.sorts[sort].random(rng, scale))
        return values


def axioms(module):
    """The parts of the theory's axioms, definitions expanded."""
    return conjuncts(expand(module.axioms, module.definitions))


def evaluate(statement, module, models, seed=1):
    """(model and counterexample or None, assignments that met the premises)"""
    met = 0
    for model in models:
        found, count = Evaluator(module, model).test(statement, random.Random(seed))
        met += count
        if found is not None:
            return (model.name, found), met
    return None, met
