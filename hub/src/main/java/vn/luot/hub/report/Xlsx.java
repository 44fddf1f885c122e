package vn.luot.hub.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet: title, days, header, rows, total. */
final class Xlsx {
    private static final int HEADER = 3;
    private static final int LABEL_WIDTH = 42;

    private Xlsx() {}

    static byte[] of(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Luot", "1.0")) {
            fill(book.newWorksheet(sheet.header().get(0)), sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet page, Sheet sheet) {
        page.value(0, 0, sheet.title());
        page.style(0, 0).bold().fontSize(14).set();
        page.value(1, 0, sheet.subtitle());
        page.width(0, LABEL_WIDTH);
        row(page, HEADER, sheet.header());
        bold(page, HEADER, sheet.header().size());
        var at = HEADER + 1;
        for (var cells : sheet.rows()) row(page, at++, cells);
        bold(page, at - 1, sheet.header().size());
        page.freezePane(1, HEADER + 1);
    }

    private static void row(Worksheet page, int row, List<?> cells) {
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell instanceof Number number) page.value(row, column, number);
            else if (cell != null) page.value(row, column, cell.toString());
        }
    }

    private static void bold(Worksheet page, int row, int columns) {
        page.range(row, 0, row, columns - 1).style().bold().wrapText(true).set();
    }
}
