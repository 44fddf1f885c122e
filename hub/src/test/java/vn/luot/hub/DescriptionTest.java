package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.http.Pages;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.TicketState;

/** The description says what the hub does, no more and no less. */
class DescriptionTest {
    @TempDir
    private Path data;

    @Test
    void namesExactlyTheAddressesThatTheHubHas() {
        var config = RunningHub.config(data.resolve("new"), new HallClock("2026-11-23T08:00"), 0);
        try (var hub = RunningHub.in(data.resolve("made"));
                var firstRun = FirstRun.start(config, new PrintWriter(Writer.nullWriter()))) {
            var laid = routes(hub.hub().router());
            laid.addAll(routes(firstRun.addressesLaid()));
            laid.removeAll(pages());

            assertThat(described()).isEqualTo(laid);
        }
    }

    @Test
    void isServed() {
        try (var hub = RunningHub.in(data)) {
            var answer = hub.nobody().get("/openapi.yaml");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).hasValue("application/yaml");
            assertThat(answer.text()).startsWith("openapi: 3.1.0\n").contains("/api/tickets/{token}:");
        }
    }

    @Test
    void saysOfEveryAddressThatItIsLimited() {
        Description.document()
                .get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    assertThat(operation.at("/responses/429").isMissingNode())
                            .as("%s %s", method, path)
                            .isFalse();
                }));
    }

    @Test
    void namesEveryRuleThatIsAnsweredAsAProblem() {
        var rules = Arrays.stream(Rule.values())
                // Answered as 204.
                .filter(rule -> rule != Rule.QUEUE_EMPTY)
                .map(Rule::name);

        assertThat(Description.codes()).containsAll(rules.toList());
    }

    @Test
    void namesEveryKindAndState() {
        assertThat(texts("/components/schemas/StepView/properties/kind/enum")).isEqualTo(names(StepKind.values()));
        assertThat(texts("/components/schemas/TicketState/enum")).isEqualTo(names(TicketState.values()));
    }

    @Test
    void refersOnlyToWhatItDescribes() {
        assertThat(Description.document().findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(
                                Description.document().at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    private static Set<String> described() {
        var operations = new TreeSet<String>();
        Description.document()
                .get("paths")
                .forEachEntry((path, methods) -> methods.fieldNames()
                        .forEachRemaining(method -> operations.add(method.toUpperCase() + " " + path)));
        return operations;
    }

    private static Set<String> routes(Router router) {
        return router.getRoutes().stream()
                .filter(route -> route.methods() != null)
                .flatMap(route -> route.methods().stream()
                        .map(method -> method.name() + " " + route.getName().replaceAll(":(\\w+)", "{$1}")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The screens' files are no part of the contract. */
    private static Set<String> pages() {
        var vertx = Vertx.vertx();
        try {
            var router = Router.router(vertx);
            new Pages("").serve(router);
            return routes(router);
        } finally {
            vertx.close();
        }
    }

    private static Set<String> texts(String pointer) {
        return Description.document()
                .at(pointer)
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
