package vn.luot.sim.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of a few megabytes that one program has its data on: a tmpfs in a mount namespace of the program's own, reached through
 * the program's process.
 */
final class SmallDisk {
    private final Path data;
    private final Path template;

    private SmallDisk(Path data, Path template) {
        this.data = data;
        this.template = template;
    }

    /** Takes the place of a folder whose program does not run; what is in the folder, if anything, will be on the disk. */
    static SmallDisk insteadOf(Path data) throws IOException {
        var template = data.resolveSibling(data.getFileName() + ".template");
        Place.remove(template);
        Files.createDirectories(data);
        Files.move(data, template);
        Files.createDirectories(data);
        return new SmallDisk(data, template);
    }

    /** The same program, with the disk mounted before. */
    List<String> under(List<String> command) {
        var all = new ArrayList<>(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) all.addAll(List.of("--user", "--map-root-user"));
        var script = "mount -t tmpfs -o size=6m luot \"$1\" && cp -a \"$2\"/. \"$1\" && shift 2 && exec \"$@\"";
        all.addAll(List.of("sh", "-c", script, "sh", data.toString(), template.toString()));
        all.addAll(command);
        return all;
    }

    /** Every byte of it is taken. */
    void fill(Running program) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast(program))) {
            // In smaller and smaller pieces until not even one fits.
            for (var piece = 65_536; piece > 0; ) {
                try {
                    out.write(new byte[piece]);
                } catch (IOException full) {
                    piece /= 2;
                }
            }
        }
    }

    void free(Running program) throws IOException {
        Files.delete(ballast(program));
    }

    /** Ends the program, and brings what it had on the disk to where it was before. */
    void end(Running program) throws IOException {
        program.freeze();
        var copy = data.resolveSibling(data.getFileName() + ".copy");
        Place.copy(seenBy(program), copy);
        program.kill();
        Place.remove(data);
        Place.remove(template);
        Files.move(copy, data);
    }

    private Path ballast(Running program) {
        return seenBy(program).resolve("ballast");
    }

    private Path seenBy(Running program) {
        return Path.of("/proc/" + program.pid() + "/root" + data);
    }
}
