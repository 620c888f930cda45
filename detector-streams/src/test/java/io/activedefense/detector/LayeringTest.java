// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final JavaClasses DETECTOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.activedefense.detector");

    @Test
    void whatDecidesIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.activedefense.detector.source",
                        "io.activedefense.detector.clock",
                        "io.activedefense.detector.listed",
                        "io.activedefense.detector.settings")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "io.micronaut..", "io.micrometer..", "java.io..", "java.nio..")
                .check(DETECTOR);
    }

    @Test
    void onlyTheWiringKnowsMicronaut() {
        noClasses()
                .that()
                .resideInAPackage("io.activedefense.detector.topology")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..")
                .check(DETECTOR);
    }

    @Test
    void noApplicationImportsAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.activedefense.ingest..", "io.activedefense.blacklist..", "io.activedefense.standalone..")
                .check(DETECTOR);
    }
}
