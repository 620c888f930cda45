// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static io.activedefense.contracts.settings.InvalidSettingException.inRange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole settings document. A field that is left out takes its default.
 *
 * @param version counts the changes, from 1
 * @param on whether the detector works; off, logs wait in Kafka
 * @param resetEpoch counts the resets: at a new one the detector restarts with empty windows
 * @param portScan rule {@code port-scan}
 * @param ipScan rule {@code ip-scan}
 * @param vulnerability rule {@code vulnerability}
 * @param holdAnswers whether what looks like answers to queries is left to an operator: a crossing of rules 1 and 2 whose
 *     events all come from one well-known port and go to ports above 1023
 * @param ipv6SourcePrefix IPv6 sources are grouped by this prefix: 64 or 128
 * @param ownNetworks the operator's own: never listed, and where given the only destinations that rules 1 and 2 count
 * @param allowlist never listed
 * @param blockWindowDays an entry that is not seen for so long is released, 1 to 730
 * @param logRetentionDays log records are kept for so long, 1 to 730
 * @param devices how devices are taken in and watched
 * @param guards when many changes at once are an operator's business
 */
public record DefenseSettings(
        long version,
        boolean on,
        int resetEpoch,
        DistinctCountSettings portScan,
        DistinctCountSettings ipScan,
        VulnerabilitySettings vulnerability,
        boolean holdAnswers,
        int ipv6SourcePrefix,
        List<Network> ownNetworks,
        List<Network> allowlist,
        int blockWindowDays,
        int logRetentionDays,
        DeviceSettings devices,
        GuardSettings guards) {

    public static final int MOST_NETWORKS = 10_000;

    public static final DefenseSettings DEFAULTS = new DefenseSettings(
            1,
            true,
            0,
            DistinctCountSettings.DEFAULTS,
            DistinctCountSettings.DEFAULTS,
            VulnerabilitySettings.DEFAULTS,
            true,
            64,
            List.of(),
            List.of(),
            30,
            90,
            DeviceSettings.DEFAULTS,
            GuardSettings.DEFAULTS);

    public DefenseSettings {
        if (version < 1) {
            throw new InvalidSettingException("version", version, "1 or more");
        }
        if (resetEpoch < 0) {
            throw new InvalidSettingException("resetEpoch", resetEpoch, "0 or more");
        }
        if (ipv6SourcePrefix != 64 && ipv6SourcePrefix != 128) {
            throw new InvalidSettingException("ipv6SourcePrefix", ipv6SourcePrefix, "64 or 128");
        }
        inRange("blockWindowDays", blockWindowDays, 1, 730);
        inRange("logRetentionDays", logRetentionDays, 1, 730);
        inRange("ownNetworks (count)", ownNetworks.size(), 0, MOST_NETWORKS);
        inRange("allowlist (count)", allowlist.size(), 0, MOST_NETWORKS);
        ownNetworks = List.copyOf(ownNetworks);
        allowlist = List.copyOf(allowlist);
    }

    @JsonCreator
    static DefenseSettings withDefaults(
            @JsonProperty("version") @Nullable Long version,
            @JsonProperty("on") @Nullable Boolean on,
            @JsonProperty("resetEpoch") @Nullable Integer resetEpoch,
            @JsonProperty("portScan") @Nullable DistinctCountSettings portScan,
            @JsonProperty("ipScan") @Nullable DistinctCountSettings ipScan,
            @JsonProperty("vulnerability") @Nullable VulnerabilitySettings vulnerability,
            @JsonProperty("holdAnswers") @Nullable Boolean holdAnswers,
            @JsonProperty("ipv6SourcePrefix") @Nullable Integer ipv6SourcePrefix,
            @JsonProperty("ownNetworks") @Nullable List<Network> ownNetworks,
            @JsonProperty("allowlist") @Nullable List<Network> allowlist,
            @JsonProperty("blockWindowDays") @Nullable Integer blockWindowDays,
            @JsonProperty("logRetentionDays") @Nullable Integer logRetentionDays,
            @JsonProperty("devices") @Nullable DeviceSettings devices,
            @JsonProperty("guards") @Nullable GuardSettings guards) {
        return new DefenseSettings(
                or(version, DEFAULTS.version),
                or(on, DEFAULTS.on),
                or(resetEpoch, DEFAULTS.resetEpoch),
                or(portScan, DEFAULTS.portScan),
                or(ipScan, DEFAULTS.ipScan),
                or(vulnerability, DEFAULTS.vulnerability),
                or(holdAnswers, DEFAULTS.holdAnswers),
                or(ipv6SourcePrefix, DEFAULTS.ipv6SourcePrefix),
                or(ownNetworks, DEFAULTS.ownNetworks),
                or(allowlist, DEFAULTS.allowlist),
                or(blockWindowDays, DEFAULTS.blockWindowDays),
                or(logRetentionDays, DEFAULTS.logRetentionDays),
                or(devices, DEFAULTS.devices),
                or(guards, DEFAULTS.guards));
    }

    /** The same settings as the change that follows this one. */
    public DefenseSettings withVersion(long next) {
        return with(draft -> draft.version = next);
    }

    /** The same settings with the detector switched on or off. */
    public DefenseSettings withOn(boolean switchedOn) {
        return with(draft -> draft.on = switchedOn);
    }

    /** The same settings with the windows emptied once more. */
    public DefenseSettings withResetEpoch(int resets) {
        return with(draft -> draft.resetEpoch = resets);
    }

    /** The same settings with these rules. */
    public DefenseSettings withRules(
            DistinctCountSettings ports, DistinctCountSettings hosts, VulnerabilitySettings exploits) {
        return with(draft -> {
            draft.portScan = ports;
            draft.ipScan = hosts;
            draft.vulnerability = exploits;
        });
    }

    /** The same settings with other own networks. */
    public DefenseSettings withOwnNetworks(List<Network> networks) {
        return with(draft -> draft.ownNetworks = networks);
    }

    /** The same settings with another allowlist. */
    public DefenseSettings withAllowlist(List<Network> networks) {
        return with(draft -> draft.allowlist = networks);
    }

    /** The same settings with another block window, in days. */
    public DefenseSettings withBlockWindowDays(int days) {
        return with(draft -> draft.blockWindowDays = days);
    }

    @JsonIgnore
    public Duration blockWindow() {
        return Duration.ofDays(blockWindowDays);
    }

    static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private DefenseSettings with(Consumer<Draft> edit) {
        var draft = new Draft(this);
        edit.accept(draft);
        return draft.settings();
    }

    /** Settings being edited; they are checked when the edit is done. */
    private static final class Draft {
        private long version;
        private boolean on;
        private int resetEpoch;
        private DistinctCountSettings portScan;
        private DistinctCountSettings ipScan;
        private VulnerabilitySettings vulnerability;
        private boolean holdAnswers;
        private int ipv6SourcePrefix;
        private List<Network> ownNetworks;
        private List<Network> allowlist;
        private int blockWindowDays;
        private int logRetentionDays;
        private DeviceSettings devices;
        private GuardSettings guards;

        private Draft(DefenseSettings from) {
            this.version = from.version;
            this.on = from.on;
            this.resetEpoch = from.resetEpoch;
            this.portScan = from.portScan;
            this.ipScan = from.ipScan;
            this.vulnerability = from.vulnerability;
            this.holdAnswers = from.holdAnswers;
            this.ipv6SourcePrefix = from.ipv6SourcePrefix;
            this.ownNetworks = from.ownNetworks;
            this.allowlist = from.allowlist;
            this.blockWindowDays = from.blockWindowDays;
            this.logRetentionDays = from.logRetentionDays;
            this.devices = from.devices;
            this.guards = from.guards;
        }

        private DefenseSettings settings() {
            return new DefenseSettings(
                    version,
                    on,
                    resetEpoch,
                    portScan,
                    ipScan,
                    vulnerability,
                    holdAnswers,
                    ipv6SourcePrefix,
                    ownNetworks,
                    allowlist,
                    blockWindowDays,
                    logRetentionDays,
                    devices,
                    guards);
        }
    }
}
