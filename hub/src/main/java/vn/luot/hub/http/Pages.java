package vn.luot.hub.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/** The screens' own files, from the class path: open to everybody, and bound to what our own pages need. */
public final class Pages {
    public static final String CONTENT_POLICY = "Content-Security-Policy";
    /** What is shown as a page by mistake can do nothing. */
    public static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final String LIT = "META-INF/resources/webjars/lit-html/3.2.1";

    private static final List<String> PAGES = List.of(
            "lib", "setup", "admin", "account", "clerk", "host", "manager", "phone", "tv", "counter", "tablet", "voice",
            "record");

    private final String contentPolicy;

    /** @param framedBy an origin whose pages may show ours in a frame; empty for none */
    public Pages(String framedBy) {
        this.contentPolicy = "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
                + "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'self' " + framedBy;
    }

    public void serve(Router router) {
        router.get("/").handler(call -> call.redirect("/clerk/"));
        router.get("/t/:token").handler(Pages::phone);
        folder(router, "/lib/lit-html/*", LIT);
        for (var page : PAGES) {
            folder(router, "/" + page + "/*", "web/" + page);
        }
    }

    private void folder(Router router, String path, String root) {
        router.get(path)
                .handler(this::policies)
                .handler(StaticHandler.create(root)
                        .setIndexPage("index.html")
                        .setMaxAgeSeconds(0)
                        .setIncludeHidden(false));
    }

    private static void phone(RoutingContext call) {
        call.reroute("/phone/index.html");
    }

    private void policies(RoutingContext call) {
        // "/tv" would make the page's relative addresses point elsewhere.
        if (call.request().path().indexOf('/', 1) < 0) {
            var query = call.request().query();
            call.redirect(call.request().path() + "/" + (query == null ? "" : "?" + query));
            return;
        }
        call.response().putHeader(CONTENT_POLICY, contentPolicy).putHeader("Referrer-Policy", "no-referrer");
        call.next();
    }
}
