package vn.luot.protocol.message;

import java.time.LocalDate;

/**
 * Numbers of one service that one kiosk may give by itself, each once; nobody else gives them.
 *
 * @param prefix of the numbers on paper
 * @param first such as 960
 * @param last such as 999
 * @param epoch which life of the hub's store gave the block; goes with every number of it
 * @param day the only business day of these numbers
 */
public record NumberBlock(String service, String prefix, int first, int last, int epoch, LocalDate day) {
    /** As on paper: at least three digits. */
    public String number(int value) {
        return prefix + (value < 10 ? "00" : value < 100 ? "0" : "") + value;
    }
}
