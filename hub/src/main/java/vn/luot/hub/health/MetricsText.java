package vn.luot.hub.health;

import java.util.Locale;

/** Figures as Prometheus reads them, text format 0.0.4. */
final class MetricsText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private String latest = "";

    /** What only grows while the program runs; its name ends with {@code _total}. */
    MetricsText counter(String name, String help, double value, String... labels) {
        return line(name, "counter", help, value, labels);
    }

    /** @param labels names and values by turns; samples of one name follow each other */
    MetricsText gauge(String name, String help, double value, String... labels) {
        return line(name, "gauge", help, value, labels);
    }

    private MetricsText line(String name, String type, String help, double value, String... labels) {
        if (!name.equals(latest)) {
            text.append("# HELP ").append(name).append(' ').append(help).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
            latest = name;
        }
        text.append(name);
        for (var i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        if (labels.length > 0) text.append('}');
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
