package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.http.Limits;
import vn.luot.hub.queue.Role;
import vn.luot.hub.tls.PrivateCa;
import vn.luot.hub.tls.Tls;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.TrustedCa;

/** A hub behind TLS, with its own authority. */
class TlsTest {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

    @TempDir
    private Path folder;

    private final HallClock clock = new HallClock("2026-11-23T08:00");
    private PrivateCa ca;
    private Vertx device;

    @BeforeEach
    void makeCa() {
        // The client's clock is the machine's.
        ca = new PrivateCa(folder.resolve("tls"), HubConfig.systemClock());
    }

    private Hub start(Tls tls) {
        return start(tls, HubConfig.systemClock());
    }

    private Hub start(Tls tls, Clock clock) {
        return start(() -> tls, clock, Rhythm.USUAL);
    }

    /** One that looks at its certificate all the time and not every hour. */
    private Hub startLookingOften(Supplier<Tls> tls) {
        return start(
                tls,
                HubConfig.systemClock(),
                new Rhythm(Rhythm.USUAL.beat(), Duration.ofMillis(50), Rhythm.USUAL.forgetting()));
    }

    private Hub start(Supplier<Tls> tls, Clock clock, Rhythm rhythm) {
        var setup = HubSetup.init(folder.resolve("data"), RunningHub.plan(), clock);
        setup.access().addPerson(Role.CLERK, "lan", "Chị Lan", RunningHub.PASSWORD);
        return Hub.start(config(tls, clock), rhythm);
    }

    private HubConfig config(Supplier<Tls> tls, Clock clock) {
        return new HubConfig(
                folder.resolve("data"),
                "localhost",
                0,
                Optional.empty(),
                "",
                clock,
                Optional.empty(),
                Optional.of(tls),
                Optional.empty(),
                false,
                Limits.USUAL);
    }

    private static HttpClient trusting(Path certificate) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> ask(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(Hub hub, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + hub.port() + path));
    }

    @Test
    void provesItselfToWhoTrustsItsAuthorityAndToNobodyElse() throws Exception {
        var stranger = new PrivateCa(folder.resolve("stranger"), HubConfig.systemClock());
        stranger.issue(NAMES);
        try (var hub = start(ca.issue(NAMES))) {
            var answer = ask(trusting(ca.certificate()), to(hub, "/health/live"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");

            assertThatThrownBy(() -> ask(trusting(stranger.certificate()), to(hub, "/health/live")))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThatThrownBy(() -> ask(
                            HttpClient.newHttpClient(),
                            HttpRequest.newBuilder(URI.create("http://localhost:" + hub.port() + "/health/live"))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void bindsTheSessionToThisHostAndToTls() throws Exception {
        try (var hub = start(ca.issue(NAMES))) {
            var client = trusting(ca.certificate());
            var credentials = "{\"name\":\"lan\",\"password\":\"" + RunningHub.PASSWORD + "\"}";
            var signedIn = ask(client, to(hub, "/api/session").POST(BodyPublishers.ofString(credentials)));

            var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .startsWith("__Host-luot_session=")
                    .contains("Secure")
                    .contains("Path=/")
                    .contains("HTTPOnly")
                    .contains("SameSite=Strict")
                    .doesNotContain("Domain");
            var session = ask(client, to(hub, "/api/session").header("Cookie", cookie.split(";")[0]));
            assertThat(session.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void deviceFollowsAHubWhoseAuthorityItWasGiven() throws Exception {
        try (var hub = start(ca.issue(NAMES))) {
            var ears = ofDeviceTrusting(ca, hub, "localhost");

            assertThat(ears.here().orTimeout(60, TimeUnit.SECONDS).join()).isNotNull();
        }
    }

    /** Another hub, or somebody in between: both authorities bear the same name, but not the same key. */
    @Test
    void deviceIsToldThatAHubIsNotTheOneItTrusts() throws Exception {
        var stranger = new PrivateCa(folder.resolve("stranger"), HubConfig.systemClock());
        stranger.issue(NAMES);
        try (var hub = start(ca.issue(NAMES))) {
            var ears = ofDeviceTrusting(stranger, hub, "localhost");

            assertThat(ears.lost().orTimeout(60, TimeUnit.SECONDS).join())
                    .contains("chép lại tệp ca.pem")
                    .contains("not of the authority that this device trusts");
            assertThat(ears.here()).isNotDone();
        }
    }

    @Test
    void deviceIsToldThatTheCertificateDoesNotNameTheHub() throws Exception {
        try (var hub = start(ca.issue(Set.of("mot-cua.local")))) {
            var ears = ofDeviceTrusting(ca, hub, "localhost");

            assertThat(ears.lost().orTimeout(60, TimeUnit.SECONDS).join())
                    .contains("không mang địa chỉ này")
                    .contains("does not name this address");
        }
    }

    private Ears ofDeviceTrusting(PrivateCa trusted, Hub hub, String host) {
        var token = HubSetup.open(folder.resolve("data"), HubConfig.systemClock())
                .access()
                .addDevice(Role.BOARD, "B1");
        var ears = new Ears(new CompletableFuture<>(), new CompletableFuture<>());
        TrustedCa.only(trusted.certificate());
        device = Vertx.vertx();
        new HubLink(device, URI.create("https://" + host + ":" + hub.port()), token, "board", ears).start();
        return ears;
    }

    @AfterEach
    void trustNobodyInParticular() {
        for (var end : List.of("", "Password", "Type")) System.clearProperty("javax.net.ssl.trustStore" + end);
        if (device != null) device.close();
    }

    private record Ears(CompletableFuture<HallView> here, CompletableFuture<String> lost) implements HubLink.Listener {
        @Override
        public void connected(HallView hall) {
            here.complete(hall);
        }

        @Override
        public void stepped(HallView after, StepView step, boolean live) {}

        @Override
        public void lost(String reason) {
            lost.complete(reason);
        }

        @Override
        public void refused(FeedMessage.Refused refusal) {}
    }

    @Test
    void keepsItsKeysToItself() throws IOException {
        var tls = ca.issue(NAMES);

        assertThat(Files.getPosixFilePermissions(tls.key())).hasSize(2);
        assertThat(Files.getPosixFilePermissions(folder.resolve("tls/ca.key"))).hasSize(2);
    }

    @Test
    void makesBothAnewWhenTheHubWasKilledBetweenItsKeyAndItsCertificate() throws IOException {
        var killed = new PrivateCa(folder.resolve("killed"), clock);
        var first = killed.issue(NAMES);
        var certificate = Files.readString(first.certificate());
        Files.copy(ca.issue(NAMES).key(), first.key(), StandardCopyOption.REPLACE_EXISTING);

        var again = killed.issue(NAMES);

        assertThat(Files.readString(again.certificate())).isNotEqualTo(certificate);
        assertThat(Files.readString(killed.issue(NAMES).certificate()))
                .isEqualTo(Files.readString(again.certificate()));
        Files.delete(again.key());
        assertThat(killed.issue(NAMES).key()).exists();
    }

    @Test
    void makesANewCertificateWhenNamesChangeOrTheEndIsNear() throws IOException {
        var moving = new PrivateCa(folder.resolve("moving"), clock);
        var authority = Files.readString(certificateOf(moving));
        var first = Files.readString(moving.issue(NAMES).certificate());
        assertThat(Files.readString(moving.issue(NAMES).certificate())).isEqualTo(first);

        var named = Files.readString(
                moving.issue(Set.of("localhost", "127.0.0.1", "luot.local")).certificate());
        assertThat(named).isNotEqualTo(first);

        clock.set("2027-12-01T08:00");
        assertThat(Files.readString(moving.issue(NAMES).certificate())).isNotEqualTo(named);
        assertThat(Files.readString(moving.certificate())).isEqualTo(authority);
    }

    private static Path certificateOf(PrivateCa ca) {
        ca.issue(NAMES);
        return ca.certificate();
    }

    @Test
    void doesNotStartWithACertificateThatIsOver() {
        var tls = new PrivateCa(folder.resolve("old"), clock).issue(NAMES);
        clock.set("2030-01-01T08:00");

        assertThatThrownBy(() -> start(tls, clock))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("hiệu lực");
    }

    @Test
    void provesItselfWithACertificateOfOnesOwnAndByItselfWithTheOneThatReplacesIt() throws Exception {
        var own = new OfficeCertificate(folder.resolve("office"));
        own.replace();
        try (var hub = startLookingOften(own::tls)) {
            var former = own.copy("former.pem");
            assertThat(isTrusted(hub, former)).isTrue();

            own.replace();

            Await.until(() -> isTrusted(hub, own.tls().certificate()));
            assertThat(isTrusted(hub, former)).isFalse();
        }
    }

    private static boolean isTrusted(Hub hub, Path certificate) {
        try {
            return ask(trusting(certificate), to(hub, "/health/live")).statusCode() == 200;
        } catch (SSLHandshakeException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void renewsTheCertificateOfItsOwnAuthorityWhileItRuns() throws Exception {
        var names = new AtomicReference<>(NAMES);
        try (var hub = startLookingOften(() -> ca.issue(names.get()))) {
            var before = shown(hub);

            // As when the names of the machine change, or the end is near.
            names.set(Set.of("localhost", "127.0.0.1", "luot.local"));

            Await.until(() -> !shown(hub).equals(before));
        }
    }

    private Certificate shown(Hub hub) {
        try {
            return ask(trusting(ca.certificate()), to(hub, "/health/live"))
                    .sslSession()
                    .orElseThrow()
                    .getPeerCertificates()[0];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsTheFormerCertificateWhileOnlyOneFileIsReplaced() throws Exception {
        var own = new OfficeCertificate(folder.resolve("office"));
        own.replace();
        var looks = new AtomicInteger();
        Supplier<Tls> counted = () -> {
            looks.incrementAndGet();
            return own.tls();
        };
        try (var hub = startLookingOften(counted)) {
            var former = own.copy("former.pem");
            own.replaceCertificateOnly();

            // The first of these may have begun before.
            var before = looks.get();
            Await.until(() -> looks.get() > before + 2);

            assertThat(isTrusted(hub, former)).isTrue();
        }
    }

    @Test
    void doesNotStartWithTheKeyOfAnotherCertificate() {
        var own = new OfficeCertificate(folder.resolve("office"));
        own.replace();
        own.replaceCertificateOnly();

        assertThatThrownBy(() -> start(own.tls()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("không phải của chứng thư");
    }

    /** As while somebody copies it there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE*\n-----END RSA PRIVATE KEY-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMC\n-----END PRIVATE KEY-----\n"
            })
    void doesNotStartWithHalfAKey(String key) throws IOException {
        var own = new OfficeCertificate(folder.resolve("office"));
        own.replace();
        Files.writeString(own.tls().key(), key);

        assertThatThrownBy(() -> own.tls().options(HubConfig.systemClock().instant()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("không đọc được chứng thư");
    }

    /** The administrator's password is typed there. */
    @Test
    void isThereFromTheFirstRunOn() throws Exception {
        var console = new StringWriter();
        var config = config(() -> ca.issue(NAMES), HubConfig.systemClock());
        try (var firstRun = FirstRun.start(config, new PrintWriter(console))) {
            var setup = URI.create("https://localhost:" + firstRun.port() + "/setup/");

            assertThat(console.toString()).contains(setup.toString()).doesNotContain("http://");
            assertThat(ask(trusting(ca.certificate()), HttpRequest.newBuilder(setup))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesHalfACertificateOfOnesOwn() throws Exception {
        var own = ca.issue(NAMES);
        var hub = folder.resolve("hub");
        Commands.on(hub, "init", "--admin", "quan-tri").could();

        Commands.on(hub, "--tls-cert", own.certificate().toString()).couldNot("tls-key");
        Commands.on(hub, "--tls-cert", "/nowhere", "--tls-key", "/nowhere").couldNot("không đọc được chứng thư");
    }
}
