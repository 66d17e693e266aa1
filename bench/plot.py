# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Plots as SVG, without any library: lines over an axis of powers of two, and bars that
are made of parts. A browser shows them; they are text, the same for the same numbers.
"""

import math
from xml.sax.saxutils import escape

COLOURS = ("#1b6ca8", "#d1495b", "#2e933c", "#edae49", "#6a4c93", "#00798c", "#8d5524",
           "#5c6672", "#c77dff", "#ff7f51", "#40916c", "#003049", "#b5838d")
WIDTH, HEIGHT = 780, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 210, 40, 50


def text(x, y, words, anchor="start", size=12, turn=""):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"'
            f'{turn}>{escape(str(words))}</text>')


def line(x1, y1, x2, y2, colour="#bbb", width=1):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{colour}" stroke-width="{width}"/>')


def picture(title, parts, height=HEIGHT):
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
            f'font-family="sans-serif">\n<rect width="100%" height="100%" fill="#fff"/>\n'
            f'{text(LEFT, 22, title, size=15)}\n{body}\n</svg>\n')


def short(number):
    if number < 10000:
        return f"{number:g}"
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:g}{letter}"
    return f"{number:g}"


class Axis:
    """From numbers to places, even in the number or in its logarithm."""

    def __init__(self, low, high, start, end, is_log):
        self.is_log = is_log
        if is_log:
            base = 2 if high / low < 1e5 else 10
            first, last = math.floor(math.log(low, base)), math.ceil(math.log(high, base))
            last = max(last, first + 1)
            step = math.ceil((last - first) / 8)
            self.ticks = [base ** n for n in range(first, last + 1, step)]
            low, high = base ** first, base ** last
        else:
            step = 10 ** math.floor(math.log10(max(high, 1e-9)))
            step = next(s for s in (step / 5, step / 2, step, 2 * step) if high / s <= 8)
            high = step * math.ceil(high / step)
            self.ticks = [step * n for n in range(int(round(high / step)) + 1)]
        self.low, self.high, self.start, self.end = low, high, start, end

    def place(self, number):
        scale = math.log if self.is_log else float
        part = (scale(number) - scale(self.low)) / (scale(self.high) - scale(self.low))
        return self.start + part * (self.end - self.start)


def lines(title, x_label, y_label, series, log_y=False):
    """`series` is a dictionary: name to a list of (x, y). x is drawn by its logarithm."""
    points = [p for values in series.values() for p in values]
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    xs = Axis(min(p[0] for p in points), max(p[0] for p in points), LEFT, right, True)
    low = min(p[1] for p in points) if log_y else 0
    ys = Axis(low, max(p[1] for p in points), bottom, TOP, log_y)
    parts = []
    for tick in xs.ticks:
        x = xs.place(tick)
        parts += [line(x, TOP, x, bottom, "#eee"), text(x, bottom + 16, short(tick), "middle")]
    for tick in ys.ticks:
        y = ys.place(tick)
        parts += [line(LEFT, y, right, y, "#eee"), text(LEFT - 6, y + 4, short(tick), "end")]
    parts += [line(LEFT, bottom, right, bottom, "#333"), line(LEFT, TOP, LEFT, bottom, "#333"),
              text((LEFT + right) / 2, HEIGHT - 12, x_label, "middle"),
              text(16, (TOP + bottom) / 2, y_label, "middle",
                   turn=f' transform="rotate(-90 16 {(TOP + bottom) / 2:.1f})"')]
    for i, (name, values) in enumerate(series.items()):
        colour, y = COLOURS[i % len(COLOURS)], TOP + 8 + 17 * i
        path = " ".join(f"{xs.place(a):.1f},{ys.place(b):.1f}" for a, b in sorted(values))
        parts += [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
                  line(right + 12, y, right + 30, y, colour, 3), text(right + 36, y + 4, name)]
    return picture(title, parts)


def bars(title, rows, unit="%"):
    """`rows` is a dictionary: name to a dictionary of parts, name to number. All bars are
    as long as their parts together, on one scale."""
    names = list(dict.fromkeys(part for parts in rows.values() for part in parts))
    height = max(TOP + 26 * len(rows) + BOTTOM, TOP + 17 * len(names) + 30)
    left, right = LEFT + 70, WIDTH - RIGHT
    whole = max(sum(parts.values()) for parts in rows.values())
    axis = Axis(0, whole, left, right, False)
    parts = []
    bottom = TOP + 26 * len(rows)
    for tick in axis.ticks:
        x = axis.place(tick)
        parts += [line(x, TOP, x, bottom, "#eee"),
                  text(x, bottom + 16, f"{short(round(tick, 6))} {unit}", "middle")]
    for i, (name, values) in enumerate(rows.items()):
        y, at = TOP + 26 * i, 0.0
        parts.append(text(left - 6, y + 17, name, "end"))
        for part, number in values.items():
            start, end = axis.place(at), axis.place(at + number)
            parts.append(f'<rect x="{start:.1f}" y="{y + 4}" width="{end - start:.1f}" height="18" '
                         f'fill="{COLOURS[names.index(part) % len(COLOURS)]}"/>')
            at += number
    for i, name in enumerate(names):
        y = TOP + 8 + 17 * i
        parts += [f'<rect x="{right + 16}" y="{y - 6}" width="12" height="12" '
                  f'fill="{COLOURS[i % len(COLOURS)]}"/>', text(right + 34, y + 4, name)]
    return picture(title, parts, height)
