package vn.luot.protocol.message;

import java.time.OffsetDateTime;

/** One call as shown on a screen of last calls. */
public record CallView(String number, String service, int counter, OffsetDateTime at, int calls, String language) {}
