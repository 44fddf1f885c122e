package vn.luot.sim.hall;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a page transfers, in bytes on the wire, fonts and recorded clips apart. */
final class Weight {
    private final Map<String, String> kinds = new ConcurrentHashMap<>();
    private final Map<String, Long> bytes = new ConcurrentHashMap<>();

    private Weight() {}

    /** Weighs whatever {@code page} loads from now on. */
    static Weight of(Page page) {
        var weight = new Weight();
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.on(
                "Network.responseReceived",
                event -> weight.kinds.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("response").get("mimeType").getAsString()));
        devtools.on(
                "Network.loadingFinished",
                event -> weight.bytes.put(
                        event.get("requestId").getAsString(),
                        event.get("encodedDataLength").getAsLong()));
        return weight;
    }

    /** All of it. */
    long whole() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Without fonts, sounds and films. */
    long ofThePage() {
        return bytes.entrySet().stream()
                .filter(one -> !kinds.getOrDefault(one.getKey(), "").matches("(font|audio|video)/.*"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
