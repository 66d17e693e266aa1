# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the theories in mpl/ are about, as plain Python: numbers are ints, lists
and trees tuples, groups and lattices tables. Written from the mathematics and
not from the definitions in mpl/, so that an error there shows as well.

A model gives each set a Sort, each function its sorts and a Python function,
and each relation its sorts and a test.
"""

import itertools

LARGE_BITS = 20_000  # Of the numbers that are still computed.
LARGE_LENGTH = 3_000  # Of lists, and of sums that are added up.


class TooLarge(Exception):
    """A value that takes too long to compute: the assignment is left out."""


class Sort:
    """small(): many values, simple ones first; random(rng, scale): one value.
    A finite sort's small values are all values."""

    def __init__(self, small, random, is_finite=False):
        self.small, self.random, self.is_finite = small, random, is_finite


class Model:
    def __init__(self, name):
        self.name = name
        self.sorts, self.constants = {}, {}
        self.functions, self.relations = {}, {}

    def sort(self, name, *args, **kwargs):
        self.sorts[name] = Sort(*args, **kwargs)

    def finite(self, name, values):
        values = list(values)
        self.sort(name, values, lambda rng, scale: rng.choice(values), is_finite=True)

    def constant(self, name, sort, value):
        self.constants[name] = (sort, value)

    def function(self, name, signature, compute):
        """signature: sorts of the inputs and of the output, as "N N N"."""
        *inputs, output = signature.split()
        self.functions[name] = (tuple(inputs), output, compute)

    def relation(self, name, signature, holds):
        self.relations[name] = (tuple(signature.split()), holds)


# --- Numbers ----------------------------------------------------------------


def guarded(number):
    if number.bit_length() > LARGE_BITS:
        raise TooLarge
    return number


def power(base, exponent):
    if base.bit_length() * exponent > LARGE_BITS and base > 1:
        raise TooLarge
    return base**exponent


def added_up(term):
    """n to term(1) + .. + term(n), without a closed form."""
    sums = [0]

    def compute(n):
        if n > LARGE_LENGTH:
            raise TooLarge
        while len(sums) <= n:
            sums.append(sums[-1] + term(len(sums)))
        return sums[n]

    return compute


def random_number(rng, scale):
    return rng.randrange(scale + 1)


def add_numbers(model):
    model.sort("N", list(range(40)), random_number)
    model.constant("i0", "N", 0)
    model.constant("i1", "N", 1)
    model.function("s", "N N", lambda a: guarded(a + 1))
    model.function("+", "N N N", lambda a, b: guarded(a + b))
    model.function("*", "N N N", lambda a, b: guarded(a * b))
    model.function("^", "N N N", power)
    model.function("-", "N N N", lambda a, b: a - b if a > b else 0)
    model.function("min", "N N N", min)
    model.function("max", "N N N", max)
    model.function("sum", "N N", added_up(lambda k: k))
    model.function("odds", "N N", added_up(lambda k: 2 * k - 1))
    model.function("squares", "N N", added_up(lambda k: k**2))
    model.function("cubes", "N N", added_up(lambda k: k**3))
    model.function("double", "N N", lambda a: guarded(2 * a))


def add_order(model):
    """<= as a relation, and le, which says that there is a difference."""
    model.relation("<=", "N N", lambda a, b: a <= b)
    model.relation("le", "N N N-set N-op", lambda a, b, *_: a <= b)


def add_truth_values(model):
    model.finite("B", [False, True])
    model.constant("true", "B", True)
    model.constant("false", "B", False)
    model.function("and", "B B B", lambda p, q: p and q)
    model.function("or", "B B B", lambda p, q: p or q)
    model.function("not", "B B", lambda p: not p)


def add_comparisons(model):
    model.function("<=", "N N B", lambda a, b: a <= b)
    model.function("eq", "N N B", lambda a, b: a == b)
    model.function("even", "N B", lambda a: a % 2 == 0)


# --- Lists ------------------------------------------------------------------


def of_length(longest):
    if longest > LARGE_LENGTH:
        raise TooLarge


def insert(x, items):
    smaller = next((i for i, y in enumerate(items) if y >= x), len(items))
    return items[:smaller] + (x,) + items[smaller:]


def add_lists(model, element):
    values = model.sorts[element].small[:3]
    small = [items for length in range(4) for items in itertools.product(values, repeat=length)]

    def random_list(rng, scale):
        few = [model.sorts[element].random(rng, scale) for _ in range(rng.randrange(1, 4))]
        return tuple(rng.choice(few) for _ in range(rng.randrange(min(scale, 12) + 1)))

    def append(left, right):
        of_length(len(left) + len(right))
        return left + right

    model.sort("L", small, random_list)
    model.constant("nil", "L", ())
    model.function("cons", f"{element} L L", lambda x, items: append((x,), items))
    model.function("append", "L L L", append)
    model.function("reverse", "L L", lambda items: items[::-1])
    model.function("length", "L N", len)
    model.function("take", "N L L", lambda n, items: items[:n])
    model.function("drop", "N L L", lambda n, items: items[n:])
    if element == "N":
        model.function("count", "N L N", lambda x, items: items.count(x))
        model.function("member", "N L B", lambda x, items: x in items)
        model.function("insert", "N L L", insert)
        model.function("sort", "L L", lambda items: tuple(sorted(items)))
        model.function("sorted", "L B", lambda items: all(x <= y for x, y in zip(items, items[1:])))
        model.function("total", "L N", sum)


# --- Trees: () or (left, element, right) -------------------------------------


def mirror(tree):
    return (mirror(tree[2]), tree[1], mirror(tree[0])) if tree else ()


def nodes(tree):
    return nodes(tree[0]) + 1 + nodes(tree[2]) if tree else 0


def leaves(tree):
    return leaves(tree[0]) + leaves(tree[2]) if tree else 1


def height(tree):
    return 1 + max(height(tree[0]), height(tree[2])) if tree else 0


def flatten(tree):
    return flatten(tree[0]) + (tree[1],) + flatten(tree[2]) if tree else ()


def add_trees(model, element):
    level = [()]
    for _ in range(2):
        level = [()] + [(l, x, r) for l in level for r in level for x in model.sorts[element].small[:2]]
    level.sort(key=nodes)

    def random_tree(rng, scale, depth=5):
        if depth == 0 or rng.random() < 0.25:
            return ()
        return (random_tree(rng, scale, depth - 1), model.sorts[element].random(rng, scale),
                random_tree(rng, scale, depth - 1))

    def node(left, x, right):
        of_length(50 * (1 + max(height(left), height(right))))
        return (left, x, right)

    model.sort("T", level, random_tree)
    model.constant("leaf", "T", ())
    model.function("node", f"T {element} T T", node)
    model.function("mirror", "T T", mirror)
    model.function("size", "T N", nodes)
    model.function("leaves", "T N", leaves)
    model.function("height", "T N", height)
    model.function("flatten", "T L", flatten)


def generated(order_is_relation=False, lists_of="E"):
    """The one model of all theories whose sets are generated from constructors."""
    model = Model("numbers, truth values, lists and trees")
    add_numbers(model)
    add_truth_values(model)
    add_comparisons(model)
    model.finite("E", ["x", "y", "z", "u"])
    add_lists(model, lists_of)
    add_trees(model, "E")
    if order_is_relation:
        del model.functions["<="]
        add_order(model)
    return [model]


# --- Groups, by tables --------------------------------------------------------


def group(name, elements, product, unit):
    elements = list(elements)
    model = Model(name)
    model.finite("G", elements)
    model.constant("e", "G", unit)
    model.function("*", "G G G", product)
    inverse = {a: b for a in elements for b in elements if product(a, b) == unit}
    model.function("inv", "G G", inverse.__getitem__)
    return model


def compose(p, q):
    return tuple(p[i] for i in q)


def quaternion_product(a, b):
    """(sign, unit) with the units 0 to 3 for 1, i, j, k."""
    (s, u), (t, v) = a, b
    if u == 0 or v == 0:
        return (s * t, u + v)
    if u == v:
        return (-s * t, 0)
    sign = 1 if (u, v) in ((1, 2), (2, 3), (3, 1)) else -1
    return (s * t * sign, 6 - u - v)


def groups():
    result = [group(f"integers modulo {n}", range(n), lambda a, b, n=n: (a + b) % n, 0)
              for n in (1, 2, 5, 6)]
    result += [group(f"symmetric group {n}", itertools.permutations(range(n)), compose, tuple(range(n)))
               for n in (3, 4)]
    result.append(group("quaternions", itertools.product((1, -1), range(4)), quaternion_product, (1, 0)))
    result.append(group("three bits", range(8), int.__xor__, 0))
    return result


# --- Lattices and Boolean algebras ----------------------------------------------


def lattice(name, elements, below):
    """From an order: meet and join are greatest lower and least upper bounds."""
    elements = list(elements)
    model = Model(name)
    model.finite("L", elements)

    def bound(a, b, before):
        common = [c for c in elements if before(c, a) and before(c, b)]
        [best] = [c for c in common if all(before(d, c) for d in common)]
        return best

    meet = {(a, b): bound(a, b, below) for a in elements for b in elements}
    join = {(a, b): bound(a, b, lambda c, d: below(d, c)) for a in elements for b in elements}
    model.function("meet", "L L L", lambda a, b: meet[a, b])
    model.function("join", "L L L", lambda a, b: join[a, b])
    return model


def below_in(pairs):
    """The order that some pairs generate among bottom 0 and top 9."""
    return lambda a, b: a == b or a == 0 or b == 9 or (a, b) in pairs


def lattices():
    return [
        lattice("one element", [0], int.__le__),
        lattice("chain of four", range(4), int.__le__),
        lattice("M3", [0, 1, 2, 3, 9], below_in(())),
        lattice("N5", [0, 1, 2, 3, 9], below_in({(1, 2)})),
        lattice("divisors of 60", [d for d in range(1, 61) if 60 % d == 0], lambda a, b: b % a == 0),
        lattice("three bits", range(8), lambda a, b: a & b == a),
    ]


def boolean_algebra(bits):
    model = Model(f"Boolean algebra of {bits} bits")
    top = 2**bits - 1
    model.finite("A", range(top + 1))
    model.constant("bottom", "A", 0)
    model.constant("top", "A", top)
    model.function("meet", "A A A", lambda a, b: a & b)
    model.function("join", "A A A", lambda a, b: a | b)
    model.function("not", "A A", lambda a: top ^ a)
    return model


def boolean_algebras():
    return [boolean_algebra(bits) for bits in range(4)]


def models_of(constants):
    """The models of a theory with these constants."""
    constants = set(constants)
    if "G" in constants:
        return groups()
    if "A" in constants:
        return boolean_algebras()
    if {"meet", "join"} <= constants:
        return lattices()
    numbers_only = "E" not in constants
    return generated(order_is_relation="B" not in constants, lists_of="N" if numbers_only else "E")
