package vn.luot.sim;

import java.io.IOException;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.luot.sim.device.SimScanner;

@Command(
        name = "scanner",
        mixinStandardHelpOptions = true,
        description = "Máy quét QR mô phỏng: mỗi dòng gõ vào là một mã được quét"
                + " / a simulated QR scanner: each typed line is a code held before it")
final class ScannerCommand implements Callable<Integer> {
    @Mixin
    private SimulatedLine line;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var scanner = new SimScanner();
        var hand = new Thread(() -> scan(scanner), "hand");
        hand.setDaemon(true);
        hand.start();
        return line.run(scanner);
    }

    private static void scan(SimScanner scanner) {
        var typed = new Scanner(System.in);
        while (typed.hasNextLine()) {
            var code = typed.nextLine().strip();
            if (!code.isEmpty()) scanner.scan(code);
        }
    }
}
