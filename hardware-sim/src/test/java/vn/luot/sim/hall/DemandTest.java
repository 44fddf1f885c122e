package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

class DemandTest {
    private final Demand demand = Demand.ofHuongTra();

    @Test
    void knowsThe19FieldsOfHuongTra() {
        assertThat(demand.files())
                .hasSize(19)
                .containsEntry("Đất đai", 3248)
                .containsEntry("Hội, tổ chức phi chính phủ", 2);
    }

    @Test
    void peopleComeByTheSharesOfTheFields() {
        var chance = new Random(1);

        var came = IntStream.range(0, 10_000)
                .mapToObj(i -> demand.next(plan(), chance).id())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));

        assertThat(came.get("Đất đai/nop") + came.get("Đất đai/nhan")).isCloseTo(5_441L, within(150L));
        assertThat(came.get("Đất đai/nop")).isCloseTo(3_809L, within(150L));
    }

    private Plan plan() {
        var fields = demand.files().keySet().stream()
                .map(name -> new Plan.Field(
                        name, words(name), List.of(service(name + "/nop", 1), service(name + "/nhan", 600))))
                .toList();
        return new Plan(
                new Plan.Centre(words("Trung tâm"), null, ZoneId.of("Asia/Ho_Chi_Minh")),
                List.of(),
                fields,
                List.of(),
                List.of(),
                new Plan.RatingScale(words("?"), List.of(), 2, List.of()));
    }

    private static Plan.Service service(String id, int first) {
        return new Plan.Service(id, words(id), "A", first, first + 399, null);
    }

    private static Text words(String text) {
        return new Text(text, text);
    }
}
