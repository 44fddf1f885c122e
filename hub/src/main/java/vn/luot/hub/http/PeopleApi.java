package vn.luot.hub.http;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.luot.hub.access.People;
import vn.luot.hub.access.Proof;
import vn.luot.hub.access.SecondFactors;
import vn.luot.hub.queue.Role;

/**
 * The people of the hall, for their administrator. Whatever makes an administrator or opens the account of one needs a code of the
 * phone of who does it, if they have a second factor; to shut somebody out needs none.
 */
public final class PeopleApi {
    private final Vertx vertx;
    private final People people;
    private final SecondFactors secondFactors;

    public PeopleApi(Vertx vertx, People people, SecondFactors secondFactors) {
        this.vertx = vertx;
        this.people = people;
        this.secondFactors = secondFactors;
    }

    private record NewPerson(String name, String displayName, Role role) {}

    private record Change(String displayName, Role role) {}

    /** A password that is shown this once, and that its person must change. */
    private record Password(String name, String password) {}

    /** GET /api/people */
    public void list(Call call) {
        answer(call, people::all, all -> call.answer(200, all));
    }

    /** POST /api/people */
    public void add(Call call) {
        var wanted = call.body(NewPerson.class);
        needs(wanted.name() != null, "name");
        check(wanted.displayName(), wanted.role());
        answer(
                call,
                () -> {
                    var password = People.freshPassword();
                    people.add(
                            call.actor(),
                            wanted.role(),
                            wanted.name(),
                            wanted.displayName(),
                            password,
                            true,
                            phone(call, wanted.role() == Role.ADMIN));
                    return new Password(wanted.name(), password);
                },
                password -> call.answer(201, password));
    }

    /** PUT /api/people/{name} */
    public void change(Call call) {
        var wanted = call.body(Change.class);
        check(wanted.displayName(), wanted.role());
        var name = call.path("name");
        done(call, () -> {
            var proof = phone(call, wanted.role() == Role.ADMIN || people.isAdmin(name));
            people.change(call.actor(), name, wanted.displayName(), wanted.role(), proof);
        });
    }

    private Proof phone(Call call, boolean concernsAdmin) {
        return concernsAdmin ? secondFactors.phone(call.actor(), call.code()) : Proof.NONE;
    }

    private static void check(String displayName, Role role) {
        needs(displayName != null, "displayName");
        var isPersons = role != null
                && switch (role) {
                    case CLERK, HOST, MANAGER, TECHNICIAN, ADMIN -> true;
                    case KIOSK, BOARD, TABLET, KEYPAD, HOLDER -> false;
                };
        needs(isPersons, "role");
    }

    private static void needs(boolean given, String field) {
        if (!given) throw Failure.field(field, "thiếu hoặc không hợp lệ.", "missing or not valid.");
    }

    /** POST /api/people/{name}/password */
    public void resetPassword(Call call) {
        var name = call.path("name");
        answer(
                call,
                () -> new Password(name, people.resetPassword(call.actor(), name, phone(call, people.isAdmin(name)))),
                password -> call.answer(200, password));
    }

    /** POST /api/people/{name}/disable */
    public void disable(Call call) {
        done(call, () -> people.disable(call.actor(), call.path("name")));
    }

    /** POST /api/people/{name}/enable */
    public void enable(Call call) {
        opened(call, (name, proof) -> people.enable(call.actor(), name, proof));
    }

    /** POST /api/people/{name}/sign-out */
    public void signOut(Call call) {
        done(call, () -> people.signOut(call.actor(), call.path("name")));
    }

    /** DELETE /api/people/{name}/second-factor */
    public void removeSecondFactor(Call call) {
        opened(call, (name, proof) -> secondFactors.remove(call.actor(), name, proof));
    }

    private void opened(Call call, BiConsumer<String, Proof> work) {
        var name = call.path("name");
        done(call, () -> work.accept(name, phone(call, people.isAdmin(name))));
    }

    private void done(Call call, Runnable work) {
        answer(
                call,
                () -> {
                    work.run();
                    return null;
                },
                nothing -> call.answerNothing());
    }

    private <T> void answer(Call call, Callable<T> work, Consumer<T> answer) {
        call.then(vertx.executeBlocking(work, false), answer);
    }
}
