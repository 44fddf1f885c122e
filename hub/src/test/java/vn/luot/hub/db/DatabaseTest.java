package vn.luot.hub.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.program.CannotStart;

class DatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void refusesADatabaseOfANewerProgram() throws Exception {
        var file = folder.resolve("luot.db");
        try (var connection = Database.open(file).connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                    + " script, checksum, installed_by, execution_time, success)"
                    + " VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, '', 1, 1)");
        }

        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void givesEveryStoreANameOfItsOwnAndItsFirstLife() {
        var here = Life.of(Database.open(folder.resolve("here.db")));
        var there = Life.of(Database.open(folder.resolve("there.db")));

        assertThat(here.epoch()).isEqualTo(1);
        assertThat(here.centre()).matches("[0-9a-f]{32}").isNotEqualTo(there.centre());
        assertThat(Life.of(Database.open(folder.resolve("here.db")))).isEqualTo(here);
    }
}
