package vn.luot.sim;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.sim.bench.Bench;
import vn.luot.sim.bench.CoreBench;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Đo tốc độ của máy chủ bên cạnh giới hạn của chính máy này; thoát 1 khi có mục chưa đạt"
                + " / measures the hub beside the limits of this machine; exit code 1 when a goal is missed")
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--quick", description = "Đo ngắn, dưới ba phút / short rounds, within three minutes")
    private boolean quick;

    @Option(names = "--core", description = "Chỉ đo phần lõi, bằng JMH / only the pure core, with JMH")
    private boolean core;

    @Option(names = "--screens", description = "Chỉ đo các màn hình, cần Chromium / only the screens, needs Chromium")
    private boolean screens;

    @Override
    public Integer call() throws IOException, RunnerException {
        if (core) {
            new Runner(CoreBench.options(quick)).run();
            return 0;
        }
        if (screens) return Bench.screens(command.commandLine().getOut()::println) ? 0 : 1;
        return Bench.run(quick, command.commandLine().getOut()::println) ? 0 : 1;
    }
}
