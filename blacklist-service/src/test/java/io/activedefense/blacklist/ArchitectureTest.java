// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String OURS = "io.activedefense.blacklist";
    private static final String[] DOMAIN = {
        OURS + ".entry",
        OURS + ".settings",
        OURS + ".status",
        OURS + ".device",
        OURS + ".release",
        OURS + ".edl",
        OURS + ".alarm",
        OURS + ".review",
        OURS + ".exchange",
        OURS + ".feed",
        OURS + ".certificate",
        OURS + ".poller",
        OURS + ".archive",
        OURS + ".record",
        OURS + ".notification",
        OURS + ".egress",
        OURS + ".secret",
        OURS + ".file"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS);

    @Test
    void theDomainIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "jakarta..", "java.sql..", "javax.sql..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void onlyPostgresKnowsSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + ".postgres")
                .and()
                // It hands the data source over. Micronaut writes classes of the same name beside it.
                .haveNameNotMatching(".*\\.config\\..*PersistenceFactory.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheWallClockButTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OURS + ".config", OURS + ".web")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void thePackagesHaveNoCycles() {
        slices().matching(OURS + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void portsAreInterfacesOfTheDomain() {
        classes()
                .that()
                .haveNameMatching(
                        ".*\\.(Blacklist|ListedAddresses|Intake|Releases|SettingsStore|Devices|Feeds|Holds|Candidates|Pollers|ServiceStatus|Alarms|Troubles|ReviewQueue|Bursts|History|Retention|Archive|Days|Records|Recipients|Deliveries|MailServers|NotificationSettingsStore|Channel)")
                .should()
                .beInterfaces()
                .andShould()
                .resideInAnyPackage(DOMAIN)
                .check(CLASSES);
    }
}
