// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.blacklist.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By which a receiver knows that a body is ours and when it was sent, in the form of Standard Webhooks: HMAC-SHA256 over
 * id, seconds since 1970 and body. A secret that begins with {@code whsec_} is the Base64 of the key.
 */
final class Signature {
    static final String ENCODED = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(Secret secret, String id, long seconds, byte[] body) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + seconds + ".").getBytes(UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret.text()), ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * The key of a secret.
     *
     * @throws IllegalArgumentException if it says to be Base64 and is not
     */
    static byte[] key(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(UTF_8);
    }
}
