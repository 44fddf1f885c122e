package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.luot.protocol.program.Program;

/** The hub's program, run as an operator types it. */
final class Commands {
    private Commands() {}

    /** What a command printed, and its exit code. */
    record Ended(int code, String out, String err) {
        /** It did its work. */
        Ended could() {
            assertThat(code).as(err).isZero();
            return this;
        }

        /** It could not: one line says why, in both languages. */
        void couldNot(String why) {
            assertThat(code).as(out + err).isEqualTo(1);
            assertThat(err).contains(why).contains(" / ").endsWith("\n");
            assertThat(err.strip().lines()).hasSize(1);
        }
    }

    static Ended on(Path data, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var realOut = System.out;
        var realErr = System.err;
        System.setOut(new PrintStream(out, true));
        System.setErr(new PrintStream(err, true));
        try {
            var code = Program.run(new Main(), all.toArray(String[]::new));
            return new Ended(code, out.toString(), err.toString());
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }
}
