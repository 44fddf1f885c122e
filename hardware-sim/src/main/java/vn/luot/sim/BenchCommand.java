package vn.luot.sim;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.sim.bench.Bench;

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

    @Override
    public Integer call() throws IOException {
        return Bench.run(quick, command.commandLine().getOut()::println) ? 0 : 1;
    }
}
