package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.ErrandDone.Outcome;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;

class ErrandsTest {
    private final PaperStandIn paper = new PaperStandIn();
    private final Errands errands =
            new Errands(paper, TicketLayout.ofPlan(), Tickets::plan, new Bell(System::nanoTime, () -> {}), () -> null);

    @Test
    void answersAtOnceWhatOnlyALaterKioskCanDo() throws IOException {
        var done = errands.run(errand("DANCE")).join();

        assertThat(done.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(done.why().vi()).contains("cũ hơn máy chủ");
    }

    @Test
    void saysThatNobodyRingsWhereNobodyDoes() throws IOException {
        assertThat(errands.run(errand("COMING")).join().outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private static FeedMessage.Errand errand(String kind) throws IOException {
        return (FeedMessage.Errand) Json.readLeniently(
                "{\"type\":\"errand\",\"id\":\"errand-1\",\"kind\":\"" + kind + "\",\"again\":false}",
                FeedMessage.class);
    }
}
