package vn.luot.sim.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A receipt printer that speaks ESC/POS. While something is wrong with it, it keeps what it is sent and prints it once it is
 * mended, as real printers do, though the driver may have given up.
 */
public final class SimPrinter implements Device {
    private static final int TICKETS_KEPT = 50;
    private static final int FAULTS_KEPT = 100;
    private static final int DLE = 0x10, EOT = 4, ENQ = 5;

    /** DLE DC4 8. */
    private static final byte[] CLEAR_BUFFERS = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

    private final PrinterModel model;
    private final EscPosFrames frames = new EscPosFrames();
    private final Deque<byte[]> buffer = new ArrayDeque<>();
    private final Set<PrinterFault> faults = EnumSet.noneOf(PrinterFault.class);
    private final Deque<String> misunderstood = new ArrayDeque<>();
    private final Deque<PrintedTicket> tickets = new ArrayDeque<>();
    private final GraphicsMemory memory = new GraphicsMemory();
    private final PrintHead head;

    private PrinterMouth mouth = new PrinterMouth(answer -> {});
    private Consumer<PrintedTicket> onTicket = ticket -> {};
    private int before, beforeThat, clearing;
    private boolean pausedMidway;
    private boolean autoStatus;
    private long bytes;
    private int printed;

    public SimPrinter() {
        this(PrinterModel.EPSON);
    }

    public SimPrinter(PrinterModel model) {
        this.model = model;
        head = new PrintHead(model, this::misunderstand);
    }

    @Override
    public synchronized void connect(Consumer<byte[]> answers) {
        mouth = new PrinterMouth(answers);
    }

    /** Whom to tell of each ticket that was cut off; told by the thread of the line or of who mended the printer. */
    public synchronized void onTicket(Consumer<PrintedTicket> listener) {
        onTicket = listener;
    }

    /** The last tickets, oldest first. */
    public synchronized List<PrintedTicket> tickets() {
        return List.copyOf(tickets);
    }

    /** Bytes that meant nothing to it, such as "unknown command 1B 7A", oldest first: mistakes of the driver. */
    public synchronized List<String> misunderstood() {
        return List.copyOf(misunderstood);
    }

    public synchronized Set<PrinterFault> faults() {
        return Set.copyOf(faults);
    }

    /** All that can be wrong with it. */
    public List<FaultSwitch> switches() {
        return Stream.of(PrinterFault.values())
                .map(fault -> new FaultSwitch(fault.name(), () -> faults().contains(fault), on -> set(fault, on)))
                .toList();
    }

    /** How often its memory for pictures was written, which wears out. */
    public synchronized int memoryWrites() {
        return memory.writes();
    }

    /** Breaks it, or mends it; once nothing stops it, it prints what it has kept. */
    public synchronized void set(PrinterFault fault, boolean present) {
        if (present) faults.add(fault);
        else faults.remove(fault);
        if (fault == PrinterFault.POWER_OFF && present) losePower();
        if (autoStatus) say(autoStatus());
        print();
    }

    private void losePower() {
        forgetBuffers();
        autoStatus = false;
    }

    @Override
    public synchronized void receive(byte[] received) {
        if (has(PrinterFault.POWER_OFF)) return;
        for (var b : received) {
            if (clearsBuffers(b)) clearBuffers();
            else if (beforeThat == DLE && before == ENQ && b == 2 && endsError()) forgetBuffers();
            else queue(b);
            if (beforeThat == DLE && before == EOT) answerAtOnce(b);
            beforeThat = before;
            before = b;
        }
        print();
    }

    /** Heard even in the middle of a picture. */
    private boolean clearsBuffers(byte b) {
        clearing = b == CLEAR_BUFFERS[clearing] ? clearing + 1 : b == CLEAR_BUFFERS[0] ? 1 : 0;
        if (clearing < CLEAR_BUFFERS.length) return false;
        clearing = 0;
        return model.can(PrinterModel.Ability.CLEARS_BUFFERS);
    }

    private void clearBuffers() {
        forgetBuffers();
        say(new byte[] {0x37, 0x25, 0});
    }

    @Override
    public synchronized void silence() {
        pausedMidway = frames.midway();
    }

    private void queue(byte b) {
        frames.next(b).ifPresent(frame -> {
            pausedMidway = false;
            if (frame[0] != DLE) buffer.add(frame);
            else if (!realTime(frame)) misunderstand("unknown command " + PrintHead.hex(frame));
        });
    }

    /** Carried out when it arrived, before what waits in the buffer. */
    private static boolean realTime(byte[] frame) {
        return frame[1] == EOT ? frame[2] >= 1 && frame[2] <= 4 : frame[1] == ENQ && frame[2] == 2;
    }

    /**
     * Whether DLE ENQ 2 does anything: it ends an error. Without one, models that know the better command ignore it; and in the
     * stream of a picture the same three bytes may be dots.
     */
    private boolean endsError() {
        var isHeard = !frames.midway() || pausedMidway || stopped();
        return isHeard
                && (faults.stream().anyMatch(PrinterFault::isError) || !model.can(PrinterModel.Ability.CLEARS_BUFFERS));
    }

    private void forgetBuffers() {
        buffer.clear();
        frames.reset();
        head.clear();
        pausedMidway = false;
    }

    private boolean stopped() {
        return faults.stream().anyMatch(PrinterFault::stopsPrinting);
    }

    private void print() {
        while (!stopped() && !buffer.isEmpty()) execute(buffer.remove());
    }

    private void execute(byte[] c) {
        if (starts(c, 0x1D, 'r')) {
            tearOff();
            if (!has(PrinterFault.NO_COMPLETION)) say(new byte[] {paperStatus()});
        } else if (starts(c, 0x1D, 'a') && model.can(PrinterModel.Ability.AUTOMATIC_STATUS)) {
            autoStatus = c[2] != 0;
            if (autoStatus) say(autoStatus());
        } else if (starts(c, 0x1D, '(', 'H') && model.can(PrinterModel.Ability.PROCESS_ID)) {
            confirm(c);
        } else if (starts(c, 0x1D, '(', 'L') && model.can(PrinterModel.Ability.NV_GRAPHICS)) {
            graphics(c);
        } else {
            bytes += c.length;
            if (starts(c, 0x1D, 'V') && model.can(PrinterModel.Ability.KNIFE)) cut(c);
            else head.execute(c);
        }
    }

    private static boolean starts(byte[] command, int... bytes) {
        if (command.length < bytes.length) return false;
        for (var i = 0; i < bytes.length; i++) if (command[i] != bytes[i]) return false;
        return true;
    }

    private void cut(byte[] c) {
        if (c.length == 4) head.execute(new byte[] {0x1B, 'J', c[3]});
        handOut();
    }

    /** Without a knife the visitor tears the paper off, when it has come out and the printer is asked whether it has. */
    private void tearOff() {
        if (!model.can(PrinterModel.Ability.KNIFE) && !head.blank()) handOut();
    }

    /** A piece without a line on it is swept up: it is nobody's. */
    private void handOut() {
        var picture = head.cut();
        var lines = head.takeLines();
        var length = bytes;
        bytes = 0;
        if (lines.isEmpty()) return;
        var ticket = new PrintedTicket(++printed, picture, lines, length);
        tickets.add(ticket);
        if (tickets.size() > TICKETS_KEPT) tickets.remove();
        onTicket.accept(ticket);
    }

    /** {@code GS ( H}: everything before it is on paper. */
    private void confirm(byte[] c) {
        if (c.length != 11 || c[5] != 0x30 || c[6] != 0x30) {
            misunderstand("GS ( H that is not function 48");
            return;
        }
        if (!has(PrinterFault.NO_COMPLETION)) say(new byte[] {0x37, 0x22, c[7], c[8], c[9], c[10], 0});
    }

    /** {@code GS ( L}: pictures in the printer's memory. */
    private void graphics(byte[] c) {
        if (c.length == 9 && c[6] == '@' && c[7] == 'K' && c[8] == 'C') {
            say(memory.keyList());
        } else if (c.length > 6 && c[6] == 'E') {
            bytes += c.length;
            memory.named(c).ifPresentOrElse(head::print, () -> misunderstand("no such picture " + PrintHead.hex(c)));
        } else if (c.length < 7 || !memory.write(c)) {
            misunderstand("unknown command " + PrintHead.hex(c));
        }
    }

    private void answerAtOnce(byte question) {
        switch (question) {
            case 1 -> answerStatus(bit(0x04, true) | bit(0x08, stopped()));
            case 2 ->
                answerStatus(bit(0x04, has(PrinterFault.COVER_OPEN))
                        | bit(0x20, has(PrinterFault.PAPER_OUT))
                        | bit(0x40, errors() != 0));
            case 3 -> answerStatus(errors());
            case 4 -> answerStatus(bit(0x0C, paperLow()) | bit(0x60, has(PrinterFault.PAPER_OUT)));
            default -> {} // Dots of a picture; as a command it is reported when its frame is complete.
        }
    }

    private void answerStatus(int bits) {
        say(new byte[] {(byte) (0x12 | bits)});
    }

    private byte[] autoStatus() {
        return new byte[] {
            (byte) (0x10 | bit(0x08, stopped()) | bit(0x20, has(PrinterFault.COVER_OPEN))),
            (byte) errors(),
            paperStatus(),
            0
        };
    }

    private int errors() {
        return bit(0x08, has(PrinterFault.CUTTER_JAMMED))
                | bit(0x04, has(PrinterFault.PAPER_JAMMED))
                | bit(0x40, has(PrinterFault.HEAD_HOT));
    }

    private byte paperStatus() {
        return (byte) (bit(0x03, paperLow()) | bit(0x0C, has(PrinterFault.PAPER_OUT)));
    }

    private boolean paperLow() {
        return has(PrinterFault.PAPER_LOW) || has(PrinterFault.PAPER_OUT);
    }

    private boolean has(PrinterFault fault) {
        return faults.contains(fault);
    }

    private static int bit(int bits, boolean set) {
        return set ? bits : 0;
    }

    private void say(byte[] answer) {
        mouth.say(answer, faults);
    }

    private void misunderstand(String what) {
        misunderstood.add(what);
        if (misunderstood.size() > FAULTS_KEPT) misunderstood.remove();
    }
}
