package vn.luot.sim.device;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The small pictures an Alpha sign keeps: room is made for all of them at once, then each is drawn into its room. */
final class AlphaPictures {
    /** Label, "D" for dots, locked or not, rows and columns in hex, number of colours. */
    private static final Pattern ROOM = Pattern.compile("(.)D[LU]([0-9A-F]{2})([0-9A-F]{2})[0-9A-F]{4}");

    private static final Pattern ROOMS = Pattern.compile("(?:.D[LU][0-9A-F]{8})*");
    private static final Pattern PICTURE = Pattern.compile("(.)([0-9A-F]{2})([0-9A-F]{2})((?:[0-8]*\r)*)");

    private record Room(int rows, int columns, List<String> dots) {}

    private final Map<Character, Room> rooms = new TreeMap<>();

    /** Forgets every picture and makes room for others; false when {@code table} is not a table of rooms. */
    boolean makeRoom(String table) {
        if (!ROOMS.matcher(table).matches()) return false;
        rooms.clear();
        ROOM.matcher(table)
                .results()
                .forEach(room -> rooms.put(
                        room.group(1).charAt(0),
                        new Room(Integer.parseInt(room.group(2), 16), Integer.parseInt(room.group(3), 16), List.of())));
        return true;
    }

    /** False when there is no such room, or the picture does not fit it exactly. */
    boolean draw(String picture) {
        var parts = PICTURE.matcher(picture);
        if (!parts.matches()) return false;
        var room = rooms.get(parts.group(1).charAt(0));
        var dots = parts.group(4).replaceAll("[1-8]", "1").lines().toList();
        if (room == null
                || room.rows != Integer.parseInt(parts.group(2), 16)
                || room.columns != Integer.parseInt(parts.group(3), 16)
                || dots.size() != room.rows
                || dots.stream().anyMatch(row -> row.length() != room.columns)) return false;
        rooms.put(parts.group(1).charAt(0), new Room(room.rows, room.columns, dots));
        return true;
    }

    /** Rows of '1' and '0'; none when there is no such picture. */
    List<String> dots(char label) {
        var room = rooms.get(label);
        return room == null ? List.of() : room.dots;
    }

    void clear() {
        rooms.clear();
    }
}
