package vn.luot.hub.queue;

import java.time.Duration;
import java.util.Set;

/** Conducts that differ from the usual in one thing. */
final class Conducts {
    private static final Conduct U = Conduct.USUAL;

    private Conducts() {}

    static Conduct calling(OrderPolicy policy, Set<Integer> inOrder) {
        return new Conduct(policy, inOrder, U.early(), U.late(), 3, U.comeBack(), null, 0, 20, null, null);
    }

    static Conduct withHeadStart(Duration waited) {
        return new Conduct(U.order(), Set.of(), U.early(), U.late(), 3, U.comeBack(), waited, 0, 20, null, null);
    }

    static Conduct perPerson(int most) {
        return new Conduct(U.order(), Set.of(), U.early(), U.late(), 3, U.comeBack(), null, most, 20, null, null);
    }

    static Conduct byItself(Duration opensBefore, Duration closesAfter) {
        return new Conduct(
                U.order(), Set.of(), U.early(), U.late(), 3, U.comeBack(), null, 0, 20, opensBefore, closesAfter);
    }
}
