package vn.luot.sim.hall;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Screens as they look, for the manual: {@code ./luot pictures} puts what the stories drew into docs/pictures. */
final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final int WIDEST = 1280;
    private static final int TALLEST = 960;

    private Pictures() {}

    /** Draws {@code page} when its fonts are there and nothing moves any more. */
    static void keep(Page page, String name) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        // What was touched last is not pointed at any more.
        page.mouse().move(0, 0);
        page.evaluate("document.fonts.ready.then(() => null)");
        keep(page.screenshot(), name);
    }

    /** A picture that is drawn already, small enough for a manual. */
    static void keep(byte[] png, String name) throws IOException {
        var drawn = ImageIO.read(new ByteArrayInputStream(png));
        var scale = Math.min(1, Math.min((double) WIDEST / drawn.getWidth(), (double) TALLEST / drawn.getHeight()));
        var width = (int) Math.round(drawn.getWidth() * scale);
        var height = (int) Math.round(drawn.getHeight() * scale);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(drawn, 0, 0, width, height, null);
        pen.dispose();
        Files.createDirectories(FOLDER);
        ImageIO.write(small, "png", FOLDER.resolve(name + ".png").toFile());
    }
}
