package dev.linchpin.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Seals what only this installation may read, like the password of a mailbox, and signs what must
/// come back unchanged.
///
/// AES-256-GCM and HMAC-SHA-256. The key is the setting `linchpin.key`, else `secret.key` in the
/// home, made when it is first needed. Several nodes share one database, so they share the key.
@Component
public class Secrets {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final @Nullable String configured;
  private final Path file;
  private byte @Nullable [] key;

  @Autowired
  public Secrets(LinchpinSettings settings) {
    this(settings.key(), settings.data());
  }

  /// @param configured the key as text; null for one in a file of the home
  public Secrets(@Nullable String configured, Path home) {
    this.configured = configured;
    this.file = home.resolve("secret.key");
  }

  public byte[] seal(String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What was sealed; empty when it was sealed with another key, or changed since.
  public Optional<String> open(byte[] sealed) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES));
      byte[] secret = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      return Optional.empty();
    }
  }

  /// 256 bits that only this installation can work out.
  ///
  /// @param purpose keeps signatures for one thing from being good for another
  public byte[] sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derived(purpose), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var spec = new GCMParameterSpec(TAG_BITS, nonce);
    cipher.init(mode, new SecretKeySpec(derived("seal"), "AES"), spec);
    return cipher;
  }

  private byte[] derived(String purpose) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key(), "HmacSHA256"));
    return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized byte[] key() throws GeneralSecurityException {
    if (key == null) {
      key =
          configured == null
              ? fromFile()
              : MessageDigest.getInstance("SHA-256")
                  .digest(configured.getBytes(StandardCharsets.UTF_8));
    }
    return key;
  }

  private byte[] fromFile() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make() throws IOException {
    byte[] fresh = new byte[KEY_BYTES];
    random.nextBytes(fresh);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.write(file, fresh, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException another) { // made it at the same moment
      return;
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
