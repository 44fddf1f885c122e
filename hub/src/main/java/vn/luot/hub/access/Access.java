package vn.luot.hub.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import vn.luot.hub.access.AccessLog.Kind;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Words;

/**
 * Who is who in one hall: its people, who sign in, and its devices, which bear a token. Thread-safe; all methods but
 * {@link #known} wait for the disk.
 */
public final class Access {
    private static final Duration SESSION = Duration.ofHours(12);

    private final int hall;
    private final Clock clock;
    private final boolean demandsSecondFactor;
    private final Bearers bearers;
    private final AccessLog log;
    private final People people;
    private final SecondFactors secondFactors;
    private final Devices devices;
    private final Pairing pairing;
    private final SignInDelays delays = new SignInDelays();

    /**
     * @param secondFactorKey seals the secrets that are kept in the database
     * @param demandsSecondFactor of administrators, before they do anything else
     */
    public Access(
            Database database, int hall, Clock clock, SecondFactorKey secondFactorKey, boolean demandsSecondFactor) {
        this.hall = hall;
        this.clock = clock;
        this.demandsSecondFactor = demandsSecondFactor;
        this.bearers = new Bearers(database, hall, clock, demandsSecondFactor);
        this.log = new AccessLog(database, hall, clock);
        this.people = new People(database, hall, clock, log, bearers);
        this.secondFactors = new SecondFactors(database, hall, clock, people, secondFactorKey);
        this.devices = new Devices(database, hall, clock, log, bearers);
        this.pairing = new Pairing(devices, clock);
        secondFactorKey.sealAll(database, hall);
        bearers.rememberAll();
    }

    /**
     * Somebody who is let in.
     *
     * @param owes before anything else
     * @param counter the only counter at which it may act; absent for all but a keypad
     */
    public record Known(Actor actor, Owed owes, Integer counter) {
        static Known of(Bearers.Bearer bearer) {
            return new Known(bearer.actor(), bearer.owes(), bearer.counter());
        }
    }

    public People people() {
        return people;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public Devices devices() {
        return devices;
    }

    public Pairing pairing() {
        return pairing;
    }

    public AccessLog log() {
        return log;
    }

    /** Who bears {@code token} of a device or a session; empty when nobody does, or the session ended. Never waits. */
    public Optional<Known> known(String token) {
        return bearers.known(Tokens.hash(token)).map(Known::of);
    }

    /** The same, but finds also the devices that were added from the command line since the hub started. */
    public Optional<Known> look(String token) {
        return bearers.look(Tokens.hash(token)).map(Known::of);
    }

    /** Tells {@code watcher} of every token that is let in no longer: its {@linkplain #hash hash}. */
    public void watch(Consumer<String> watcher) {
        bearers.watch(watcher);
    }

    public static String hash(String token) {
        return Tokens.hash(token);
    }

    /** Reads what commands and time have changed; due every few seconds. */
    public void refresh() {
        bearers.refresh();
    }

    /** The same for somebody without a second factor. */
    public SignIn signIn(String name, String password, String address) {
        return signIn(name, password, Optional.empty(), address);
    }

    /**
     * Takes as long, and answers the same, for an unknown name as for a wrong password.
     *
     * @param code of the second factor; absent when the person gave none
     * @param address where the person signs in from; delays are counted for each name and address
     * @throws AccessRefused when too many codes of this person were wrong, wherever they came from
     */
    public SignIn signIn(String name, String password, Optional<String> code, String address) {
        var typed = People.signInName(name);
        var wait = delays.begin(typed, address, clock.instant());
        if (!wait.isZero()) return new SignIn.TooMany(wait);
        var proofs = people.proofs(typed);
        var hash = proofs.map(People.Proofs::password).orElse(PasswordHash.NOBODYS);
        if (!hash.isOf(Words.composed(password)) || proofs.isEmpty()) return wrong(proofs, address);
        var sealed = proofs.get().sealedSecret();
        if (sealed != null && code.isEmpty()) return new SignIn.CodeNeeded();
        if (sealed != null && !secondFactors.takes(typed, sealed, code.get())) return wrong(proofs, address);
        delays.succeeded(typed, address);
        var held = proofs.get();
        return signedIn(held.actor(), held.owes(demandsSecondFactor), address, handle -> people.areStill(handle, held))
                .<SignIn>map(Function.identity())
                .orElseGet(SignIn.Wrong::new);
    }

    /**
     * Lets in whom the office's provider vouches for; the first time they are added.
     *
     * @throws AccessRefused when the name is somebody else's here, cannot be shown, or is shut out
     */
    public SignIn.SignedIn signIn(Introduction who, String address) {
        var actor = people.admit(who);
        return signedIn(actor, Owed.NOTHING, address + ", tài khoản cơ quan", handle -> people.isStill(handle, actor))
                .orElseThrow(() -> AccessRefused.disabled(actor.name()));
    }

    /** Names that nobody has are not kept: people type passwords for names. */
    private SignIn wrong(Optional<People.Proofs> proofs, String address) {
        proofs.ifPresent(known -> log.note(Kind.SIGN_IN_FAILED, known.actor(), "", address));
        return new SignIn.Wrong();
    }

    /** @param holds whether what let the person in still does, once nobody else changes anything */
    private Optional<SignIn.SignedIn> signedIn(Actor actor, Owed owes, String address, Predicate<Handle> holds) {
        var now = clock.instant();
        var token = Tokens.fresh();
        var expiresAt = now.plus(SESSION);
        var begun = log.changing(handle -> {
            if (!holds.test(handle)) return false;
            begin(handle, token, actor, now, expiresAt);
            log.append(handle, Kind.SIGNED_IN, actor, "", address);
            return true;
        });
        // What let the person in may be over again by now.
        if (!begun || bearers.look(Tokens.hash(token)).isEmpty()) return Optional.empty();
        return Optional.of(new SignIn.SignedIn(token, actor, expiresAt, owes));
    }

    private void begin(Handle handle, String token, Actor actor, Instant now, Instant expiresAt) {
        handle.createUpdate("INSERT INTO session (token_hash, hall, person, created_at, expires_at)"
                        + " VALUES (:hash, :hall, :person, :now, :expiresAt)")
                .bind("hash", Tokens.hash(token))
                .bind("hall", hall)
                .bind("person", actor.name())
                .bind("now", now.toEpochMilli())
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
        handle.createUpdate("UPDATE person SET signed_in_at = :now WHERE hall = :hall AND name = :person")
                .bind("hall", hall)
                .bind("person", actor.name())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Ends the session of {@code token}, if it is one; a device stays known. */
    public void signOut(String token) {
        var hash = Tokens.hash(token);
        var bearer = bearers.known(hash);
        if (bearer.filter(Bearers.Bearer::isDevice).isPresent()) return;
        log.change(handle -> {
            handle.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                    .bind("hash", hash)
                    .execute();
            bearer.ifPresent(one -> log.append(handle, Kind.SIGNED_OUT, one.actor(), "", ""));
        });
        bearers.remove(hash);
    }

    /** Adds a kiosk, a board or a tablet from the command line; see {@link Devices#add}. */
    public String addDevice(Role role, String name) {
        return devices.add(AccessLog.COMMAND_LINE, role, name);
    }

    /** Adds a keypad from the command line; see {@link Devices#addKeypad}. */
    public String addKeypad(int counter, String name) {
        return devices.addKeypad(AccessLog.COMMAND_LINE, counter, name);
    }

    /** Adds somebody from the command line; see {@link People#add}. */
    public void addPerson(Role role, String name, String shownAs, String password) {
        people.add(AccessLog.COMMAND_LINE, role, name, shownAs, password, false, Proof.NONE);
    }
}
