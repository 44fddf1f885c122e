package vn.luot.sim;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.luot.sim.device.SimScanner;

@Command(
        name = "scanner",
        mixinStandardHelpOptions = true,
        description = "Máy quét QR mô phỏng: mỗi dòng gõ vào là một mã được quét"
                + " / a simulated QR scanner: each typed line is a code held before it",
        footer = TypedFaults.HOW)
final class ScannerCommand implements Callable<Integer> {
    private static final String CODES = "mọi dòng khác là một mã được quét / every other line is a code held before it";

    @Mixin
    private SimulatedLine line;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var scanner = new SimScanner();
        return line.run(scanner, List.of(), new TypedFaults.OtherWords(CODES, code -> {
            scanner.scan(code);
            return true;
        }));
    }
}
