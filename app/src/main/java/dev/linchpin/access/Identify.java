package dev.linchpin.access;

import dev.linchpin.web.shell.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who asks: by the API token in the header, else by the session.
class Identify extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Brake brake;

  Identify(Tokens tokens, Sessions sessions, Accounts accounts, Brake brake) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.accounts = accounts;
    this.brake = brake;
  }

  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().toLowerCase(Locale.ROOT).startsWith("/api/");
  }

  /// Whether this request shows a token. No page of another site can make a browser send one.
  static boolean byToken(HttpServletRequest request) {
    return isApi(request) && token(request) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (byToken(request)) {
      byToken(request, response, chain);
    } else {
      bySession(request, response);
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }

  private void byToken(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String text = String.valueOf(token(request));
    Optional<Who> who = tokens.who(text);
    if (who.isEmpty()) {
      refuse(brake.countWrong("token", request.getRemoteAddr()), response);
      return;
    }
    remember(request, who.get());
    chain.doFilter(request, response);
  }

  private static void refuse(Optional<Duration> wait, HttpServletResponse response)
      throws IOException {
    if (wait.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()));
      response.sendError(
          HttpStatus.TOO_MANY_REQUESTS.value(),
          "Too many wrong tokens came from your address. Try again later.");
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    response.sendError(
        HttpServletResponse.SC_UNAUTHORIZED,
        "This API token is unknown, revoked or too old. Make a new one on your profile.");
  }

  private void bySession(HttpServletRequest request, HttpServletResponse response) {
    Authentication signed = SecurityContextHolder.getContext().getAuthentication();
    if (signed == null) {
      return;
    }
    Optional<Account> account =
        sessions.account(request, signed).flatMap(accounts::find).filter(Account::enabled);
    if (account.isPresent()) {
      remember(request, account.get().who());
    } else {
      sessions.end(request, response);
    }
  }

  private static void remember(HttpServletRequest request, Who who) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(Sessions.authentication(who.account()));
    SecurityContextHolder.setContext(context);
    WhoArgument.remember(request, who);
    new SignedIn(who.name(), who.email(), Permission.READ_AUDIT.isOf(who.roles()))
        .remember(request);
  }

  private static @Nullable String token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
