package vn.luot.protocol.message;

import java.util.Map;

/**
 * Answer to {@code GET /api/waits}: how long an ordinary visitor who came now would wait. A service is missing when too
 * little was seen of it, or when no open counter serves it.
 *
 * @param services by id
 * @param fields by id: as the service of the field that takes longest
 */
public record WaitsView(Map<String, WaitRange> services, Map<String, WaitRange> fields) {}
