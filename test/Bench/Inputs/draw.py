# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""draw.py BENCH: draws one plot of each kind, reads it as XML, and says what is in it."""

import sys
import xml.dom.minidom

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import plot


def elements(picture, name):
    return xml.dom.minidom.parseString(picture).getElementsByTagName(name)


lines = plot.lines("Speed-up <&>", "cores", "times", {
    "a": [(1, 1), (4, 3.5), (1024, 9)], "b & c": [(1, 1), (1024, 0.5)]}, log_y=True)
curves = elements(lines, "polyline")
places = [float(pair.split(",")[0]) for pair in curves[0].getAttribute("points").split()]
print(f"lines: {len(curves)} polylines, from {places[0]:.0f} to {places[-1]:.0f}")

bars = plot.bars("Shares", {"one": {"x": 30, "y": 70}, "two": {"x": 100, "y": 0}})
# The first is the background, the last two belong to the legend.
widths = [float(r.getAttribute("width")) for r in elements(bars, "rect")[1:-2]]
print(f"bars: {len(widths)} parts, {sum(w > 0 for w in widths)} with a width")
