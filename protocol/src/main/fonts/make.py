#!/usr/bin/python3
"""Makes the pages' fonts from the static TTFs of Be Vietnam Pro (https://github.com/bettergui/BeVietnamPro).

usage: make.py FOLDER_OF_TTFS ../resources/web/lib/fonts      (Debian: python3-fonttools, python3-brotli)

Two files a weight: the Latin and Vietnamese letters as they are, and the ten digits on one width each, because the
typeface has no tabular figures and a running clock or a column of numbers must not tremble.
"""
import pathlib
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = {400: "Regular", 600: "SemiBold", 800: "ExtraBold"}
LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x100),  # Latin, Latin-1
    0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA),
    0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31B,  # marks written apart
    0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AB, 0x2212,
]
DIGITS = range(0x30, 0x3A)


def subset(font, characters, features):
    options = Options()
    options.layout_features = features
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    return font


def on_one_width(font):
    glyphs = [font.getBestCmap()[digit] for digit in DIGITS]
    widths = font["hmtx"].metrics
    width = widths[font.getBestCmap()[ord("0")]][0]
    for glyph in glyphs:
        advance, left = widths[glyph]
        shift = (width - advance) // 2
        font["glyf"][glyph].coordinates.translate((shift, 0))
        font["glyf"][glyph].recalcBounds(font["glyf"])
        widths[glyph] = (width, left + shift)
    return font


def source(folder, name):
    [path] = pathlib.Path(folder).rglob(f"*{name}.ttf")
    return TTFont(path, recalcTimestamp=False)


def main(ttfs, target):
    for weight, name in WEIGHTS.items():
        letters = subset(source(ttfs, name), LETTERS, ["kern", "mark", "mkmk", "ccmp", "locl", "liga"])
        letters.save(f"{target}/be-vietnam-pro-{weight}.woff2")
        digits = on_one_width(subset(source(ttfs, name), DIGITS, []))
        digits.save(f"{target}/be-vietnam-pro-figures-{weight}.woff2")


main(*sys.argv[1:])
