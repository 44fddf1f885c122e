package vn.luot.hub.planning;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Objection;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.Text;

/** What the hall has against a plan, in words for whoever wants it: what is in the way, and what to do about it. */
final class Objections {
    private final Plan present;
    private final Plan next;

    private Objections(Plan present, Plan next) {
        this.present = present;
        this.next = next;
    }

    static Failure failure(List<Objection> objections, Plan present, Plan next) {
        var words = new Objections(present, next);
        return new Failure(
                        409,
                        "PLAN_IN_USE",
                        "Chưa đổi được kế hoạch vì hôm nay còn người cần những phần bị bỏ. Hãy làm theo từng dòng, hoặc đổi sau khi đóng ngày làm việc.",
                        "The plan cannot change yet: today people still need what would go. Do as each line says, or change it after the day is closed.")
                .with(objections.stream().map(words::fault).toList());
    }

    private Problem.Fault fault(Objection objection) {
        var service = objection.service();
        var counter = objection.counter();
        var count = objection.count();
        return switch (objection.matter()) {
            case SERVICE_AWAITED ->
                new Problem.Fault(
                        "fields",
                        "«" + name(service).vi() + "» còn " + count
                                + " người chờ hoặc đang làm: hãy phục vụ xong hoặc chuyển họ trước khi bỏ dịch vụ này",
                        "\"" + name(service).en() + "\" still has " + count
                                + " visitors: serve or transfer them before it goes");
            case COUNTER_OCCUPIED ->
                new Problem.Fault(
                        "counters",
                        "quầy " + counter + " đang có cán bộ ngồi: hãy đóng quầy trước khi bỏ",
                        "a clerk sits at counter " + counter + ": close it before it goes");
            case COUNTER_AWAITED ->
                new Problem.Fault(
                        "counters",
                        "còn " + count + " người chờ riêng quầy " + counter + ": hãy chuyển họ trước khi bỏ quầy",
                        count + " visitors wait for counter " + counter + " alone: transfer them before it goes");
            case NUMBERS_MOVED ->
                new Problem.Fault(
                        pathOf(service) + ".prefix",
                        "hôm nay dịch vụ này đã cấp số theo dải cũ: trong ngày chỉ được nới rộng dải số",
                        "this service gave numbers of its old range today: within a day the range may only grow");
            case NUMBERS_TAKEN ->
                new Problem.Fault(
                        pathOf(service) + ".prefix",
                        "dải này có " + count + " số mà dịch vụ khác đã cấp hôm nay: hãy chọn dải khác",
                        "this range has " + count + " numbers that another service gave today: choose another range");
        };
    }

    private Text name(String service) {
        return present.service(service).map(Plan.Service::name).orElse(new Text(service, service));
    }

    /** Where the service stands in the plan that is wanted; the list when it would be gone. */
    private String pathOf(String service) {
        return IntStream.range(0, next.fields().size())
                .boxed()
                .flatMap(field -> pathsIn(field, service))
                .findFirst()
                .orElse("fields");
    }

    private Stream<String> pathsIn(int field, String service) {
        var services = next.fields().get(field).services();
        return IntStream.range(0, services.size())
                .filter(at -> services.get(at).id().equals(service))
                .mapToObj(at -> "fields[" + field + "].services[" + at + "]");
    }
}
