package vn.luot.sim.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.luot.sim.hall.Folders;

/**
 * Where one measures: a folder on the disk that the hub would use, and a Vert.x for each side of the wire.
 *
 * <p>Load and hub share one process. On two cores another process would compete for the same cores, and a load without
 * rival takes nothing from a hub that it would not take from the bare server beside it; but both would then run on code
 * that was warmed up apart. The load is written by hand on sockets ({@link Load}), because a full HTTP client costs
 * more than the server and would make every ratio look better than it is.
 */
final class Site implements AutoCloseable {
    private final Path folder;
    private final Effort effort;
    private final Vertx load = oneLoop();
    private final Vertx bare = oneLoop();
    private int folders;

    Site(Effort effort) throws IOException {
        this.effort = effort;
        this.folder = Files.createTempDirectory("luot-bench");
    }

    /** The hub's HTTP lives on one event loop, so does what it is held against. */
    private static Vertx oneLoop() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    }

    Effort effort() {
        return effort;
    }

    Vertx load() {
        return load;
    }

    Vertx bare() {
        return bare;
    }

    /** An empty folder. */
    Path freshFolder() throws IOException {
        return Files.createDirectory(folder.resolve("" + ++folders));
    }

    @Override
    public void close() throws IOException {
        load.close().await();
        bare.close().await();
        Folders.remove(folder);
    }
}
