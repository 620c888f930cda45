// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** How a server may be called: names and addresses that its certificate is good for. */
public record ServerNames(SortedSet<String> hosts, SortedSet<IpAddress> addresses) {
    private static final int LONGEST = 253;
    private static final Pattern HOST = Pattern.compile(
            "(?:\\*\\.)?[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    public ServerNames {
        if (hosts.isEmpty() && addresses.isEmpty()) {
            throw new IllegalArgumentException("a server without a name");
        }
    }

    /**
     * Sorts names and addresses apart.
     *
     * @param field that says them, for the one who reads the error
     * @throws InvalidSettingException if one is neither
     */
    public static ServerNames of(String field, Collection<String> names) {
        var hosts = new TreeSet<String>();
        var addresses = new TreeSet<IpAddress>();
        for (String name : names) {
            String told = name.strip().toLowerCase(Locale.ROOT);
            address(told).ifPresentOrElse(addresses::add, () -> hosts.add(host(field, told)));
        }
        return new ServerNames(hosts, addresses);
    }

    private static Optional<IpAddress> address(String text) {
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String host(String field, String text) {
        if (text.length() > LONGEST || !HOST.matcher(text).matches()) {
            throw new InvalidSettingException(field, "'" + text + "'", "host names or IP addresses");
        }
        return text;
    }

    /** The one that the certificate is shown under: a host name, where there is another than localhost. */
    String first() {
        return Stream.concat(hosts.stream(), addresses.stream().map(IpAddress::toString))
                .filter(name -> !name.equals("localhost"))
                .findFirst()
                .orElse("localhost");
    }

    GeneralNames inCertificate() {
        return new GeneralNames(Stream.concat(
                        hosts.stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
                        addresses.stream().map(address -> new GeneralName(GeneralName.iPAddress, address.toString())))
                .toArray(GeneralName[]::new));
    }

    /** Whether a certificate is good for all of these. */
    boolean standIn(X509Certificate certificate) {
        List<String> certified = alternatives(certificate);
        return !certified.isEmpty() && of("subjectAlternativeName", certified).include(this);
    }

    private boolean include(ServerNames others) {
        return hosts.containsAll(others.hosts) && addresses.containsAll(others.addresses);
    }

    private static List<String> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return alternatives == null
                    ? List.of()
                    : alternatives.stream()
                            .map(alternative -> alternative.get(1))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
