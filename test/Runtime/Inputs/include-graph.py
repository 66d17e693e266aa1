#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The folders below a root, by what their files include of each other: no circle.

include-graph.py ROOT [NAME]   NAME is what includes begin with (runtime).
Prints the edges, or the circles and fails.
"""
import pathlib
import re
import sys


def edges(root, name):
    pattern = re.compile(r'^#include "%s/([A-Za-z]+)/' % re.escape(name), re.M)
    graph = {}
    for path in sorted(root.glob("*/*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        folder = path.parent.name
        for other in pattern.findall(path.read_text()):
            if other != folder:
                graph.setdefault(folder, {}).setdefault(other, path.name)
    return graph


def circle(graph):
    """One circle as a list of folders, or None."""
    done = set()

    def visit(folder, path):
        if folder in path:
            return path[path.index(folder):] + [folder]
        if folder in done:
            return None
        for other in graph.get(folder, {}):
            found = visit(other, path + [folder])
            if found:
                return found
        done.add(folder)
        return None

    for folder in graph:
        found = visit(folder, [])
        if found:
            return found
    return None


def main():
    root = pathlib.Path(sys.argv[1])
    graph = edges(root, sys.argv[2] if len(sys.argv) > 2 else root.name)
    for folder, others in sorted(graph.items()):
        print(folder, "->", " ".join(sorted(others)))
    found = circle(graph)
    if found:
        for a, b in zip(found, found[1:]):
            print(f"circle: {a}/{graph[a][b]} includes {b}/")
        sys.exit(1)


main()
