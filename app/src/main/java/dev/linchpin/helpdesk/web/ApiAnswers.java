package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.web.shell.ApiProblems;
import dev.linchpin.web.shell.Problems;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What programs get besides tickets: problems as RFC 9457 has them, tags of versions.
final class ApiAnswers {
  static final String PAGE_USUAL = "50";
  private static final int PAGE_MAX = 200;
  private static final URI ABOUT = URI.create("/help/helpdesk");

  private ApiAnswers() {}

  /// A page of a list; the header Link leads to the next one.
  ///
  /// @param found one more than `most` where more follows
  /// @param address of the list, ready for more of its query
  /// @param key where a page that ends with this one goes on
  static <T> ResponseEntity<Map<String, List<?>>> page(
      String name,
      List<T> found,
      int most,
      Function<T, ?> json,
      String address,
      Function<T, String> key) {
    List<T> shown = found.subList(0, Math.min(most, found.size()));
    var answer = ResponseEntity.ok();
    if (found.size() > most) {
      String after = URLEncoder.encode(key.apply(shown.getLast()), StandardCharsets.UTF_8);
      answer.header("Link", "<%slimit=%d&after=%s>; rel=\"next\"".formatted(address, most, after));
    }
    return answer.body(Map.of(name, shown.stream().map(json).toList()));
  }

  static int most(int asked) {
    return Math.clamp(asked, 1, PAGE_MAX);
  }

  static ResponseEntity<?> conflict(Changing.Conflict clash) {
    ProblemDetail problem =
        of(
            HttpStatus.PRECONDITION_FAILED,
            "The ticket changed meanwhile.",
            "Somebody changed the ticket after you read it. Nothing was saved. Read it again.");
    problem.setProperty("changes", TicketJson.changes(clash));
    return ResponseEntity.of(problem).header("ETag", tag(clash.ticket())).build();
  }

  static ResponseEntity<?> changedAfterwards(Changing.Conflict clash) {
    ProblemDetail problem =
        of(
            HttpStatus.CONFLICT,
            "Somebody changed the same afterwards.",
            "Nothing was taken back. Look at the history, and change it by hand.");
    problem.setProperty("changes", TicketJson.changes(clash));
    return ResponseEntity.of(problem).header("ETag", tag(clash.ticket())).build();
  }

  static ResponseEntity<?> refused(HttpStatus status, String title, String detail) {
    return ResponseEntity.of(of(status, title, detail)).build();
  }

  static ResponseEntity<?> problem(Problems problems) {
    return ResponseEntity.of(ApiProblems.of(problems, ABOUT)).build();
  }

  private static ProblemDetail of(HttpStatus status, String title, String detail) {
    return ApiProblems.of(status, title, detail, ABOUT);
  }

  static String tag(Ticket ticket) {
    return "\"v" + ticket.version() + "\"";
  }

  /// A tag that is not ours is a version nobody saw.
  static int version(String match) {
    String tag = match.strip().replaceFirst("^W/", "");
    return tag.matches("\"v\\d{1,9}\"") ? Integer.parseInt(tag.substring(2, tag.length() - 1)) : -1;
  }
}
