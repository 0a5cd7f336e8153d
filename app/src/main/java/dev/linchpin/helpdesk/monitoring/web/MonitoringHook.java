package dev.linchpin.helpdesk.monitoring.web;

import dev.linchpin.access.Brake;
import dev.linchpin.helpdesk.monitoring.Deliveries;
import dev.linchpin.helpdesk.monitoring.Monitors;
import dev.linchpin.helpdesk.monitoring.Monitors.Entry;
import dev.linchpin.helpdesk.monitoring.SignalReader;
import dev.linchpin.platform.Zone;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where monitoring systems send to. The token in the address is all they need; it opens nothing
/// else. The answer is quick: what came is kept, and worked on afterwards.
@RestController
class MonitoringHook {
  static final int BYTES_MAX = 1_000_000;
  private static final String A_MINUTE = "60";

  private final Monitors monitors;
  private final Deliveries deliveries;
  private final Brake brake;
  private final Zone zone;

  MonitoringHook(Monitors monitors, Deliveries deliveries, Brake brake, Zone zone) {
    this.monitors = monitors;
    this.deliveries = deliveries;
    this.brake = brake;
    this.zone = zone;
  }

  @PostMapping("/hooks/monitoring/{token}")
  ResponseEntity<?> take(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Instant now = zone.instant();
    return switch (monitors.enter(token, now)) {
      case Entry.Unknown _ -> unknown(request);
      case Entry.TooMany _ -> wait(A_MINUTE);
      case Entry.Open open -> take(open.monitor(), request, now);
    };
  }

  private ResponseEntity<?> take(UUID monitor, HttpServletRequest request, Instant now)
      throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      return no(HttpStatus.CONTENT_TOO_LARGE, "Send at most 1 MB at once.");
    }
    String body = new String(bytes, StandardCharsets.UTF_8);
    try {
      SignalReader.read(body, now);
    } catch (IllegalArgumentException no) {
      String why = Objects.requireNonNull(no.getMessage());
      deliveries.keep(monitor, body, why);
      return no(HttpStatus.UNPROCESSABLE_ENTITY, why);
    }
    deliveries.keep(monitor, body, "");
    return ResponseEntity.accepted().build();
  }

  private ResponseEntity<?> unknown(HttpServletRequest request) {
    return brake
        .countWrong("monitoring", request.getRemoteAddr())
        .<ResponseEntity<?>>map(time -> wait(Long.toString(time.toSeconds())))
        .orElseGet(() -> no(HttpStatus.NOT_FOUND, "No monitor has this token."));
  }

  private static ResponseEntity<?> wait(String seconds) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.TOO_MANY_REQUESTS, "Too much came at once. Send it again later.");
    return ResponseEntity.of(problem).header(HttpHeaders.RETRY_AFTER, seconds).build();
  }

  private static ResponseEntity<?> no(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }
}
