package vn.luot.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        return new PlanStore(Database.open(folder.resolve("luot.db")), hall, MORNING);
    }

    @Test
    void hasNoPlanAtFirst() {
        assertThat(store.latest()).isEmpty();
    }

    @Test
    void givesBackThePlanAsItWas() {
        var saved = store.save(HUONG_TRA);

        assertThat(saved).isEqualTo(new PlanStore.Stored(1, HUONG_TRA));
        assertThat(store(1).latest()).contains(saved);
    }

    @Test
    void theLatestVersionIsInForce() {
        store.save(HUONG_TRA);
        var withoutClasses = new Plan(
                HUONG_TRA.centre(),
                HUONG_TRA.hours(),
                HUONG_TRA.fields(),
                HUONG_TRA.counters(),
                List.of(),
                HUONG_TRA.rating());

        store.save(withoutClasses);

        assertThat(store.latest()).contains(new PlanStore.Stored(2, withoutClasses));
    }

    @Test
    void hallsDoNotSeeEachOther() {
        store.save(HUONG_TRA);

        assertThat(store(2).latest()).isEmpty();
        assertThat(store(2).save(HUONG_TRA).version()).isEqualTo(1);
    }
}
