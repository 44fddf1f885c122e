package vn.luot.kiosk.printer;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;

/**
 * The shape of a field, the one that it has on every screen of the hall (marks.js, base.css), so that a person who does
 * not read finds the own ticket's line. In the screens' order.
 */
public enum FieldShape {
    CIRCLE(""),
    SQUARE("0 0, 100 0, 100 100, 0 100"),
    TRIANGLE("50 4, 100 94, 0 94"),
    DIAMOND("50 0, 100 50, 50 100, 0 50"),
    CROSS("34 0, 66 0, 66 34, 100 34, 100 66, 66 66, 66 100, 34 100, 34 66, 0 66, 0 34, 34 34"),
    STAR("50 2, 62 37, 98 37, 69 58, 80 94, 50 72, 20 94, 31 58, 2 37, 38 37"),
    HEXAGON("25 7, 75 7, 100 50, 75 93, 25 93, 0 50");

    /** Small, because the printer doubles it: 8 mm on paper in 128 bytes, which a ticket of text alone has room for. */
    private static final int SIDE = 32;

    private final String corners;
    private final Dots dots;

    /** @param corners in hundredths of the side, across and down; none for the circle */
    FieldShape(String corners) {
        this.corners = corners;
        this.dots = drawn(outline());
    }

    /** @param place of the field in the plan, from 0 */
    static FieldShape of(int place) {
        return values()[place % values().length];
    }

    Dots dots() {
        return dots;
    }

    String corners() {
        return corners;
    }

    private Shape outline() {
        if (corners.isEmpty()) return new Ellipse2D.Double(0, 0, 100, 100);
        var outline = new Path2D.Double();
        Stream.of(corners.split(", ")).map(corner -> corner.split(" ")).forEach(corner -> {
            double x = Integer.parseInt(corner[0]), y = Integer.parseInt(corner[1]);
            if (outline.getCurrentPoint() == null) outline.moveTo(x, y);
            else outline.lineTo(x, y);
        });
        outline.closePath();
        return outline;
    }

    private static Dots drawn(Shape outline) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.scale(SIDE / 100.0, SIDE / 100.0);
        pen.fill(outline);
        pen.dispose();
        return Dots.of(image);
    }
}
