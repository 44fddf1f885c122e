package vn.luot.protocol.hub;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Where a hub is, such as {@code http://192.168.1.2:8080}. */
record HubAddress(boolean tls, String host, int port, String path) {
    static HubAddress of(URI hub) {
        var tls = "https".equals(hub.getScheme());
        if (hub.getHost() == null || !tls && !"http".equals(hub.getScheme())) {
            throw wrong(hub.toString());
        }
        var usualPort = tls ? 443 : 80;
        return new HubAddress(
                tls,
                hub.getHost(),
                hub.getPort() < 0 ? usualPort : hub.getPort(),
                hub.getPath().replaceFirst("/$", ""));
    }

    static IllegalArgumentException wrong(String address) {
        return new IllegalArgumentException("địa chỉ hub không hợp lệ: «" + address + "», hãy ghi http://HOST:PORT"
                + " / not the address of a hub: write http://HOST:PORT");
    }

    /** Sets where {@code request} goes; {@code pathAndQuery} begins with a slash. */
    <R extends RequestOptions> R aim(R request, String pathAndQuery) {
        request.setHost(host).setPort(port).setSsl(tls).setURI(path + pathAndQuery);
        return request;
    }
}
