package dev.linchpin.web.shell;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// What programs get instead of a page with problems: RFC 9457.
public final class ApiProblems {
  private static final int KEY_MAX = 200;

  private ApiProblems() {}

  /// Fields need other values, each named in `errors`: 422.
  ///
  /// @param about the page that explains the fields
  public static ProblemDetail of(Problems problems, URI about) {
    ProblemDetail problem =
        of(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Some fields need another value.",
            String.join(" ", problems.all().values()),
            about);
    problem.setProperty(
        "errors",
        problems.all().entrySet().stream()
            .map(each -> Map.of("field", each.getKey(), "message", each.getValue()))
            .toList());
    return problem;
  }

  public static ProblemDetail of(HttpStatus status, String title, String detail, URI about) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(about);
    problem.setTitle(title);
    return problem;
  }

  /// A key of ours from an `Idempotency-Key` somebody sent: never longer than what is kept.
  public static String key(String sent) {
    String key = sent.strip();
    return key.length() <= KEY_MAX
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
