package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.access.Brake;
import dev.linchpin.access.Secret;
import dev.linchpin.answers.subscriptions.Feeds;
import dev.linchpin.answers.subscriptions.Way;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Calendars and feeds, at addresses that only their readers know.
@RestController
class FeedAddresses {
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
  private static final MediaType ATOM =
      MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

  private final Feeds feeds;
  private final Brake brake;

  FeedAddresses(Feeds feeds, Brake brake) {
    this.feeds = feeds;
    this.brake = brake;
  }

  @GetMapping("/feeds/{secret}/dates.ics")
  ResponseEntity<?> calendar(
      @PathVariable String secret, WebRequest cached, HttpServletRequest request) {
    return answer(feeds.read(Way.CALENDAR, secret), CALENDAR, cached, request);
  }

  @GetMapping("/feeds/{secret}/news.atom")
  ResponseEntity<?> atom(
      @PathVariable String secret, WebRequest cached, HttpServletRequest request) {
    return answer(feeds.read(Way.ATOM, secret), ATOM, cached, request);
  }

  private ResponseEntity<?> answer(
      Optional<String> text, MediaType type, WebRequest cached, HttpServletRequest request) {
    if (text.isEmpty()) {
      return nothing(request);
    }
    String tag = "\"" + Secret.hash(text.get()).substring(0, 32) + "\"";
    if (cached.checkNotModified(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
        .contentType(type)
        .body(text.get());
  }

  private ResponseEntity<?> nothing(HttpServletRequest request) {
    Optional<Duration> wait = brake.countWrong("feed", request.getRemoteAddr());
    if (wait.isEmpty()) {
      return problem(HttpStatus.NOT_FOUND, "There is no feed at this address.");
    }
    ResponseEntity<?> no =
        problem(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong addresses. Try again later.");
    return ResponseEntity.status(no.getStatusCode())
        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()))
        .body(no.getBody());
  }

  private static ResponseEntity<?> problem(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }
}
