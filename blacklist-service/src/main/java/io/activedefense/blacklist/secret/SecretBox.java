// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.blacklist.file.KeptText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts by AES-GCM, with a key in a file: who has the database but not the file reads nothing. What was sealed for one
 * purpose can't be opened for another, so rows can't be exchanged. The file is made when something is first sealed.
 */
public final class SecretBox {
    public static final String SETTING = "active-defense.blacklist-service.secret-key-file";

    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeptText keyFile;

    public SecretBox(Path keyFile) {
        this.keyFile = KeptText.secret(keyFile);
    }

    /**
     * Encrypts.
     *
     * @param purpose what it is for; to be named again when it is opened
     * @throws SecretKeyException if the key can't be read or made
     */
    public String seal(Secret secret, String purpose) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] encrypted = crypt(
                Cipher.ENCRYPT_MODE, key(true), nonce, purpose, secret.text().getBytes(UTF_8));
        byte[] all = ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                .put(VERSION)
                .put(nonce)
                .put(encrypted)
                .array();
        return Base64.getEncoder().encodeToString(all);
    }

    /**
     * Decrypts.
     *
     * @throws SecretKeyException if the key is away, or is not the one, or this was sealed for something else
     */
    public Secret open(String text, String purpose) {
        byte[] content = Base64.getDecoder().decode(text);
        if (content.length <= 1 + NONCE_BYTES || content[0] != VERSION) {
            throw new SecretKeyException("what is kept encrypted was written by another version");
        }
        byte[] nonce = Arrays.copyOfRange(content, 1, 1 + NONCE_BYTES);
        byte[] encrypted = Arrays.copyOfRange(content, 1 + NONCE_BYTES, content.length);
        return new Secret(new String(crypt(Cipher.DECRYPT_MODE, key(false), nonce, purpose, encrypted), UTF_8));
    }

    private byte[] crypt(int mode, SecretKey key, byte[] nonce, String purpose, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new SecretKeyException(
                    "what is kept encrypted was encrypted by another key than that of " + SETTING, e);
        }
    }

    private synchronized SecretKey key(boolean make) {
        try {
            return keyFile.read().map(this::read).orElseGet(() -> make ? made() : missing());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private SecretKey read(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw new SecretKeyException(notAKey(), e);
        }
        throw new SecretKeyException(notAKey());
    }

    private SecretKey made() {
        byte[] key = random(KEY_BYTES);
        try {
            keyFile.write(Base64.getEncoder().encodeToString(key) + "\n");
        } catch (IOException e) {
            throw unusable(e);
        }
        return new SecretKeySpec(key, "AES");
    }

    private SecretKey missing() {
        throw new SecretKeyException("the key that secrets were encrypted by is missing; it is to be in " + SETTING);
    }

    private SecretKeyException unusable(IOException e) {
        LOG.warn("the key file for secrets can't be read or made: file={} why={}", keyFile.file(), e.toString());
        return new SecretKeyException("the file of " + SETTING + " can't be read or made", e);
    }

    private static String notAKey() {
        return "the file of " + SETTING + " is not accepted; it must hold " + KEY_BYTES + " random bytes in Base64";
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
