package dev.linchpin.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/*
 * A hash is computed in every case, so that an unknown account answers as slowly as a wrong
 * password. Each takes 19 MiB for some ten milliseconds: a few at a time are enough, and a crowd
 * of guessers cannot take the memory.
 */

/// Hashes passwords and compares them.
@Component
class Passwords {
  static final int LENGTH_MAX = 256;
  private static final int AT_ONCE_MAX = 4;

  private final PasswordEncoder encoder;
  private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);
  private final String nobodys;

  Passwords(PasswordEncoder encoder) {
    this.encoder = encoder;
    this.nobodys = hash("nobody's password");
  }

  final String hash(String password) {
    return inTurn(() -> String.valueOf(encoder.encode(password)));
  }

  /// Whether the password is the one behind the hash; no hash means no, after the same work.
  boolean match(String password, @Nullable String hash) {
    String tried = password.length() > LENGTH_MAX ? "" : password;
    boolean same = inTurn(() -> encoder.matches(tried, hash == null ? nobodys : hash));
    return same && hash != null && !tried.isEmpty();
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
