// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.rules.address.SpecialRanges;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Requests may go where the setting says: to every public address, to networks that it names, and never to this service,
 * its database and brokers, to loopback, link-local, multicast or metadata addresses.
 */
public final class AllowedNetworks implements Admission {
    public static final String SETTING = "active-defense.blacklist-service.egress.networks";

    private static final String PUBLIC = "public";
    private static final String ACCEPTED = "'public', or an address or prefix such as 10.1.2.0/24";

    private final boolean everyPublic;
    private final List<Cidr> networks;
    private final Supplier<Set<IpAddress>> ownServices;

    /**
     * As the setting has it.
     *
     * @param setting networks, or {@code public}; an empty list: requests go nowhere
     * @param ownServices where this service, its database and its brokers are
     * @throws InvalidSettingException if one is neither
     */
    public AllowedNetworks(List<String> setting, Supplier<Set<IpAddress>> ownServices) {
        this.everyPublic = setting.contains(PUBLIC);
        this.networks = setting.stream()
                .filter(word -> !word.isBlank() && !word.equals(PUBLIC))
                .map(AllowedNetworks::network)
                .toList();
        this.ownServices = ownServices;
    }

    @Override
    public Optional<String> refusal(IpAddress address) {
        Optional<String> forbidden = ForbiddenRanges.nameOf(address);
        if (forbidden.isPresent()) {
            return forbidden;
        }
        if (isOwn(address)) {
            return Optional.of("an address of this service, its database or its brokers");
        }
        if (networks.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        Optional<String> special = SpecialRanges.nameOf(address);
        return everyPublic && special.isEmpty()
                ? Optional.empty()
                : Optional.of(special.orElse("public") + ", and " + SETTING + " has no network with it");
    }

    private boolean isOwn(IpAddress address) {
        Set<IpAddress> own = ownServices.get();
        return own.contains(address) || own.contains(ForbiddenRanges.reachedBy(address));
    }

    private static Cidr network(String text) {
        try {
            return Cidr.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(SETTING, "'" + text + "'", ACCEPTED + "; " + e.getMessage());
        }
    }
}
