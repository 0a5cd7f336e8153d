package dev.linchpin.access;

import dev.linchpin.platform.Audit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Signing in with e-mail address and password.
@Component
public class SignIn {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Brake brake;
  private final Audit audit;

  SignIn(Accounts accounts, Passwords passwords, Brake brake, Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.brake = brake;
    this.audit = audit;
  }

  /// What came of a try.
  public sealed interface Result {
    record Right(Account account) implements Result {}

    /// Unknown account, wrong password, disabled account: told alike.
    record Wrong() implements Result {}

    record TooOften(Duration pause) implements Result {}
  }

  /// @param address where the try comes from
  public Result attempt(String email, String password, String address) {
    Result result = check(email, password, address);
    if (result instanceof Result.Right(Account account)) {
      audit.add(account.name(), "signed in", "account " + account.email(), "from " + address);
    }
    return result;
  }

  /// Whether this is the password of somebody who is signed in, before it may be changed.
  public Result confirm(Who who, String password, String address) {
    return check(who.email(), password, address);
  }

  private Result check(String email, String password, String address) {
    var one = new Brake.Try("sign-in", email.strip().toLowerCase(Locale.ROOT), address);
    Optional<Duration> wait = brake.count(one);
    if (wait.isPresent()) {
      return new Result.TooOften(wait.get());
    }
    Optional<Account> known = parse(email).flatMap(accounts::withEmail);
    String hash = known.map(Account::id).flatMap(accounts::passwordHash).orElse(null);
    boolean right = passwords.match(password, hash);
    if (right && known.isPresent() && known.get().enabled()) {
      brake.release(one);
      return new Result.Right(known.get());
    }
    return wrong(known, address);
  }

  private Result wrong(Optional<Account> known, String address) {
    // What was typed is not written down where it names nobody: it may be a password.
    String ref = known.map(account -> "account " + account.email()).orElse("an unknown account");
    audit.add("somebody", "was refused at sign-in", ref, "from " + address);
    return new Result.Wrong();
  }

  private static Optional<Email> parse(String email) {
    try {
      return Optional.of(new Email(email));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
