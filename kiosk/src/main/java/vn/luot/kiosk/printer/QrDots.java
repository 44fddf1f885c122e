package vn.luot.kiosk.printer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Draws a QR code for a printer that has none of its own; small, because the printer doubles it. */
final class QrDots {
    private static final int MODULE_DOTS = 3;

    private QrDots() {}

    static Dots of(String content) {
        var code = modules(content);
        var size = code.getWidth() * MODULE_DOTS;
        var bytesARow = (size + 7) / 8;
        var bits = new byte[bytesARow * size];
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                if (code.get(x / MODULE_DOTS, y / MODULE_DOTS)) bits[y * bytesARow + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return new Dots(bytesARow, size, bits);
    }

    /** One cell for each module; the quiet zone is the paper around it. */
    private static BitMatrix modules(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("not fit for a QR code", e);
        }
    }
}
