#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes src/engine/twin-ziggurat.h: the layers of the two ziggurats.

Marsaglia and Tsang, The Ziggurat Method for Generating Random Variables, J. Stat. Softw. 5(8),
2000, with 256 layers. Computed with 60 digits and rounded once, so that the table is the same
wherever it was made. Needs mpmath.
"""
from mpmath import mp, mpf, exp, log, sqrt, erfc, pi, findroot, floor

mp.dps = 60
LAYERS = 256


def ziggurat(density, inverse, area_beyond, guess, bits):
    """Layer i lies under x[i]; a draw of `bits` bits below k[i] is inside the layer at once."""

    def edges(r):
        area = r * density(r) + area_beyond(r)
        x = [r]
        for _ in range(LAYERS - 2):
            x.append(inverse(area / x[-1] + density(x[-1])))
        return area, x

    def misfit(r):
        area, x = edges(r)
        return area / x[-1] + density(x[-1]) - 1

    r = findroot(misfit, (mpf(guess) - mpf("1e-9"), mpf(guess) + mpf("1e-9")), tol=mpf("1e-50"))
    area, x = edges(r)
    scale = mpf(2) ** bits
    x = x[::-1]  # x[0] is the edge of layer 1 now, x[254] = r that of layer 255
    base = area / density(r)
    k = [floor(r / base * scale), mpf(0)]
    k += [floor(x[i - 1] / x[i] * scale) for i in range(1, LAYERS - 1)]
    w = [base / scale] + [edge / scale for edge in x]
    f = [mpf(1)] + [density(edge) for edge in x]
    return r, k, w, f


def number(value):
    return float(value).hex()


def table(name, kind, entries, per_line):
    yield f"static const {kind} {name}[{LAYERS}] = {{"
    for i in range(0, LAYERS, per_line):
        yield "  " + ", ".join(entries[i : i + per_line]) + ","
    yield "};"
    yield ""


def main():
    exponential = ziggurat(
        lambda x: exp(-x), lambda y: -log(y), lambda r: exp(-r), "7.69711747013104972", 56
    )
    normal = ziggurat(
        lambda x: exp(-x * x / 2),
        lambda y: sqrt(-2 * log(y)),
        lambda r: sqrt(pi / 2) * erfc(r / sqrt(mpf(2))),
        "3.6541528853610088",
        55,
    )
    out = [
        "/* SPDX-License-Identifier: GPL-3.0-or-later */",
        "/* Made by build-aux/make-ziggurat.py; do not edit. */",
        "#pragma once",
        "",
        "#include <stdint.h>",
        "",
        "/* Layer i: a draw below `inside` lies within it and is `width` times the draw; `height` is the",
        "   density at its edge; beyond `tail` is the tail. Exponential: draws of 56 bits; normal: 55.",
        "   What every draw asks for is one item, of one load where a vector holds two numbers. */",
        "",
        "typedef struct",
        "{",
        "  uint64_t inside;",
        "  double width;",
        "} TwinZigguratLayer;",
        "",
    ]
    for name, (r, k, w, f) in (("exponential", exponential), ("normal", normal)):
        layers = [f"{{ 0x{int(inside):014x}u, {number(width)} }}" for inside, width in zip(k, w)]
        heights = [number(height) for height in f]
        out.append(f"#define TWIN_{name.upper()}_TAIL {number(r)} /* {float(r)!r} */")
        out.append("")
        out += table(f"twin_{name}_layers", "TwinZigguratLayer", layers, 2)
        out += table(f"twin_{name}_height", "double", heights, 3)
    print("\n".join(out).rstrip())


if __name__ == "__main__":
    main()
