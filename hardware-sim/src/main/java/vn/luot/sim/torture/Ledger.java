package vn.luot.sim.torture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What was done to the programs, and what they owe. Thread-safe. */
final class Ledger {
    /** What must never happen. */
    enum Debt {
        /** Something acknowledged is not there, or not as it was acknowledged. */
        LOST,
        /** Two of what may be there once. */
        DUPLICATE,
        /** Something is there that nobody asked for or holds. */
        GHOST,
        /** The store is damaged, or breaks a rule of the hall. */
        CORRUPT
    }

    private final Map<Debt, List<String>> debts = new EnumMap<>(Debt.class);
    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, Double> limits = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Consumer<String> told;

    Ledger(Consumer<String> told) {
        this.told = told;
    }

    synchronized void tell(String line) {
        told.accept(line);
    }

    synchronized void owes(Debt debt, String what) {
        debts.computeIfAbsent(debt, any -> new ArrayList<>()).add(what);
        told.accept("  " + debt.name().toLowerCase(Locale.ROOT) + ": " + what);
    }

    synchronized void counts(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    synchronized int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** @param limit in seconds, 0: none; what is slower is told, and not a debt: a busy machine may be slow */
    synchronized void took(String what, double limit, long nanos) {
        var seconds = nanos / 1e9;
        limits.put(what, limit);
        times.computeIfAbsent(what, any -> new ArrayList<>()).add(seconds);
        if (limit > 0 && seconds > limit) told.accept(String.format(Locale.ROOT, "    slow: %s %.2f s", what, seconds));
    }

    synchronized boolean isClean() {
        return debts.isEmpty();
    }

    synchronized int owed(Debt debt) {
        return debts.getOrDefault(debt, List.of()).size();
    }

    synchronized String closing() {
        return "kills " + count("kills") + " acknowledged " + count("acknowledged") + " lost " + owed(Debt.LOST)
                + " duplicate " + owed(Debt.DUPLICATE) + " ghost " + owed(Debt.GHOST) + " corrupt "
                + owed(Debt.CORRUPT);
    }

    /** A line each: what was done how often. */
    synchronized List<String> deeds() {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .toList();
    }

    /** Rows of a table: what, how often, p50, p95, the slowest, the goal, all in seconds, and whether it was kept. */
    synchronized List<String> times() {
        return times.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue(), limits.get(each.getKey())))
                .toList();
    }

    /** What took longer than its goal at least once. */
    synchronized List<String> tooSlow() {
        return times.entrySet().stream()
                .filter(each -> slow(each.getValue(), limits.get(each.getKey())) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long slow(List<Double> taken, double limit) {
        return limit == 0 ? 0 : taken.stream().filter(took -> took > limit).count();
    }

    private static String kept(List<Double> taken, double limit) {
        if (limit == 0) return "";
        var slow = slow(taken, limit);
        return slow == 0 ? "ok" : "short " + slow;
    }

    private static String row(String what, List<Double> taken, double limit) {
        var sorted = taken.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %s | %s |",
                what,
                sorted.length,
                percentile(sorted, 50),
                percentile(sorted, 95),
                sorted[sorted.length - 1],
                limit == 0 ? "" : String.format(Locale.ROOT, "%.1f", limit),
                kept(taken, limit));
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(percent / 100.0 * (sorted.length - 1)))];
    }
}
