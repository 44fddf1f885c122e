package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.luot.protocol.line.LineAddress;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrinterTest {
    private final BlockingQueue<PrinterState> states = new LinkedBlockingQueue<>();
    private PrinterStandIn device;
    private Printer printer;

    @BeforeEach
    void plugIn() throws IOException {
        device = new PrinterStandIn();
    }

    @AfterEach
    void unplug() throws IOException {
        printer.close();
        device.close();
    }

    @Test
    void printsWhenThePrinterSaysSoBeforeAndAfter() {
        open("generic-80mm");

        assertThat(print()).isEqualTo(new PrintOutcome.Printed());

        assertThat(device.papers()).hasSize(1);
        assertThat(device.papers().get(0)).contains("D012", "http://192.168.1.10:8080/t/", "08:15, 23/11/2026");
    }

    @Test
    void printsWithTheProofOfTheProcessId() {
        open("epson-tcvn3");

        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());

        assertThat(device.papers()).hasSize(2);
    }

    @Test
    void paperThatRunsLowStillPrints() {
        device.answering(0x16, 0x12, 0x12, 0x1E);
        open("generic-80mm");

        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
        assertThat(printer.state()).isEqualTo(PrinterState.PAPER_LOW);
    }

    @Test
    void sendsNothingToAPrinterWithoutPaper() {
        device.answering(0x1E, 0x32, 0x12, 0x72);
        open("generic-80mm");

        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(PrinterState.PAPER_OUT));

        assertThat(device.papers()).isEmpty();
    }

    @Test
    void sendsNothingToAPrinterThatDoesNotAnswer() {
        device.silent(true);
        open("generic-80mm");

        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(PrinterState.NOT_ANSWERING));
    }

    @Test
    void takesNoLateAnswerToOneQuestionForThatToAnother() throws InterruptedException {
        device.answering(0x16, 0x12, 0x12, 0x1E);
        device.slowOnce(2);
        open("generic-80mm");
        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.NOT_ANSWERING);

        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.PAPER_LOW);
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void believesThePrinterThatDoesNotAnswerWhatItWasAskedWhileItWasOff() throws InterruptedException {
        device.silent(true);
        open("generic-80mm");
        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.NOT_ANSWERING);

        device.silent(false);

        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.READY);
    }

    @Test
    void doesNotKnowWhatIsOnPaperWhenThePaperEndsInTheMiddle() {
        device.stopping();
        open("generic-80mm");

        var outcome = print();

        assertThat(outcome).isInstanceOf(PrintOutcome.Unknown.class);
        awaitCancel();
    }

    @Test
    void doesNotBelieveAnAnswerThatIsFollowedByAnError() {
        device.afterCutAnswering(0x1E, 0x52, 0x1A, 0x12);
        open("epson-tcvn3");

        assertThat(print()).isEqualTo(new PrintOutcome.Unknown(PrinterState.CUTTER));
    }

    @Test
    void doesNotWaitForEverForAPrinterThatNeverFinishes() {
        device.neverFinishing();
        open("generic-80mm");

        assertThat(print()).isEqualTo(new PrintOutcome.Unknown(PrinterState.NOT_CONFIRMING));
    }

    @Test
    void takesNoLateAnswerOfOneTicketForTheProofOfTheNext() {
        device.neverFinishing();
        open("generic-80mm");
        assertThat(print()).isInstanceOf(PrintOutcome.Unknown.class);

        var next = printer.print(Tickets.ticket("D013", Tickets.plan(), "vi"));
        awaitPapers(2);
        device.finishLate(1);

        assertThat(next.join()).isEqualTo(new PrintOutcome.Unknown(PrinterState.NOT_CONFIRMING));
    }

    @Test
    void takesNoAnswerToTheProgramBeforeForTheProofOfItsFirstTicket() {
        device.neverFinishing();
        open("generic-80mm");

        var first = printer.print(Tickets.ticket("D012", Tickets.plan(), "vi"));
        Await.until("it is asked behind its data", () -> device.questions() > 0);
        device.finishLate(2);

        assertThat(first.join()).isEqualTo(new PrintOutcome.Unknown(PrinterState.NOT_CONFIRMING));
    }

    @Test
    void takesNoProofOfTheProgramBeforeForItsOwn() {
        open("epson-tcvn3");
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
        printer.close();
        device.repeatingItsProofs();

        open("epson-tcvn3");

        assertThat(print()).isEqualTo(new PrintOutcome.Unknown(PrinterState.NOT_CONFIRMING));
    }

    @Test
    void provesTheNextTicketAfterTheLateAnswerCame() {
        device.neverFinishing();
        open("generic-80mm");
        assertThat(print()).isInstanceOf(PrintOutcome.Unknown.class);

        device.finishing();
        device.finishLate(1);

        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void provesTheNextTicketWhenTheLateAnswerNeverComes() {
        device.neverFinishing();
        open("generic-80mm");
        assertThat(print()).isInstanceOf(PrintOutcome.Unknown.class);

        device.finishing();

        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void isOutOfServiceAfterThreeFailuresInARow() {
        device.neverFinishing();
        open("generic-80mm");
        print();
        print();
        assertThat(printer.alarm()).isEmpty();

        print();

        assertThat(printer.state()).isEqualTo(PrinterState.OUT_OF_SERVICE);
        assertThat(printer.look().join()).isEqualTo(PrinterState.OUT_OF_SERVICE);
        assertThat(printer.alarm()).contains(new PrinterAlarm(3, PrinterState.NOT_CONFIRMING));
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(PrinterState.OUT_OF_SERVICE));
        assertThat(device.papers()).hasSize(3);
    }

    @Test
    void oneProvedTicketForgivesTwoFailures() {
        device.neverFinishing();
        open("generic-80mm");
        print();
        print();
        device.finishing();
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
        device.neverFinishing();
        print();
        print();

        assertThat(printer.state()).isEqualTo(PrinterState.READY);
    }

    @Test
    void servesAgainByItselfAfterAProvedTestPrint() {
        device.neverFinishing();
        open("generic-80mm");
        print();
        print();
        print();
        device.finishing();

        Await.until("it serves again", () -> printer.state() == PrinterState.READY);

        assertThat(printer.alarm()).isEmpty();
        assertThat(device.papers()).filteredOn(paper -> paper.contains("D012")).hasSize(3);
        assertThat(device.papers()).last().asString().contains("Printer check, not a turn");
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void aTestThatIsNotProvedBringsNothingBack() {
        device.stopping();
        open("generic-80mm");
        print();
        print();
        print();

        assertThat(printer.test().join()).isInstanceOf(PrintOutcome.Unknown.class);

        assertThat(printer.state()).isEqualTo(PrinterState.OUT_OF_SERVICE);
    }

    @Test
    void saysItsOwnTroubleFirstWhileOutOfService() throws InterruptedException {
        device.stopping();
        open("generic-80mm");
        print();
        print();
        print();

        device.answering(0x1E, 0x32, 0x12, 0x72);

        assertThat(printer.look().join()).isEqualTo(PrinterState.PAPER_OUT);
    }

    @Test
    void emptiesTheBuffersOfAPrinterThatCanAndWaitsForItsWord() {
        device.neverFinishing();
        open("epson-tcvn3");

        assertThat(print()).isInstanceOf(PrintOutcome.Unknown.class);

        Await.until("its buffers were emptied", () -> device.clears() > 0);
    }

    @Test
    void aTicketThatBreaksTheProgramDoesNotHoldUpTheNext() {
        open("generic-80mm");

        assertThat(printer.print(null)).succeedsWithin(60, TimeUnit.SECONDS).isInstanceOf(PrintOutcome.Unknown.class);
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void itsOwnEndIsNoFault() throws InterruptedException {
        device.neverFinishing();
        open("generic-80mm");
        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.READY);
        var outcome = printer.print(Tickets.ticket("D012", Tickets.plan(), "vi"));
        awaitPapers(1);

        printer.close();

        assertThat(outcome.join()).isEqualTo(new PrintOutcome.Unknown(PrinterState.GONE));
        assertThat(states).isEmpty();
    }

    @Test
    void isGoneWhenUnpluggedInTheMiddleOfATicket() throws IOException {
        device.neverFinishing();
        open("generic-80mm");
        var outcome = printer.print(Tickets.ticket("D012", Tickets.plan(), "vi"));
        awaitPapers(1);

        device.unplug();

        assertThat(outcome.join()).isInstanceOf(PrintOutcome.Unknown.class);
    }

    @Test
    void seesNewPaperWithoutBeingAsked() throws InterruptedException {
        device.answering(0x1E, 0x32, 0x12, 0x72);
        open("generic-80mm");
        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.PAPER_OUT);

        device.answering(0x16, 0x12, 0x12, 0x12);

        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.READY);
    }

    @Test
    void comesBackAfterItWasUnplugged() throws InterruptedException, IOException {
        open("generic-80mm");
        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.READY);

        device.unplug();

        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.GONE);
        assertThat(states.poll(60, TimeUnit.SECONDS)).isEqualTo(PrinterState.READY);
        assertThat(print()).isEqualTo(new PrintOutcome.Printed());
    }

    @Test
    void anAbsentPortIsGoneAndSaysWhy() {
        var absent = new LineAddress.Serial("/dev/there-is-no-such-port", 9600, 8, 'N', 1);
        printer = new Printer(absent, PrinterProfile.named("generic-80mm"), states::add).start();

        assertThat(printer.greeting().join()).isEqualTo(PrinterState.GONE);
        assertThat(printer.lineTrouble()).contains("/dev/there-is-no-such-port");
        assertThat(print()).isEqualTo(new PrintOutcome.NotPrinted(PrinterState.GONE));
    }

    @Test
    void everyStateHasWordsForBothPersonsInBothLanguages() {
        open("generic-80mm");

        assertThat(PrinterState.values()).allSatisfy(state -> {
            assertThat(state.forCitizen().vi())
                    .isNotBlank()
                    .isNotEqualTo(state.forCitizen().en());
            assertThat(state.forTechnician().vi())
                    .isNotBlank()
                    .isNotEqualTo(state.forTechnician().en());
        });
    }

    private void open(String profile) {
        printer = new Printer(device.address(), PrinterProfile.named(profile), states::add, Duration.ofMillis(100))
                .start();
        printer.greeting().join();
    }

    private PrintOutcome print() {
        return printer.print(Tickets.ticket("D012", Tickets.plan(), "vi")).join();
    }

    @Test
    void marksThePieceThatAProgramLeftThatEndedInTheMiddleOfATicket() {
        printer = new Printer(device.address(), PrinterProfile.named("generic-80mm"), states::add)
                .afterTornTicket()
                .start();
        printer.greeting().join();

        assertThat(print()).isEqualTo(new PrintOutcome.Printed());

        assertThat(device.papers()).hasSize(2);
        assertThat(device.papers().get(0)).contains("Not a ticket");
        assertThat(device.papers().get(1)).contains("D012").doesNotContain("Not a ticket");
    }

    @Test
    void saysAtItsEndWhetherATicketIsLeftInThePrinter() {
        open("generic-80mm");
        print();
        printer.close();
        assertThat(printer.leftWhole().join()).isTrue();

        device.neverFinishing();
        open("generic-80mm");
        print();
        printer.close();
        assertThat(printer.leftWhole().join()).isFalse();
    }

    private void awaitCancel() {
        Await.until("the printer is told to forget the ticket", () -> device.cancels() > 0);
    }

    private void awaitPapers(int number) {
        Await.until(number + " tickets are cut off", () -> device.papers().size() == number);
    }
}
