package vn.luot.protocol.hub;

import vn.luot.protocol.message.Problem;

/** The hub answered, and said no; asking the same again gets the same answer. */
public final class HubProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public HubProblem(Problem problem) {
        super(problem.status() + " " + problem.code() + ": " + problem.messageVi() + " / " + problem.messageEn());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
