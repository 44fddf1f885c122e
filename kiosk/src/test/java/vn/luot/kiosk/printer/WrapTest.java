package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Wrap.at(12, "Bộ phận Tiếp nhận và Trả kết quả"))
                .containsExactly("Bộ phận Tiếp", "nhận và Trả", "kết quả");
    }

    @Test
    void breaksAWordThatIsWiderThanThePaper() {
        assertThat(Wrap.at(4, "số 1234567 xa")).containsExactly("số", "1234", "567", "xa");
    }

    @Test
    void keepsAnEmptyLine() {
        assertThat(Wrap.at(4, "")).containsExactly("");
    }

    @Test
    void endsWhenNothingFits() {
        assertThat(Wrap.where(line -> false, "ab")).containsExactly("a", "b");
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(Wrap.at(1, "😀😀")).containsExactly("😀", "😀");
    }
}
