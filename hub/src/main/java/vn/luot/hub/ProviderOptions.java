package vn.luot.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.luot.hub.access.Devices;
import vn.luot.hub.oidc.Provider;
import vn.luot.hub.oidc.ProviderConfig;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.program.CannotStart;

/** Whether people may sign in with an account of the office; checked before the hub starts. */
final class ProviderOptions {
    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description = "Nơi cấp tài khoản cơ quan (OpenID Connect) / the provider of the office's accounts")
    private String issuer;

    @Option(
            names = "--oidc-client-id",
            paramLabel = "ID",
            description = "Tên của máy chủ này ở nơi ấy / what the provider calls this hub")
    private String clientId;

    @Option(
            names = "--oidc-client-secret-file",
            paramLabel = "FILE",
            description = "Tệp chứa khoá bí mật, nếu được cấp / file of the client's secret, if it has one")
    private Path secretFile;

    @Option(
            names = "--oidc-name",
            paramLabel = "NAME",
            description = "Tên ghi trên nút đăng nhập / what the button calls the account")
    private String name;

    @Option(
            names = "--oidc-roles-claim",
            defaultValue = "groups",
            paramLabel = "CLAIM",
            description = "Mục trong mã nêu nhóm của người ấy / claim that names a person's groups (${DEFAULT-VALUE})")
    private String rolesClaim;

    @Option(
            names = "--oidc-roles",
            paramLabel = "GROUP=ROLE,…",
            description = "Nhóm nào có vai trò nào, nhóm ghi trước được xét trước"
                    + " / which group has which role; the first that fits counts")
    private String roles;

    /** Empty when there is none. */
    Optional<ProviderConfig> provider(Optional<String> publicUrl) {
        if (issuer == null) {
            if (clientId == null && secretFile == null && roles == null) return Optional.empty();
            throw new CannotStart(
                    "oidc-issuer còn thiếu", "oidc-issuer is missing, though other oidc options are given");
        }
        var at = safe(issuer);
        var here = publicUrl.orElseThrow(() -> new CannotStart(
                "oidc-issuer cần public-url: nơi cấp tài khoản phải biết dẫn về đâu",
                "oidc-issuer needs public-url, so that the provider knows where to lead back to"));
        if (clientId == null || clientId.isBlank()) {
            throw new CannotStart("oidc-client-id còn thiếu", "oidc-client-id is missing");
        }
        return Optional.of(new ProviderConfig(
                Optional.ofNullable(name).orElse(at.getHost()),
                at,
                clientId,
                Optional.ofNullable(secretFile).map(ProviderOptions::secret),
                URI.create(here.replaceAll("/$", "") + ProviderConfig.COME_BACK),
                rolesClaim,
                roles()));
    }

    private static URI safe(String text) {
        try {
            var at = URI.create(text.strip());
            if (Provider.isSafe(at)) return at;
        } catch (IllegalArgumentException e) {
            // Told below, as any other that is no address.
        }
        throw new CannotStart(
                "oidc-issuer = " + text + ": phải là địa chỉ https://…", "the issuer must be an https:// address");
    }

    private static String secret(Path file) {
        try {
            var secret = Files.readString(file).strip();
            if (!secret.isEmpty()) return secret;
        } catch (IOException e) {
            throw new CannotStart(
                    "không đọc được tệp oidc-client-secret-file = " + file, "the client's secret cannot be read", e);
        }
        throw new CannotStart("tệp oidc-client-secret-file = " + file + " trống", "the client's secret is empty");
    }

    private Map<String, Role> roles() {
        var mapped = new LinkedHashMap<String, Role>();
        for (var pair : Optional.ofNullable(roles).orElse("").split(",")) {
            if (pair.isBlank()) continue;
            var split = pair.lastIndexOf('=');
            if (split < 1) throw badRole(pair);
            mapped.putIfAbsent(pair.substring(0, split).strip(), role(pair.substring(split + 1), pair));
        }
        if (!mapped.isEmpty()) return mapped;
        throw new CannotStart(
                "oidc-roles còn thiếu: chưa nhóm nào có vai trò, ví dụ to-mot-cua=clerk",
                "oidc-roles is missing: no group has a role; such as front-desk=clerk");
    }

    private static Role role(String text, String pair) {
        try {
            var role = Role.valueOf(text.strip().toUpperCase(Locale.ROOT));
            if (!Devices.isDevice(role) && role != Role.HOLDER) return role;
        } catch (IllegalArgumentException e) {
            // Told below, as the role of a device.
        }
        throw badRole(pair);
    }

    private static CannotStart badRole(String pair) {
        return new CannotStart(
                "oidc-roles, phần «" + pair.strip() + "»: phải là NHÓM=clerk, host, manager, technician hoặc admin",
                "oidc-roles: each part must be GROUP=clerk, host, manager, technician or admin");
    }
}
