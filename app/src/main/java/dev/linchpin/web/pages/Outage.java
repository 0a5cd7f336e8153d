package dev.linchpin.web.pages;

import dev.linchpin.web.shell.Page;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/// The answer while the database is away. It stands before the session, which needs the database
/// too, and so shows a page without one.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Outage extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private static final String WAIT_SECONDS = "30";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (!isOne(e) || response.isCommitted()) {
        throw e;
      }
      tell(e, request, response);
    }
  }

  /// Whether the database could not be reached or went away in between.
  static boolean isOne(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof TransactionSystemException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && isAway(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /* Class 08: no connection. 57P: the server was shut down. 53: no disk, memory or connection. */
  private static boolean isAway(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
  }

  private static void tell(
      Exception error, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = ErrorId.next();
    LOG.error(
        "{} {} failed without the database, id {}",
        request.getMethod(),
        request.getRequestURI(),
        id,
        error);
    response.resetBuffer();
    response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(Trouble.AWAY.status().value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getWriter()
          .write(
              """
              {"title":"%s","status":503,"detail":"%s","id":"%s"}\
              """
                  .formatted(Trouble.AWAY.title(), Trouble.AWAY.happened(), id));
      return;
    }
    Page.of("web/pages/error.jte", Trouble.AWAY.title(), null, Trouble.AWAY.view("", id))
        .with(Trouble.AWAY.status())
        .writeAlone(request, response);
  }
}
