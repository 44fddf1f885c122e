package vn.luot.sim.device;

import static vn.luot.sim.device.CodePage.CP437;
import static vn.luot.sim.device.CodePage.TCVN3_CAPITALS;
import static vn.luot.sim.device.CodePage.TCVN3_LOWER;
import static vn.luot.sim.device.CodePage.WINDOWS_1258;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a simulated printer is like: its paper, its pages of letters and what it can do, as its maker's sheet says. */
public enum PrinterModel {
    EPSON(
            576,
            Map.of(0, CP437, 30, TCVN3_LOWER, 31, TCVN3_CAPITALS, 52, WINDOWS_1258),
            EnumSet.complementOf(EnumSet.of(Ability.STARTS_IN_KANJI))),
    CITIZEN(
            576,
            Map.of(0, CP437, 30, TCVN3_LOWER, 31, TCVN3_CAPITALS, 32, WINDOWS_1258),
            EnumSet.of(
                    Ability.KNIFE, Ability.QR, Ability.AUTOMATIC_STATUS, Ability.CLEARS_BUFFERS, Ability.OVERPRINTS)),
    BIXOLON(
            512,
            Map.of(0, CP437, 49, TCVN3_LOWER, 50, TCVN3_CAPITALS, 41, WINDOWS_1258),
            EnumSet.of(Ability.KNIFE, Ability.QR, Ability.AUTOMATIC_STATUS, Ability.OVERPRINTS)),
    POS_80(
            576,
            Map.of(0, CP437),
            EnumSet.of(Ability.KNIFE, Ability.QR, Ability.AUTOMATIC_STATUS, Ability.STARTS_IN_KANJI)),
    POS_58(384, Map.of(0, CP437, 27, WINDOWS_1258), EnumSet.of(Ability.STARTS_IN_KANJI)),
    POS_58_WITH_QR(384, Map.of(0, CP437), EnumSet.of(Ability.QR, Ability.AUTOMATIC_STATUS, Ability.STARTS_IN_KANJI));

    /** What not every printer can. */
    enum Ability {
        KNIFE,
        /** GS ( k. */
        QR,
        /** GS a. */
        AUTOMATIC_STATUS,
        /** GS ( H. */
        PROCESS_ID,
        /** DLE DC4 8. */
        CLEARS_BUFFERS,
        /** GS ( L. */
        NV_GRAPHICS,
        /** Prints a tone over the letter before it. */
        OVERPRINTS,
        /** Takes pairs of bytes above 0x80 for Chinese until it is told not to. */
        STARTS_IN_KANJI
    }

    private final int dots;
    private final Map<Integer, CodePage> pages;
    private final Set<Ability> abilities;

    PrinterModel(int dots, Map<Integer, CodePage> pages, Set<Ability> abilities) {
        this.dots = dots;
        this.pages = pages;
        this.abilities = abilities;
    }

    /** Printable dots across the paper. */
    int dots() {
        return dots;
    }

    Optional<CodePage> page(int number) {
        return Optional.ofNullable(pages.get(number));
    }

    boolean can(Ability ability) {
        return abilities.contains(ability);
    }
}
