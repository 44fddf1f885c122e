package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Text;

class OpeningPageTest {
    private static final Pattern STATE =
            Pattern.compile("<script type=\"application/json\" id=\"state\">([^<]*)</script>");

    @Test
    void noNameEndsTheElementThatItStandsIn() throws IOException {
        var name = new Text("</script><script src=\"//evil\"></script><!--", "Land & \"soil\"");

        var page = STATE.matcher(new OpeningPage().with(Json.text(name)));

        assertThat(page.find()).isTrue();
        assertThat(Json.read(page.group(1), Text.class)).isEqualTo(name);
    }
}
