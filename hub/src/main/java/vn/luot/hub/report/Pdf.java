package vn.luot.hub.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A report to sign and file: A4 lying on its side, with the project's font inside, so that no letter is missing. */
final class Pdf {
    private static final String FONT = "Be Vietnam Pro";
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 14mm 12mm;
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt 'Be Vietnam Pro'; } }
            body { font: 7.5pt 'Be Vietnam Pro'; color: #14213d; }
            h1 { font-size: 15pt; margin: 0 0 1mm; }
            p { margin: 0 0 4mm; color: #44506b; font-size: 9pt; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th { font-size: 6.5pt; text-align: right; vertical-align: bottom; border-bottom: 0.5mm solid #14213d; }
            th, td { padding: 1.1mm 1mm; }
            td { text-align: right; border-bottom: 0.1mm solid #c9cfdb; }
            tr { page-break-inside: avoid; }
            th:first-child, td:first-child { text-align: left; width: 48mm; }
            tr.total td { font-weight: bold; border-top: 0.5mm solid #14213d; border-bottom: none; }
            """;

    private Pdf() {}

    static byte[] of(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> font("BeVietnamPro-Medium.ttf"), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("BeVietnamPro-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(html(sheet), null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + file), file);
    }

    private static String html(Sheet sheet) {
        var last = sheet.rows().size() - 1;
        var body = new StringBuilder();
        for (var row = 0; row <= last; row++) {
            body.append(row == last ? "<tr class=\"total\">" : "<tr>")
                    .append(cells("td", sheet.rows().get(row)))
                    .append("</tr>");
        }
        return "<html><head><title>%s</title><style>%s</style></head><body><h1>%s</h1><p>%s</p>"
                        .formatted(escaped(sheet.title()), STYLE, escaped(sheet.title()), escaped(sheet.subtitle()))
                + "<table><thead><tr>" + cells("th", sheet.header()) + "</tr></thead><tbody>" + body
                + "</tbody></table></body></html>";
    }

    private static String cells(String tag, List<?> cells) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + (cell == null ? "–" : escaped(cell.toString())) + "</" + tag + ">")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
