// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final JavaClasses RULES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.activedefense.rules");

    @Test
    void rulesKnowNothingButTheContractsAndTheLanguage() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.activedefense.rules..",
                        "io.activedefense.contracts..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "org.jspecify..")
                .check(RULES);
    }

    @Test
    void rulesHaveNoClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(RULES);
    }

    @Test
    void windowsAndAddressesDoNotKnowTheRules() {
        noClasses()
                .that()
                .resideInAnyPackage("io.activedefense.rules.window", "io.activedefense.rules.address")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.activedefense.rules")
                .check(RULES);
    }
}
