package vn.luot.protocol.message;

/**
 * Body of {@code POST /api/leases}: a kiosk wants numbers for when it does not reach the hub.
 *
 * @param service id of the service
 * @param count how many, 1 to 500; the hub may give fewer
 */
public record BlockRequest(String service, int count) {
    public static final int MOST = 500;
}
