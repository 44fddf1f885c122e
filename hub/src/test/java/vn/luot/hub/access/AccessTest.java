package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Role;

class AccessTest {
    private static final String DESK = "192.168.1.20";
    private static final String PASSWORD = "bốn con mèo xanh";
    private static final Actor LAN = new Actor(Role.CLERK, "lan", "Chị Lan");

    @TempDir
    Path folder;

    private final Watch watch = new Watch();
    private Database database;
    private Access access;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("luot.db"));
        access = reopened();
    }

    private Access reopened() {
        return new Access(database, 1, watch, SecondFactorKey.in(folder), false);
    }

    private static Optional<Actor> known(Access access, String token) {
        return access.known(token).map(Access.Known::actor);
    }

    private static Optional<Actor> look(Access access, String token) {
        return access.look(token).map(Access.Known::actor);
    }

    private String signedIn() {
        access.addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);
        return ((SignIn.SignedIn) access.signIn("lan", PASSWORD, DESK)).token();
    }

    @Test
    void knowsADeviceByItsToken() {
        var token = access.addDevice(Role.KIOSK, "K1");

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(known(access, token)).contains(new Actor(Role.KIOSK, "K1", "K1"));
        assertThat(look(access, token)).contains(new Actor(Role.KIOSK, "K1", "K1"));
        assertThat(known(reopened(), token)).contains(new Actor(Role.KIOSK, "K1", "K1"));
    }

    @Test
    void knowsNobodyByAnotherToken() {
        var token = access.addDevice(Role.KIOSK, "K1");

        assertThat(known(access, "")).isEmpty();
        assertThat(known(access, token.substring(1))).isEmpty();
        assertThat(access.look(token + "A")).isEmpty();
        assertThat(access.look(Tokens.hash(token))).isEmpty();
    }

    @Test
    void looksUpADeviceThatWasAddedElsewhereOnce() {
        var token = reopened().addDevice(Role.TABLET, "T1");

        assertThat(known(access, token)).isEmpty();
        assertThat(look(access, token)).contains(new Actor(Role.TABLET, "T1", "T1"));
        assertThat(known(access, token)).contains(new Actor(Role.TABLET, "T1", "T1"));
    }

    @Test
    void forgetsARevokedDeviceWhenItOpens() throws SQLException {
        var token = access.addDevice(Role.KIOSK, "K1");
        run("UPDATE device SET revoked_at = 1");

        assertThat(reopened().known(token)).isEmpty();
        assertThat(reopened().look(token)).isEmpty();
    }

    @Test
    void keepsOnlyTheHashOfAToken() throws SQLException {
        var device = access.addDevice(Role.KIOSK, "K1");
        var session = signedIn();

        assertThat(ask("SELECT token_hash FROM device")).isEqualTo(Tokens.hash(device));
        assertThat(ask("SELECT token_hash FROM session")).isEqualTo(Tokens.hash(session));
    }

    @Test
    void addsNoSecondDeviceOfAName() {
        var token = access.addDevice(Role.KIOSK, "K1");

        assertThatThrownBy(() -> access.addDevice(Role.BOARD, "K1")).isInstanceOf(AccessRefused.class);

        assertThat(known(access, token)).map(Actor::role).contains(Role.KIOSK);
    }

    @Test
    void hallsDoNotSeeEachOther() {
        var other = new Access(database, 2, watch, SecondFactorKey.in(folder), false);
        var kiosk = access.addDevice(Role.KIOSK, "K1");
        var lan = signedIn();

        assertThat(other.look(kiosk)).isEmpty();
        assertThat(other.look(lan)).isEmpty();
        assertThat(other.signIn("lan", PASSWORD, DESK)).isInstanceOf(SignIn.Wrong.class);
        assertThat(other.addDevice(Role.KIOSK, "K1")).isNotEqualTo(kiosk);
    }

    @Test
    void aDeviceIsNoPersonAndAPersonNoDevice() {
        assertThatIllegalArgumentException().isThrownBy(() -> access.addDevice(Role.ADMIN, "A1"));
        assertThatIllegalArgumentException().isThrownBy(() -> access.addPerson(Role.KIOSK, "kiosk", "Kiosk", PASSWORD));
    }

    @Test
    void signsAPersonInForTwelveHours() {
        access.addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);

        var signedIn = (SignIn.SignedIn) access.signIn("lan", PASSWORD, DESK);

        assertThat(signedIn.actor()).isEqualTo(LAN);
        assertThat(signedIn.expiresAt()).isEqualTo(Halls.MORNING.plus(Duration.ofHours(12)));
        assertThat(known(access, signedIn.token())).contains(LAN);
        for (var hour = 1; hour < 12; hour++) {
            watch.goOn(Duration.ofHours(1));
            access.known(signedIn.token());
        }
        watch.goOn(Duration.ofHours(1).minusMillis(1));
        assertThat(known(access, signedIn.token())).contains(LAN);
        watch.goOn(Duration.ofMillis(1));
        assertThat(known(access, signedIn.token())).isEmpty();
        assertThat(access.look(signedIn.token())).isEmpty();
    }

    @Test
    void aSessionOutlivesARestart() {
        var token = signedIn();

        assertThat(known(reopened(), token)).contains(LAN);
    }

    @Test
    void letsInNoSessionThatExpiredWhileItWasClosedAndThrowsItAway() throws SQLException {
        var token = signedIn();
        watch.goOn(Duration.ofHours(12));

        var reopened = reopened();

        assertThat(known(reopened, token)).isEmpty();
        reopened.refresh();
        assertThat(ask("SELECT count(*) FROM session")).isEqualTo("0");
    }

    @Test
    void whoeverLeftTheirDeskForFourHoursIsOutForGood() {
        var token = signedIn();
        watch.goOn(Duration.ofHours(4));

        access.refresh();

        assertThat(access.look(token)).isEmpty();
        assertThat(reopened().look(token)).isEmpty();
    }

    @Test
    void signsOutForGood() {
        var token = signedIn();

        access.signOut(token);

        assertThat(known(access, token)).isEmpty();
        assertThat(access.look(token)).isEmpty();
        assertThat(reopened().known(token)).isEmpty();
    }

    @Test
    void signingOutLeavesDevicesAlone() {
        var token = access.addDevice(Role.KIOSK, "K1");

        access.signOut(token);
        access.signOut("nobody's");

        assertThat(known(access, token)).isPresent();
    }

    @Test
    void doesNotTellAnUnknownNameFromAWrongPassword() {
        access.addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);

        assertThat(access.signIn("lan", "bốn con mèo", DESK)).isEqualTo(new SignIn.Wrong());
        assertThat(access.signIn("minh", PASSWORD, DESK)).isEqualTo(new SignIn.Wrong());
        assertThat(access.signIn("' OR 1=1 --", PASSWORD, DESK)).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void readsANameAndAPasswordHoweverTheyAreTyped() {
        var decomposed = Normalizer.normalize(PASSWORD, Normalizer.Form.NFD);
        access.addPerson(Role.HOST, Normalizer.normalize("Hoà", Normalizer.Form.NFD), "Anh Hoà", decomposed);

        assertThat(access.signIn(" HOÀ ", PASSWORD, DESK)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(access.signIn("hoà", decomposed, DESK)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(access.signIn("hoà", PASSWORD.toUpperCase(Locale.ROOT), DESK))
                .isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void readsALongPasswordToItsEnd() {
        var password = "ngày xửa ngày xưa có một con mèo ".repeat(6);
        access.addPerson(Role.CLERK, "lan", "Chị Lan", password + "xanh");

        assertThat(access.signIn("lan", password + "vàng", DESK)).isInstanceOf(SignIn.Wrong.class);
        assertThat(access.signIn("lan", password + "xanh", DESK)).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void addsNoSecondPersonOfAName() {
        access.addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);

        assertThatThrownBy(() -> access.addPerson(Role.ADMIN, "LAN", "Lan", "năm con chó vàng"))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("«lan» đã có")
                .hasMessageContaining("is taken");

        assertThat(access.signIn("lan", "năm con chó vàng", DESK)).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void tellsWhichPasswordIsTooEasy() {
        assertThatThrownBy(() -> access.addPerson(Role.CLERK, "lan", "Chị Lan", "quan1234"))
                .isInstanceOf(AccessRefused.class);

        assertThat(access.signIn("lan", "quan1234", DESK)).isInstanceOf(SignIn.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u202Eb", "a\u200Bb", "a\u0007b"})
    void refusesANameThatCannotBeShown(String name) {
        assertThatThrownBy(() -> access.addDevice(Role.KIOSK, name)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> access.addPerson(Role.CLERK, name, "Chị Lan", PASSWORD))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> access.addPerson(Role.CLERK, "lan", name, PASSWORD))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void makesThoseWaitWhoGuess() {
        access.addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);
        IntStream.range(0, 5).forEach(guess -> access.signIn("lan", "guess number " + guess, DESK));

        assertThat(access.signIn("lan", PASSWORD, DESK)).isEqualTo(new SignIn.TooMany(Duration.ofSeconds(2)));
        assertThat(access.signIn("lan", PASSWORD, "192.168.1.21")).isInstanceOf(SignIn.SignedIn.class);
        watch.goOn(Duration.ofSeconds(2));
        assertThat(access.signIn("lan", PASSWORD, DESK)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(access.signIn("lan", "one more guess", DESK)).isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void keepsNoSecondFactorWithoutEndingWhatWasBegunWithoutIt() throws SQLException {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        var begunWithout = signedIn();
        var other = ((SignIn.SignedIn) access.signIn("lan", PASSWORD, DESK)).token();
        // As when the hub is killed in between.
        run("CREATE TRIGGER killed BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'killed'); END");
        assertThatThrownBy(() -> setSecondFactor(other)).hasStackTraceContaining("killed");

        assertThat(ask("SELECT count(*) FROM person WHERE totp_secret IS NOT NULL"))
                .isEqualTo("0");

        run("DROP TRIGGER killed");
        setSecondFactor(other);
        assertThat(reopened().known(begunWithout)).isEmpty();
        assertThat(reopened().known(other)).isPresent();
    }

    /** Between the look at the password and the session lies the time of Argon2. */
    @Test
    void beginsNoSessionByAPasswordAloneOnceThereIsASecondFactor() throws SQLException {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        var token = signedIn();
        var clock = new Interrupted(watch);
        var slow = new Access(database, 1, clock, SecondFactorKey.in(folder), false);
        // The first is for whoever has to wait.
        clock.atLook(2, () -> setSecondFactor(token));

        assertThat(slow.signIn("lan", PASSWORD, DESK)).isEqualTo(new SignIn.Wrong());

        assertThat(ask("SELECT count(*) FROM session")).isEqualTo("1");
        assertThat(slow.signIn("lan", PASSWORD, DESK)).isEqualTo(new SignIn.CodeNeeded());
    }

    /** Between the session on the disk and the session in memory lies a moment, too. */
    @Test
    void letsNobodyInByASessionThatEndedWhileItBegan() throws SQLException {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        var token = signedIn();
        afterNextCommit(() -> setSecondFactor(token));

        var begun = access.signIn("lan", PASSWORD, DESK);

        assertThat(ask("SELECT count(*) FROM session")).isEqualTo("1");
        assertThat(begun instanceof SignIn.SignedIn in
                        && known(access, in.token()).isPresent())
                .as("let in by the password alone")
                .isFalse();
        assertThat(known(access, token)).contains(LAN);
    }

    @Test
    void letsNobodyInFromTheOfficeWhoWasShutOutMeanwhile() {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        var hoa = new Introduction("u-17", "hoa", "Chị Hoa", Role.CLERK);
        access.signIn(hoa, DESK);
        // The first look is for the time of the session, after the provider's word was taken.
        var clock = new Interrupted(watch);
        var slow = new Access(database, 1, clock, SecondFactorKey.in(folder), false);
        clock.atLook(1, () -> access.people().disable(AccessLog.COMMAND_LINE, "hoa"));

        assertThatThrownBy(() -> slow.signIn(hoa, DESK)).isInstanceOf(AccessRefused.class);

        access.people().enable(AccessLog.COMMAND_LINE, "hoa", Proof.NONE);
        assertThat(reopened().signIn(hoa, DESK)).isNotNull();
    }

    @Test
    void bringsBackNoSessionThatEndsWhileItIsLookedUp() throws Exception {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        access.addPerson(Role.CLERK, "lan", "Chị Lan", PASSWORD);
        var clock = new Interrupted(watch);
        var slow = new Access(database, 1, clock, SecondFactorKey.in(folder), false);
        var token = ((SignIn.SignedIn) access.signIn("lan", PASSWORD, DESK)).token();
        var ending = new Thread(() -> slow.people().signOut(AccessLog.COMMAND_LINE, "lan"));
        // When the disk has been asked and memory not yet been told.
        clock.atLook(1, () -> {
            ending.start();
            while (sessions() > 0 || !isDoneOrWaits(ending)) Thread.onSpinWait();
        });

        slow.look(token);
        ending.join();

        assertThat(slow.known(token)).isEmpty();
    }

    private static boolean isDoneOrWaits(Thread thread) {
        return thread.getState() == Thread.State.TERMINATED || thread.getState() == Thread.State.BLOCKED;
    }

    private int sessions() {
        try {
            return Integer.parseInt(ask("SELECT count(*) FROM session"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever has many addresses has not many more guesses: a code has six digits. */
    @Test
    void makesThoseWaitWhoGuessCodesFromManyAddresses() {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        var secret = setSecondFactor(signedIn());
        watch.goOn(Duration.ofMinutes(1));
        for (var guess = 0; guess < 5; guess++) {
            assertThat(access.signIn("lan", PASSWORD, Optional.of("00000" + guess), "192.168.1." + guess))
                    .isEqualTo(new SignIn.Wrong());
        }

        assertThatThrownBy(() -> signInWithCode(secret)).isInstanceOf(AccessRefused.class);

        watch.goOn(Duration.ofSeconds(2));
        assertThat(signInWithCode(secret)).isInstanceOf(SignIn.SignedIn.class);
    }

    private SignIn signInWithCode(String secret) {
        return access.signIn("lan", PASSWORD, Optional.of(Codes.at(secret, watch.instant())), DESK);
    }

    @Test
    void makesThoseWaitWhoGuessAPasswordAtADeskThatWasLeft() {
        access.addPerson(Role.ADMIN, "minh", "Chị Minh", PASSWORD);
        signedIn();
        for (var guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> access.people().changePassword(LAN, "a guess", "năm con chó vàng"))
                    .hasMessageContaining("the present password is not right");
        }

        assertThatThrownBy(() -> access.people().changePassword(LAN, PASSWORD, "năm con chó vàng"))
                .hasMessageContaining("wait 2 seconds");

        watch.goOn(Duration.ofSeconds(2));
        access.people().changePassword(LAN, PASSWORD, "năm con chó vàng");
        assertThat(access.signIn("lan", "năm con chó vàng", DESK)).isInstanceOf(SignIn.SignedIn.class);
    }

    private String setSecondFactor(String token) {
        var secret = Totp.freshSecret();
        access.secondFactors().set(LAN, token, PASSWORD, secret, Codes.at(secret, watch.instant()));
        return secret;
    }

    /** What another does once something is on the disk, before the one who put it there goes on. */
    private void afterNextCommit(Runnable other) {
        var once = new AtomicReference<>(other);
        database.jdbi().setTransactionHandler(new LocalTransactionHandler() {
            @Override
            public TransactionHandler specialize(Handle handle) throws SQLException {
                return new DelegatingTransactionHandler(super.specialize(handle)) {
                    @Override
                    public <R, X extends Exception> R inTransaction(Handle same, HandleCallback<R, X> work) throws X {
                        var done = super.inTransaction(same, work);
                        var due = once.getAndSet(null);
                        if (due != null) CompletableFuture.runAsync(due).join();
                        return done;
                    }
                };
            }
        });
    }

    private void run(String update) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private String ask(String query) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
