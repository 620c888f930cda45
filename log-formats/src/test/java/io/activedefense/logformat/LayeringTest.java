// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.activedefense.logformat");

    @Test
    void formatsKnowOnlyTheContractsAndPlainJava() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.activedefense.logformat..",
                        "io.activedefense.contracts.address..",
                        "io.activedefense.contracts.event..",
                        "java.lang..",
                        "java.nio",
                        "java.nio.charset",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")
                .check(OURS);
    }

    @Test
    void noFormatLooksAtAClock() {
        noClasses().should().callMethod(Instant.class, "now").check(OURS);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(OURS);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(OURS);
        noClasses().should().callMethod(System.class, "nanoTime").check(OURS);
    }
}
