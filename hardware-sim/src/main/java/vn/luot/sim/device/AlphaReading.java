package vn.luot.sim.device;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.luot.sim.device.SimAlphaSign.Line;
import vn.luot.sim.device.SimAlphaSign.Lit;

/** Reads the text of a text file as an Alpha sign shows it: letters, pictures, and codes between them. */
final class AlphaReading {
    private static final int ESC = 0x1B;
    private static final String PICTURE = "▣";
    private static final String UNLIT = "0";

    private final AlphaPictures pictures;
    private final List<Line> lines = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private List<List<String>> dots = new ArrayList<>();
    private boolean blinking;
    private boolean blinked;

    /** What a sign does with a text that names no mode. */
    private char mode = 'a';

    AlphaReading(AlphaPictures pictures) {
        this.pictures = pictures;
    }

    Lit read(byte[] coded) {
        for (var at = 0; at < coded.length; at++) {
            var next = at + 1 < coded.length ? (char) coded[at + 1] : ' ';
            switch (coded[at]) {
                case ESC -> { // where on the sign, and how it appears
                    if (!text.isEmpty()) endLine();
                    if (at + 2 < coded.length) mode = (char) coded[at + 2];
                    at += 2;
                }
                case 0x07 -> {
                    blinking = next == '1';
                    at++;
                }
                case 0x0C, 0x0D -> endLine();
                case 0x14 -> {
                    picture(next);
                    at++;
                }
                case 0x1A, 0x1C -> at++; // Font and colour: this sign has one of each.
                case 0x15, 0x16, 0x17, 0x18, 0x19 -> {} // Speed.
                default -> letter((char) (coded[at] & 0xFF));
            }
        }
        endLine();
        return new Lit(lines);
    }

    /** Letters of a text, in hex, that the sign does not have. */
    List<String> unknownLetters(byte[] coded) {
        return read(coded).lines().stream()
                .flatMapToInt(line -> line.text().chars())
                .filter(letter -> letter != PICTURE.charAt(0) && !LedFont.has((char) letter))
                .mapToObj("%02X"::formatted)
                .toList();
    }

    private void letter(char letter) {
        text.append(letter);
        dots.add(LedFont.dots("" + letter));
        dots.add(List.of(UNLIT));
        blinked |= blinking;
    }

    private void picture(char label) {
        text.append(PICTURE);
        dots.add(pictures.dots(label));
        blinked |= blinking;
    }

    private void endLine() {
        lines.add(new Line(text.toString(), mode, blinked, besideEachOther()));
        text = new StringBuilder();
        dots = new ArrayList<>();
        blinked = false;
    }

    /** Letters stand on the lowest row; behind the last one nothing is lit. */
    private List<String> besideEachOther() {
        var height = dots.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, Math.max(height, LedFont.HEIGHT))
                .mapToObj(row -> row(row - Math.max(height, LedFont.HEIGHT)))
                .toList();
    }

    /** @param fromBelow −1 for the lowest row */
    private String row(int fromBelow) {
        var row = new StringBuilder();
        for (var part : dots) {
            var at = part.size() + fromBelow;
            var width = part.isEmpty() ? 0 : part.get(0).length();
            row.append(at < 0 ? UNLIT.repeat(width) : part.get(at));
        }
        return text.length() > 0 && dots.get(dots.size() - 1).equals(List.of(UNLIT))
                ? row.substring(0, row.length() - 1)
                : row.toString();
    }
}
