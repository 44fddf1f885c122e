package vn.luot.hub.queue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.luot.hub.queue.Hardware.Alarm;
import vn.luot.hub.queue.Hardware.Condition;
import vn.luot.hub.queue.Hardware.Known;

/** The hardware of a hall, whatever day it is, and its alarms. */
final class Machinery {
    private static final int REMEMBERED_ALARMS = 200;
    static final String SILENT = "Thiết bị không liên lạc: kiểm tra máy và mạng";

    private record Place(String device, String name) implements Comparable<Place> {
        static Place of(Hardware hardware) {
            return new Place(hardware.device(), hardware.name());
        }

        @Override
        public int compareTo(Place other) {
            var devices = device.compareTo(other.device);
            return devices == 0 ? name.compareTo(other.name) : devices;
        }
    }

    private final Map<Place, Known> known = new TreeMap<>();
    /** Newest first. */
    private final Deque<Alarm> alarms = new ArrayDeque<>();

    /** What is news in a device's report of all its parts. */
    List<Hardware> news(String device, List<Hardware> report) {
        var told = report.stream().collect(Collectors.toMap(Place::of, Function.identity()));
        var news = new ArrayList<Hardware>();
        report.stream().filter(this::isNews).forEach(news::add);
        of(device).stream()
                .filter(old -> !told.containsKey(Place.of(old)))
                .map(old -> old.became(Condition.REMOVED, null))
                .forEach(news::add);
        return news;
    }

    private boolean isNews(Hardware hardware) {
        var before = known.get(Place.of(hardware));
        return before == null || !before.now().equals(hardware);
    }

    /** What becomes of the parts of a device that is silent. */
    List<Hardware> silenced(String device) {
        return of(device).stream()
                .filter(part -> part.condition() != Condition.GONE)
                .map(part -> part.became(Condition.GONE, SILENT))
                .toList();
    }

    private List<Hardware> of(String device) {
        return known.values().stream()
                .map(Known::now)
                .filter(part -> part.device().equals(device))
                .toList();
    }

    void changed(Hardware hardware, Instant at) {
        var place = Place.of(hardware);
        var before = hardware.condition() == Condition.REMOVED
                ? known.remove(place)
                : known.put(place, new Known(hardware, at));
        if (before != null && before.now().condition() == hardware.condition()) return;
        clearAlarm(place, at);
        if (hardware.condition().alarms()) raise(new Alarm(hardware, at, null));
    }

    private void raise(Alarm alarm) {
        alarms.addFirst(alarm);
        if (alarms.size() > REMEMBERED_ALARMS) alarms.removeLast();
    }

    private void clearAlarm(Place place, Instant at) {
        var after = alarms.stream()
                .map(alarm ->
                        alarm.cleared() == null && Place.of(alarm.hardware()).equals(place)
                                ? new Alarm(alarm.hardware(), alarm.raised(), at)
                                : alarm)
                .toList();
        alarms.clear();
        alarms.addAll(after);
    }

    /** By device and name. */
    List<Known> all() {
        return List.copyOf(known.values());
    }

    /** Newest first. */
    List<Alarm> alarms() {
        return List.copyOf(alarms);
    }
}
