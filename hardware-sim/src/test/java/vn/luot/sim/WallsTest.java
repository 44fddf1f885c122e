package vn.luot.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house: who may see whom. This module sees everybody, so it holds them. */
@AnalyzeClasses(packages = "vn.luot", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule theQueueIsPure = classes()
            .that()
            .resideInAPackage("vn.luot.hub.queue..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "java.util..", "java.time..", "vn.luot.hub.queue..");

    @ArchTest
    static final ArchRule theQueueReadsNoClockAndThrowsNoDice = noClasses()
            .that()
            .resideInAPackage("vn.luot.hub.queue..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.random..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule onlyTheSimulatorSeesTheHub = noClasses()
            .that()
            .resideOutsideOfPackages("vn.luot.hub..", "vn.luot.sim..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.luot.hub..");

    @ArchTest
    static final ArchRule nobodySeesTheSimulator = noClasses()
            .that()
            .resideOutsideOfPackage("vn.luot.sim..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.luot.sim..");

    @ArchTest
    static final ArchRule theHubSeesNoAgent = noClasses()
            .that()
            .resideInAPackage("vn.luot.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.luot.kiosk..", "vn.luot.board..");

    @ArchTest
    static final ArchRule agentsDoNotSeeEachOther =
            slices().matching("vn.luot.(kiosk|board)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theProtocolSeesNobody = noClasses()
            .that()
            .resideInAPackage("vn.luot.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.luot.hub..", "vn.luot.kiosk..", "vn.luot.board..", "vn.luot.sim..");

    @ArchTest
    static final ArchRule fewRoomsOfTheHubSeeItsDatabase = noClasses()
            .that()
            .resideInAPackage("vn.luot.hub..")
            .and()
            .resideOutsideOfPackages(
                    "vn.luot.hub.desk..",
                    "vn.luot.hub.settings..",
                    "vn.luot.hub.access..",
                    "vn.luot.hub.report..",
                    "vn.luot.hub.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb..");

    @ArchTest
    static final ArchRule roomsOfTheHubHaveNoCycles =
            slices().matching("vn.luot.hub.(*)..").should().beFreeOfCycles();
}
