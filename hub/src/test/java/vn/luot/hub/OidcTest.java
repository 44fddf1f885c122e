package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import vn.luot.hub.http.Door;
import vn.luot.hub.queue.Role;

/** Signing in with an account of the office, against a provider that is right and one that is wrong in every way. */
class OidcTest {
    private static final Instant EIGHT = new HallClock("2026-11-23T08:00").instant();

    @TempDir
    private Path data;

    private OfficeProvider provider;
    private RunningHub hub;

    @BeforeEach
    void start() {
        provider = new OfficeProvider();
        hub = RunningHub.in(data, provider.config());
        provider.clock(hub.clock());
        provider.says("u-17", "Hoa.Tran", "Chị Hoa", "khac", "mot-cua");
    }

    @AfterEach
    void stop() {
        hub.close();
        provider.close();
    }

    @Test
    void letsInWhomTheProviderVouchesFor() {
        var browser = new Browser();

        var back = browser.signIn("/manager/");

        assertThat(back.status()).as(back.text()).isEqualTo(303);
        assertThat(back.header("Location")).hasValue("/manager/");
        assertThat(browser.hub("/api/session").text())
                .contains("\"name\":\"hoa.tran\"", "\"displayName\":\"Chị Hoa\"", "\"role\":\"CLERK\"");
        assertThat(hub.as(Role.ADMIN).get("/api/people").text()).contains("\"hoa.tran\"");
        assertThat(hub.as(Role.MANAGER)
                        .get("/api/audit?from=2026-11-23&to=2026-11-23")
                        .text())
                .contains("PERSON_ADDED", "SIGNED_IN");
    }

    @Test
    void sendsTheBrowserWithAFreshStateNonceAndChallengeEachTime() {
        var one = OfficeProvider.form(URI.create(new Browser().begin("/clerk/")).getRawQuery());
        var other =
                OfficeProvider.form(URI.create(new Browser().begin("/clerk/")).getRawQuery());

        for (var name : List.of("state", "nonce", "code_challenge")) {
            assertThat(one.get(name)).hasSize(43).isNotEqualTo(other.get(name));
        }
        assertThat(one).containsEntry("code_challenge_method", "S256").containsEntry("scope", "openid profile email");
    }

    @Test
    void knowsThePersonAgain() {
        new Browser().signIn("/clerk/");
        new Browser().signIn("/clerk/");

        assertThat(hub.as(Role.ADMIN).get("/api/people").text()).containsOnlyOnce("\"hoa.tran\"");
    }

    @Test
    void aNewSignInEndsTheBrowsersFormerSession() {
        var browser = new Browser();
        browser.signIn("/clerk/");
        var former = hub.stranger(browser.session(), true);
        assertThat(former.get("/api/session").status()).isEqualTo(200);

        browser.signIn("/clerk/");

        former.get("/api/session").problem(401, "NOT_SIGNED_IN");
        assertThat(browser.hub("/api/session").status()).isEqualTo(200);
    }

    private Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", claims -> signed(with(claims).claim("nonce", "x".repeat(43)))),
                lie("no nonce", claims -> signed(with(claims).claim("nonce", null))),
                lie("for another client", claims -> signed(with(claims).audience("luot-hue"))),
                lie("for nobody", claims -> signed(with(claims).audience((String) null))),
                lie(
                        "given to another",
                        claims -> signed(
                                with(claims).audience(List.of("luot", "web")).claim("azp", "web"))),
                lie("of another issuer", claims -> signed(with(claims).issuer("https://elsewhere.vn"))),
                lie("long expired", claims -> signed(with(claims).expirationTime(Date.from(EIGHT.minusSeconds(61))))),
                lie("not yet good", claims -> signed(with(claims).notBeforeTime(Date.from(EIGHT.plusSeconds(61))))),
                lie("good for ever", claims -> signed(with(claims).expirationTime(null))),
                lie("of nobody", claims -> signed(with(claims).subject(null))),
                lie("signed by another", claims -> OfficeProvider.signed(claims, OfficeProvider.freshKey())),
                lie(
                        "signed by another of the same name",
                        claims -> OfficeProvider.signed(claims, OfficeProvider.freshKey(provider.keyId()))),
                lie("not signed", claims -> new PlainJWT(claims).serialize()),
                lie("signed with the client's secret", OidcTest::signedWithSecret),
                lie("no token", claims -> "abc"));
    }

    private static Arguments lie(String what, Function<JWTClaimsSet, String> how) {
        return Arguments.of(what, how);
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return provider.signed(claims.build());
    }

    private static JWTClaimsSet.Builder with(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static String signedWithSecret(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(OfficeProvider.SECRET));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void believesNoLie() {
        lies().forEach(lie -> {
            @SuppressWarnings("unchecked")
            var how = (Function<JWTClaimsSet, String>) lie.get()[1];
            var browser = new Browser();
            provider.signs(how);

            var back = browser.signIn("/clerk/");

            assertThat(back.status()).as("%s: %s", lie.get()[0], back.text()).isEqualTo(401);
            back.problem(401, "NOT_VOUCHED_FOR");
            browser.hub("/api/session").problem(401, "NOT_SIGNED_IN");
        });
        assertThat(hub.as(Role.ADMIN).get("/api/people").text()).doesNotContain("hoa.tran");
        provider.signsProperly();
        assertThat(new Browser().signIn("/clerk/").status()).isEqualTo(303);
    }

    @Test
    void allowsForClocksThatDiffer() {
        provider.signs(claims -> signed(with(claims)
                .issueTime(Date.from(EIGHT.plusSeconds(50)))
                .notBeforeTime(Date.from(EIGHT.plusSeconds(50)))
                .expirationTime(Date.from(EIGHT.minusSeconds(50)))));

        assertThat(new Browser().signIn("/clerk/").status()).isEqualTo(303);
    }

    @Test
    void takesUpAStateOnceAndOnlyInTheBrowserThatBeganIt() {
        var browser = new Browser();
        var place = browser.atTheProvider(browser.begin("/clerk/"));

        new Browser().hub(place).problem(401, "NOT_VOUCHED_FOR");
        assertThat(browser.hub(place).status()).isEqualTo(303);
        browser.hub(place).problem(401, "NOT_VOUCHED_FOR");
    }

    @Test
    void forgetsASignInThatTookTooLong() {
        var browser = new Browser();
        var place = browser.atTheProvider(browser.begin("/clerk/"));

        hub.clock().set("2026-11-23T08:10");

        browser.hub(place).problem(401, "NOT_VOUCHED_FOR");
    }

    @Test
    void givesNoRoleThatIsNotMapped() {
        provider.says("u-17", "hoa", "Chị Hoa", "ADMIN", "admin", "mot-cua ");
        new Browser().signIn("/clerk/").problem(403, "ROLE_NOT_MAPPED");

        provider.says("u-17", "hoa", "Chị Hoa");
        new Browser().signIn("/clerk/").problem(403, "ROLE_NOT_MAPPED");

        assertThat(hub.as(Role.ADMIN).get("/api/people").text()).doesNotContain("\"hoa\"");
    }

    @Test
    void givesTheRoleThatIsMappedFirstAndTakesItBack() {
        hub.as(Role.ADMIN);
        provider.says("u-17", "hoa", "Chị Hoa", "mot-cua", "quan-tri");
        var asAdmin = new Browser();
        asAdmin.signIn("/clerk/");
        assertThat(asAdmin.hub("/api/people").status()).isEqualTo(200);

        provider.says("u-17", "hoa", "Chị Hoa", "mot-cua");
        var asClerk = new Browser();
        asClerk.signIn("/clerk/");

        asAdmin.hub("/api/people").problem(401, "NOT_SIGNED_IN");
        asClerk.hub("/api/people").problem(403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void takesNobodysLocalAccount() {
        hub.as(Role.ADMIN);
        provider.says("u-99", "admin", "Kẻ lạ", "mot-cua");

        new Browser().signIn("/clerk/").problem(409, "NAME_TAKEN");
    }

    @Test
    void keepsOutWhomTheAdministratorShutOut() {
        new Browser().signIn("/clerk/");

        hub.as(Role.ADMIN).post("/api/people/hoa.tran/disable", null);

        new Browser().signIn("/clerk/").problem(403, "PERSON_DISABLED");
    }

    @Test
    void hasAlwaysAnAdministratorWhoNeedsNoProvider() {
        provider.says("u-17", "hoa", "Chị Hoa", "quan-tri");
        var hoa = new Browser();
        hoa.signIn("/admin/");
        hub.as(Role.ADMIN);

        hub.as(Role.ADMIN).post("/api/people/admin/disable", null).problem(409, "LAST_ADMIN");
        hub.as(Role.ADMIN).post("/api/people/hoa/password", null).problem(409, "FROM_PROVIDER");
    }

    @Test
    void worksWithPasswordsWhileTheProviderIsAway() {
        hub.as(Role.CLERK);
        var begun = new Browser();
        var place = begun.atTheProvider(begun.begin("/clerk/"));

        provider.close();

        begun.hub(place).problem(503, "PROVIDER_AWAY");
        assertThat(hub.signIn("lan", RunningHub.PASSWORD).status()).isEqualTo(200);
    }

    /** Of a sign-in one sees afterwards which way it came. */
    @Test
    void keepsInTheRecordThatAnAdministratorBrokeTheGlass() {
        new Browser().signIn("/clerk/");
        provider.close();

        hub.as(Role.ADMIN);

        var signIns = hub.as(Role.MANAGER)
                .get("/api/audit?from=2026-11-23&to=2026-11-23")
                .as(JsonNode.class)
                .valueStream()
                .filter(entry -> entry.get("kind").asText().equals("SIGNED_IN"))
                .map(entry ->
                        entry.get("actor").asText() + " " + entry.get("detail").asText());
        assertThat(signIns).contains("hoa.tran 127.0.0.1, tài khoản cơ quan", "admin 127.0.0.1");
    }

    @Test
    void startsWithoutTheProviderAndFindsItLater(@TempDir Path other) {
        provider.close();
        try (var alone = RunningHub.in(other, provider.config())) {
            alone.nobody().get("/api/session/oidc").problem(503, "PROVIDER_AWAY");
            alone.as(Role.ADMIN).get("/api/people");
        }
    }

    @Test
    void fetchesTheKeysAnewWhenTheyChanged() {
        new Browser().signIn("/clerk/");

        provider.rotates();

        assertThat(new Browser().signIn("/clerk/").status()).isEqualTo(303);
    }

    @Test
    void tellsAPersonOnAPageWhatWentWrong() {
        provider.says("u-17", "hoa", "Chị Hoa");
        var browser = new Browser();

        var place = browser.atTheProvider(browser.begin("/host/"));

        var back = browser.get("http://localhost:" + hub.port() + place, "Accept", "text/html,*/*");
        assertThat(back.header("Location")).hasValue("/account/?then=/host/&refused=ROLE_NOT_MAPPED");
    }

    @Test
    void leadsBackToPagesOfTheHubOnly() {
        assertThat(new Browser().signIn("https://elsewhere.vn/").header("Location"))
                .hasValue("/clerk/");
        assertThat(new Browser().signIn("//elsewhere.vn/").header("Location")).hasValue("/clerk/");
    }

    @Test
    void saysWhetherThereIsAProvider(@TempDir Path other) {
        assertThat(hub.nobody().get("/api/session/provider").text()).isEqualTo("{\"name\":\"Tài khoản tỉnh\"}");
        try (var without = RunningHub.in(other)) {
            assertThat(without.nobody().get("/api/session/provider").status()).isEqualTo(204);
            without.nobody().get("/api/session/oidc").problem(404, "NOT_FOUND");
            without.nobody().get("/api/session/oidc/back?code=a&state=b").problem(404, "NOT_FOUND");
        }
    }

    /** Keeps cookies and goes where it is sent, one step at a time. */
    private final class Browser {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(Door.SESSION))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }

        Answer signIn(String then) {
            return hub(atTheProvider(begin(then)));
        }

        /** Where the hub sends it to. */
        String begin(String then) {
            var begun = hub("/api/session/oidc?then=" + then);
            assertThat(begun.status()).as(begun.text()).isEqualTo(303);
            return begun.header("Location").orElseThrow();
        }

        /** Where the provider sends it to, at the hub. */
        String atTheProvider(String place) {
            var back = URI.create(get(place).header("Location").orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        }

        Answer hub(String path) {
            return get("http://localhost:" + hub.port() + path);
        }

        Answer get(String place, String... headers) {
            var request = HttpRequest.newBuilder(URI.create(place)).timeout(Duration.ofSeconds(60));
            if (headers.length > 0) request.headers(headers);
            try {
                return new Answer(client.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
