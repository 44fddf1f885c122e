package vn.luot.sim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.protocol.program.Range;
import vn.luot.sim.simulate.Simulation;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Chạy trung tâm thật trên máy, mạng, đồng hồ mô phỏng với mọi sự cố; thoát 1 khi có điều bất biến bị vỡ"
                        + " / lives through simulated days with every fault; exit code 1 when an invariant is broken")
final class SimulateCommand implements Callable<Integer> {
    private static final Range SEEDS = new Range(1, Integer.MAX_VALUE);
    private static final Range JOBS = new Range(1, 256);

    @Spec
    private CommandSpec command;

    @Option(
            names = "--seeds",
            defaultValue = "1000",
            description = "Bao nhiêu lượt / how many seeds (${DEFAULT-VALUE})")
    private int seeds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Hạt giống đầu tiên / the first seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--jobs", defaultValue = "2", description = "Bao nhiêu luồng / how many threads (${DEFAULT-VALUE})")
    private int jobs;

    @Override
    public Integer call() {
        // What the parts would tell an operator is not of these days.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var isSound = new Simulation(
                        seed,
                        SEEDS.holding("seeds", seeds),
                        JOBS.holding("jobs", jobs),
                        command.commandLine().getOut()::println)
                .run();
        command.commandLine().getOut().flush();
        return isSound ? 0 : 1;
    }
}
