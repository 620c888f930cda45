// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.CountedActions;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.DistinctCountSettings;
import io.activedefense.contracts.settings.Network;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.contracts.settings.VulnerabilitySettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The settings of the rules as options. */
final class ReplayOptions {
    @Option(
            names = "--ports",
            paramLabel = "N",
            defaultValue = "10",
            converter = Threshold.class,
            description = "A port scan is more than N ports of one host (default: ${DEFAULT-VALUE}).")
    private int ports;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "10",
            converter = Threshold.class,
            description = "An IP scan is more than N hosts at one port (default: ${DEFAULT-VALUE}).")
    private int hosts;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "10",
            converter = Minutes.class,
            description = "Both within M minutes; 0 turns them off (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            defaultValue = "critical",
            converter = SeverityLevel.class,
            description = "Least severity of an exploit attempt: critical, high or off (default: ${DEFAULT-VALUE}).")
    private int level;

    @Option(
            names = "--own",
            paramLabel = "CIDR",
            converter = Prefix.class,
            description = "A network of your own; if given, only what goes to one counts as a scan. Repeatable.")
    private List<Cidr> own = new ArrayList<>();

    @Option(
            names = "--allow",
            paramLabel = "CIDR",
            converter = Prefix.class,
            description = "A network that is never suspicious. Repeatable.")
    private List<Cidr> allowed = new ArrayList<>();

    DefenseSettings settings() {
        var defaults = DefenseSettings.DEFAULTS;
        return defaults.withRules(
                        new DistinctCountSettings(RuleMode.ENFORCE, ports, minutes, CountedActions.ALL),
                        new DistinctCountSettings(RuleMode.ENFORCE, hosts, minutes, CountedActions.ALL),
                        new VulnerabilitySettings(
                                RuleMode.ENFORCE,
                                level,
                                defaults.vulnerability().subtypes(),
                                CountedActions.ALL))
                .withOwnNetworks(networks(own))
                .withAllowlist(networks(allowed));
    }

    private static List<Network> networks(List<Cidr> prefixes) {
        return prefixes.stream().map(prefix -> new Network(prefix, null, null)).toList();
    }

    private static int numberIn(String value, int least, int most) {
        boolean number = value.matches("\\d{1,9}");
        if (!number || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw notAccepted(value, "a number in " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    private static TypeConversionException notAccepted(String value, String accepted) {
        return new TypeConversionException("'" + value + "' is not accepted; it must be " + accepted);
    }

    private static final class Threshold implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return numberIn(value, 1, 1_000);
        }
    }

    private static final class Minutes implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return numberIn(value, 0, 1_440);
        }
    }

    private static final class SeverityLevel implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return switch (value) {
                case "off" -> 0;
                case "critical" -> 1;
                case "high" -> 2;
                default -> throw notAccepted(value, "critical, high or off");
            };
        }
    }

    private static final class Prefix implements ITypeConverter<Cidr> {
        @Override
        public Cidr convert(String value) {
            try {
                return Cidr.parse(value);
            } catch (IllegalArgumentException e) {
                throw notAccepted(value, "an address or a prefix such as 192.0.2.0/24: " + e.getMessage());
            }
        }
    }
}
