package dev.linchpin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Who is signed in where. A session knows only the account's id: name, roles and whether the
/// account is enabled are looked up at each request, so that a change works at once.
@Component
public class Sessions {
  static final Duration AGE_MAX = Duration.ofDays(7);

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();
  private final CsrfTokenRepository csrf;
  private final JdbcClient sql;
  private final InstantSource clock;

  Sessions(CsrfTokenRepository csrf, JdbcClient sql, InstantSource clock) {
    this.csrf = csrf;
    this.sql = sql;
    this.clock = clock;
  }

  /// Signs in: always a new session with a new id and a new form token.
  public void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    leave(request);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication(account));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    csrf.saveToken(null, request, response);
  }

  /// Signs out here.
  public void end(HttpServletRequest request, HttpServletResponse response) {
    leave(request);
    SecurityContextHolder.clearContext();
    csrf.saveToken(null, request, response);
  }

  /// Signs out everywhere.
  public void endAll(AccountId account) {
    sql.sql("delete from access.spring_session where principal_name = :account")
        .param("account", account.toString())
        .update();
  }

  /// Whose session this is, while it is young enough.
  Optional<AccountId> account(HttpServletRequest request, @Nullable Authentication signed) {
    HttpSession session = signed == null ? null : request.getSession(false);
    if (session == null || signed == null) {
      return Optional.empty();
    }
    Instant began = Instant.ofEpochMilli(session.getCreationTime());
    return began.plus(AGE_MAX).isAfter(clock.instant())
        ? Optional.of(new AccountId(UUID.fromString(signed.getName())))
        : Optional.empty();
  }

  static Authentication authentication(AccountId account) {
    return UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of());
  }

  private static void leave(HttpServletRequest request) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
  }
}
