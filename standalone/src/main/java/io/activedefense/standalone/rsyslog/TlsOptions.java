// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.rsyslog;

import static io.activedefense.standalone.rsyslog.ConfigTemplate.harmless;

import io.activedefense.standalone.data.CannotStartException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How lines are received encrypted. */
final class TlsOptions {
    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Receive encrypted as well, with this certificate (PEM); needs --tls-key")
    private @Nullable String certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key (PEM)")
    private @Nullable String key;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Take lines only from firewalls with a certificate that this one has signed (PEM)")
    private @Nullable String authority;

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            defaultValue = "6514",
            description = "Port for encrypted lines; default: ${DEFAULT-VALUE}")
    private int port;

    /** What rsyslog is told of it; nothing where no certificate was named. */
    String config(String address) {
        if (certificate == null && key == null && authority == null) {
            return "";
        }
        if (certificate == null || key == null) {
            throw new CannotStartException("--tls-cert and --tls-key must be named together");
        }
        var values = new HashMap<String, String>();
        values.put("address", address);
        values.put("tls-port", RsyslogConfigCommand.port("--tls-port", port));
        values.put("tls-cert", harmless("--tls-cert", certificate));
        values.put("tls-key", harmless("--tls-key", key));
        values.putAll(authentication());
        return ConfigTemplate.named("rsyslog-tls.conf").filled(values);
    }

    private Map<String, String> authentication() {
        return authority == null
                ? Map.of("tls-auth", "anon", "tls-ca", "")
                : Map.of(
                        "tls-auth",
                        "x509/certvalid",
                        "tls-ca",
                        "\n      streamDriver.CAFile=\"" + harmless("--tls-ca", authority) + "\"");
    }
}
