package vn.luot.hub.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.luot.protocol.message.Text;

/** What is asked of a new password: length, and not to be among the first that anybody would try. */
final class PasswordRules {
    /** Code points. */
    private static final int LEAST = 8;

    /** Shapes that guessing programs try first, in lower case and without diacritics. */
    private static final List<Pattern> GUESSED = List.of(
            // quan1234, admin@123, Matkhau12, huongtra2021!
            Pattern.compile("[a-z]{0,9}[^a-z0-9]?(\\d{1,2}|123|1234|12345|123456|1234567|12345678|123456789|1234567890"
                    + "|(19|20)\\d\\d|(\\d)\\3+)[^a-z0-9]?"),
            // A birthday, or a telephone number.
            Pattern.compile("\\d{8,11}"),
            // aaaaaaaa, abcabcabc, 12341234
            Pattern.compile("(.{1,4})\\1+"));

    private static final Set<String> COMMON = Set.of("""
            1q2w3e4r 1q2w3e4r5t 1qaz2wsx a1b2c3d4 q1w2e3r4 qazwsxedc qwertyui qwertyuiop zaq12wsx
            abcdefgh asdfasdf asdfghjk asdfghjkl zxcvbnmm p@ssw0rd p@ssword passw0rd password trustno1
            administrator baseball computer football iloveyou internet princess sunshine superman whatever
            anhyeuem dangnhap emyeuanh khongbiet matkhaumoi toiyeuvietnam vietnamvodich yeuanhnhieu yeuemnhieu
            chungthuc hanhchinh hanhchinhcong huongtra motcuadientu thuathienhue trungtam
            """.split("\\s+"));

    private PasswordRules() {}

    /** What is wrong with {@code password} for the person of sign-in name {@code name}. */
    static Optional<Text> fault(String name, String password) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            return Optional.of(new Text(
                    "mật khẩu phải có ít nhất " + LEAST + " ký tự",
                    "the password must have at least " + LEAST + " characters"));
        }
        if (isGuessed(plain(name), plain(password))) {
            return Optional.of(new Text(
                    "mật khẩu này dễ đoán, hãy ghép vài từ không liên quan với nhau",
                    "this password is easy to guess: put together a few words that have nothing in common"));
        }
        return Optional.empty();
    }

    private static boolean isGuessed(String name, String password) {
        return COMMON.contains(password)
                || password.matches(Pattern.quote(name) + "[^a-z]*")
                || GUESSED.stream().anyMatch(shape -> shape.matcher(password).matches());
    }

    private static String plain(String words) {
        var decomposed = Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return decomposed.replaceAll("\\p{M}", "").replace('đ', 'd');
    }
}
