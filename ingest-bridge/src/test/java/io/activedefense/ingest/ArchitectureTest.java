// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses BRIDGE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.activedefense.ingest");

    @Test
    void followingFilesKnowsNoKafkaAndNoFramework() {
        classes()
                .that()
                .resideInAnyPackage("..ingest.tail..", "..ingest.checkpoint..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.fasterxml.jackson..",
                        "io.activedefense.contracts.event..",
                        "io.activedefense.contracts.json..",
                        "io.activedefense.contracts.settings..",
                        "io.activedefense.ingest.tail..",
                        "io.activedefense.ingest.checkpoint..")
                .check(BRIDGE);
    }

    @Test
    void onlyPublishingAndWiringKnowKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..ingest.tail..", "..ingest.checkpoint..", "..ingest.device..", "..ingest.telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(BRIDGE);
    }

    @Test
    void onlyWiringAndSettingsKnowMicronaut() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..ingest.tail..",
                        "..ingest.checkpoint..",
                        "..ingest.device..",
                        "..ingest.decision..",
                        "..ingest.publish..",
                        "..ingest.telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(BRIDGE);
    }

    @Test
    void timeIsPassedIn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..ingest.tail..", "..ingest.checkpoint..", "..ingest.device..", "..ingest.publish..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(BRIDGE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.activedefense.ingest.(*)..")
                .should()
                .beFreeOfCycles()
                .check(BRIDGE);
    }
}
