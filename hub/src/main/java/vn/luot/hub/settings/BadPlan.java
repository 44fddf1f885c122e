package vn.luot.hub.settings;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A plan that no hall can go by, with all that is wrong with it. */
public final class BadPlan extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<PlanProblem> problems;

    BadPlan(List<PlanProblem> problems) {
        super(problems.stream().map(PlanProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<PlanProblem> problems() {
        return problems;
    }
}
