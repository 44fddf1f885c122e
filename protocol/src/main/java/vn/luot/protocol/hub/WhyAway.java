package vn.luot.protocol.hub;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;

/** Why a device does not reach its hub, in words that lead to what is to be done. */
final class WhyAway {
    private WhyAway() {}

    static String of(Throwable failure) {
        if (isDueTo(CertificateExpiredException.class, failure)
                || isDueTo(CertificateNotYetValidException.class, failure)) {
            return "chứng thư của hub không còn (hoặc chưa) hiệu lực: xem đồng hồ của hai máy, rồi thay chứng thư"
                    + " / the hub's certificate is not valid now: look at both machines' clocks, then replace it";
        }
        if (isDueTo(CertPathBuilderException.class, failure) || isDueTo(CertPathValidatorException.class, failure)) {
            return "chứng thư của hub không do nơi mà thiết bị này tin cấp: đúng máy chủ thì chép lại tệp ca.pem của nó"
                    + " / the hub's certificate is not of the authority that this device trusts:"
                    + " if it is the right hub, copy its ca.pem again";
        }
        if (isDueTo(CertificateException.class, failure)) {
            return "chứng thư của hub không mang địa chỉ này: dùng đúng tên hoặc địa chỉ của máy chủ"
                    + " / the hub's certificate does not name this address: use the hub's own name or address ("
                    + deepest(failure).getMessage() + ")";
        }
        return String.valueOf(failure.getMessage());
    }

    private static boolean isDueTo(Class<? extends Throwable> kind, Throwable failure) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static Throwable deepest(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
