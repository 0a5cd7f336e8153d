package dev.linchpin.access;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/// Accounts for tests that say `@LinchpinTest`: `TestAccounts.in(context).signedIn(Role.SME)`.
public final class TestAccounts {
  public static final String PASSWORD = "seven boats on a pond";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApplicationContext context;

  private TestAccounts(ApplicationContext context) {
    this.context = context;
  }

  public static TestAccounts in(ApplicationContext context) {
    return new TestAccounts(context);
  }

  /// A new account with a password.
  public Who account(Role... roles) {
    Accounts accounts = context.getBean(Accounts.class);
    int number = COUNT.incrementAndGet();
    var email = new Email("test" + number + "@example.org");
    AccountId id = accounts.add("Test " + number, email, Set.of(roles)).orElseThrow();
    accounts.setPasswordHash(id, context.getBean(Passwords.class).hash(PASSWORD));
    return accounts.find(id).orElseThrow().who();
  }

  /// A browser in which nobody is signed in.
  public Browser anonymous() {
    return new Browser(home());
  }

  /// A browser in which a new account is signed in.
  public Browser signedIn(Role... roles) {
    return signedIn(account(roles));
  }

  public Browser signedIn(Who who) {
    return anonymous().signIn(who.email(), PASSWORD);
  }

  /// An API token that nobody's account stands behind.
  public String token(Role role) {
    return context.getBean(Tokens.class).create("test", role, Duration.ofDays(1), "a test");
  }

  /// Address of the running application.
  public URI home() {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }
}
