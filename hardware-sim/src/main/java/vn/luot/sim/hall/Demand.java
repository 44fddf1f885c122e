package vn.luot.sim.hall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import vn.luot.protocol.message.Plan;

/**
 * What people come for: the files that Hương Trà received in half a year of 2021, by field. Two of its 19 fields are
 * 78 % of them.
 *
 * @param files received, by the field's Vietnamese name
 */
public record Demand(Map<String, Integer> files) {
    /** Of those who come, how many hand in a file; the others collect a result. */
    private static final double HAND_IN = 0.7;

    public static Demand ofHuongTra() {
        try (var csv = new BufferedReader(new InputStreamReader(
                Plan.class.getResourceAsStream("/plan/huong-tra-2021.csv"), StandardCharsets.UTF_8))) {
            var files = new LinkedHashMap<String, Integer>();
            csv.lines().skip(1).forEach(line -> {
                var comma = line.lastIndexOf(',');
                files.put(line.substring(0, comma).replace("\"", ""), Integer.parseInt(line.substring(comma + 1)));
            });
            return new Demand(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The service that the next person wants. Fields that the data do not know are asked for as if by one file. */
    public Plan.Service next(Plan plan, Random chance) {
        var total = plan.fields().stream().mapToInt(this::weight).sum();
        var drawn = chance.nextInt(total);
        for (var field : plan.fields()) {
            drawn -= weight(field);
            if (drawn < 0) return service(field, chance);
        }
        throw new IllegalStateException("a plan without fields");
    }

    private int weight(Plan.Field field) {
        return files.getOrDefault(field.name().vi(), 1);
    }

    private static Plan.Service service(Plan.Field field, Random chance) {
        var services = field.services();
        if (services.size() == 1 || chance.nextDouble() < HAND_IN) return services.get(0);
        return services.get(1 + chance.nextInt(services.size() - 1));
    }
}
