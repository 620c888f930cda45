// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final String ROOT = "io.activedefense.contracts";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theRulesLookAtSomething() {
        for (String name : new String[] {"address", "event", "settings", "detection", "blacklist", "status", "kafka"}) {
            assertThat(CLASSES.containPackage(ROOT + "." + name)).as(name).isTrue();
        }
    }

    @Test
    void addressesDependOnNothingOfOurs() {
        classes()
                .that()
                .resideInAPackage("..contracts.address..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..contracts.address..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void eventsDependOnAddressesOnly() {
        classes()
                .that()
                .resideInAPackage("..contracts.event..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..contracts.event..", "..contracts.address..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void onlyTheTopicsKnowKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..contracts.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "..contracts.kafka..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingAsksForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }
}
