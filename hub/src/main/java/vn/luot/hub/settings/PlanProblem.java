package vn.luot.hub.settings;

/**
 * One fault of a plan.
 *
 * @param path where it is, such as {@code fields[3].services[0].prefix}; empty when the whole is no JSON object
 * @param vi what is wrong and what to do, in Vietnamese
 * @param en the same in English
 */
public record PlanProblem(String path, String vi, String en) {
    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + vi + " / " + en;
    }
}
