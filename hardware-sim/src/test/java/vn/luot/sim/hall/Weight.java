package vn.luot.sim.hall;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a page transfers, in bytes on the wire. What it asks again while it is open counts once: a page gets no heavier by
 * being looked at for longer.
 */
final class Weight {
    /** By what identifies a request. */
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    /** By the address they came from. */
    private final Map<Answer, Long> bytes = new ConcurrentHashMap<>();

    private record Answer(String address, String kind) {}

    private Weight() {}

    /** Weighs whatever {@code page} loads from now on. */
    static Weight of(Page page) {
        var weight = new Weight();
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.on("Network.responseReceived", event -> weight.answers.put(request(event), answer(event)));
        devtools.on(
                "Network.loadingFinished",
                event -> weight.bytes.merge(
                        weight.answers.getOrDefault(request(event), new Answer(request(event), "")),
                        event.get("encodedDataLength").getAsLong(),
                        Math::max));
        return weight;
    }

    private static String request(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static Answer answer(JsonObject event) {
        var response = event.getAsJsonObject("response");
        return new Answer(
                response.get("url").getAsString(), response.get("mimeType").getAsString());
    }

    /** All of it. */
    long whole() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Without fonts, sounds and films. */
    long ofThePage() {
        return bytes.entrySet().stream()
                .filter(one -> !one.getKey().kind().matches("(font|audio|video)/.*"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
