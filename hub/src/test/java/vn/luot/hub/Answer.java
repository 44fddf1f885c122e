package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;

/** What the hub answered. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body, when all went well. */
    <T> T as(Class<T> type) {
        assertThat(status()).as(text()).isBetween(200, 299);
        try {
            return Json.read(text(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    /** The problem, which must have this status and code, and the form of all problems. */
    Problem problem(int status, String code) {
        assertThat(status()).as(text()).isEqualTo(status);
        assertThat(header("Content-Type")).hasValue("application/problem+json");
        assertThat(header("Cache-Control")).hasValue("no-store");
        var problem = read();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.messageVi()).isNotBlank().isNotEqualTo(problem.messageEn());
        assertThat(problem.messageEn()).isNotBlank();
        assertThat(problem.traceId()).matches("[0-9a-f]{16}");
        assertThat(text()).doesNotContain("Exception").doesNotContain("vn.luot").doesNotContain("\tat ");
        assertThat(Description.codes()).contains(code);
        return problem;
    }

    Problem read() {
        try {
            return Json.read(text(), Problem.class);
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }
}
