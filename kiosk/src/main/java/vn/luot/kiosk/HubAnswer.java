package vn.luot.kiosk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.Problem;

/** Tells a hub that said no from one that said nothing. */
final class HubAnswer {
    /** What the hub says to a kiosk that it does not let in, whatever that asks: only a person can mend it. */
    private static final Set<String> AT_THE_DOOR =
            Set.of("NOT_SIGNED_IN", "DEVICE_REVOKED", "ROLE_NOT_ALLOWED", "KIOSK_TWICE");

    private HubAnswer() {}

    static boolean isAtTheDoor(String code) {
        return AT_THE_DOOR.contains(code);
    }

    /** What the hub said when it said no. That the same request is still under way is not a no, nor is silence. */
    static Optional<Problem> no(Throwable fault) {
        return fault != null
                        && cause(fault) instanceof HubProblem said
                        && !said.problem().code().equals("IN_PROGRESS")
                ? Optional.of(said.problem())
                : Optional.empty();
    }

    static boolean isNo(Throwable fault) {
        return no(fault).isPresent();
    }

    static boolean isNo(Throwable fault, String code) {
        return no(fault).filter(problem -> problem.code().equals(code)).isPresent();
    }

    static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }
}
