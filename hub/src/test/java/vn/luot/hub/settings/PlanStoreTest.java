package vn.luot.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.HubSetup;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Halls;
import vn.luot.protocol.message.Plan;

class PlanStoreTest {
    private static final Clock MORNING = Clock.fixed(Halls.MORNING, Halls.ZONE);
    private static final Plan HUONG_TRA = Plans.huongTra();

    @TempDir
    Path folder;

    private PlanStore store;

    @BeforeEach
    void open() {
        store = store(1);
    }

    private PlanStore store(int hall) {
        var database = Database.open(folder.resolve("luot.db"));
        return new PlanStore(
                database,
                hall,
                MORNING,
                (version, seal, by, keeping) -> database.jdbi().useTransaction(keeping::accept));
    }

    @Test
    void hasNoPlanAtFirst() {
        assertThat(store.begun()).isFalse();
        assertThat(store.version(1)).isEmpty();
    }

    @Test
    void givesBackThePlanAsItWas() {
        store.begin(HUONG_TRA);

        assertThat(store(1).version(1)).contains(HUONG_TRA);
    }

    @Test
    void remembersWhoMadeEachVersion() {
        store.begin(HUONG_TRA);
        store.keep(2, withoutClasses(), Halls.MANAGER);

        assertThat(store.version(1)).contains(HUONG_TRA);
        assertThat(store.version(2)).contains(withoutClasses());
        assertThat(store.versions(2))
                .containsExactly(
                        new PlanStore.Kept(2, Halls.MORNING, "hoa", "Chị Hoa"),
                        new PlanStore.Kept(1, Halls.MORNING, null, null));
    }

    @Test
    void replacesAVersionThatNeverCameIntoForce() {
        store.begin(HUONG_TRA);
        store.keep(2, HUONG_TRA, Halls.LAN);
        store.keep(2, withoutClasses(), Halls.MANAGER);

        assertThat(store.version(2)).contains(withoutClasses());
        assertThat(store.versions(1)).extracting(PlanStore.Kept::version).containsExactly(1);
    }

    /** A seal of what was never kept would say later that the version had been edited. */
    @Test
    void isNotedByItsWitnessOrNotKept() {
        var database = Database.open(folder.resolve("luot.db"));
        database.jdbi()
                .useHandle(handle -> handle.execute("CREATE TRIGGER full BEFORE INSERT ON plan"
                        + " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"));

        assertThatThrownBy(() -> HubSetup.open(folder, MORNING).plans().begin(HUONG_TRA))
                .hasMessageContaining("disk is full");

        database.each(
                "SELECT count(*) FROM access_log",
                row -> assertThat(row.getInt(1)).isZero());
    }

    private static Plan withoutClasses() {
        return new Plan(
                HUONG_TRA.centre(),
                HUONG_TRA.hours(),
                HUONG_TRA.fields(),
                HUONG_TRA.counters(),
                List.of(),
                HUONG_TRA.rating());
    }

    @Test
    void hallsDoNotSeeEachOther() {
        store.begin(HUONG_TRA);

        assertThat(store(2).begun()).isFalse();
    }
}
