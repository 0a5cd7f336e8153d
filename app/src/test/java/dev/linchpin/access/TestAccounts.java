package dev.linchpin.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

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

  /// The session of somebody who just signed in, without the cost of a password: `linchpin=…`.
  public String sessionCookie(Who who) {
    @SuppressWarnings("unchecked")
    var sessions = (SessionRepository<Session>) context.getBean(SessionRepository.class);
    Session session = sessions.createSession();
    var signedIn = new SecurityContextImpl(Sessions.authentication(who.account()));
    session.setAttribute("SPRING_SECURITY_CONTEXT", signedIn);
    sessions.save(session);
    byte[] id = session.getId().getBytes(StandardCharsets.UTF_8);
    return "linchpin=" + Base64.getEncoder().encodeToString(id);
  }

  /// Opens the brake again, after a test that tried often.
  public void forgetTries() {
    context.getBean(JdbcClient.class).sql("delete from access.brake").update();
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
