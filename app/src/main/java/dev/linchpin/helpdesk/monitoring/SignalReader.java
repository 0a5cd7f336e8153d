package dev.linchpin.helpdesk.monitoring;

import static dev.linchpin.platform.Checks.require;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what monitoring systems send: our own form, and Prometheus Alertmanager's webhook.
///
/// ```json
/// {"key": "disk-db1", "state": "problem", "title": "Disk of db1 is full", "severity": "critical",
///  "service": "customer-system", "host": "db1", "text": "97 %", "url": "https://…",
///  "at": "2027-03-01T09:10:00Z"}
/// ```
///
/// Only `key` and `state` ("problem" or "ok") are needed. A list of such is read too.
public final class SignalReader {
  static final int SIGNALS_MAX = 1_000;
  private static final String STATES = "Send \"state\": \"problem\" or \"ok\".";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SignalReader() {}

  /// @param received what counts where nothing says when it was
  /// @throws IllegalArgumentException with a sentence for whoever sets the sender up
  public static List<Signal> read(String body, Instant received) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JacksonException no) {
      throw new IllegalArgumentException("Send JSON. What came is none.", no);
    }
    var signals = new ArrayList<Signal>();
    if (json.path("alerts").isArray()) {
      json.path("alerts").forEach(alert -> alert(alert, received, signals));
    } else if (json.isArray()) {
      json.forEach(one -> signals.add(own(one, received)));
    } else {
      signals.add(own(json, received));
    }
    require(signals.size() <= SIGNALS_MAX, "Send at most %,d at once.", SIGNALS_MAX);
    return signals;
  }

  private static Signal own(JsonNode one, Instant received) {
    String state = text(one, "state");
    require(state.equals("problem") || state.equals("ok"), STATES);
    return new Signal(
        text(one, "key"),
        at(text(one, "at"), received),
        state.equals("problem"),
        Severity.of(text(one, "severity")),
        text(one, "title"),
        text(one, "service"),
        detail(text(one, "text"), text(one, "host"), text(one, "url")));
  }

  /// One alert tells when it began and, when it is over, when it ended: even if the first of the
  /// two deliveries was lost, both are known.
  private static void alert(JsonNode alert, Instant received, List<Signal> signals) {
    JsonNode labels = alert.path("labels");
    JsonNode notes = alert.path("annotations");
    String name = text(labels, "alertname");
    String where = text(labels, "instance");
    String key = text(alert, "fingerprint");
    String summary = text(notes, "summary");
    String state = text(alert, "status");
    require(state.equals("firing") || state.equals("resolved"), STATES);
    var begun =
        new Signal(
            key.isEmpty() ? (name + " " + where).strip() : key,
            at(text(alert, "startsAt"), received),
            true,
            Severity.of(text(labels, "severity")),
            summary.isEmpty() ? (name + " " + where).strip() : summary,
            text(labels, "service").isEmpty() ? text(labels, "job") : text(labels, "service"),
            detail(text(notes, "description"), where, text(alert, "generatorURL")));
    signals.add(begun);
    if (state.equals("resolved")) {
      Instant end = at(text(alert, "endsAt"), received);
      signals.add(
          new Signal(
              begun.key(),
              end.isAfter(begun.at()) ? end : begun.at().plusMillis(1),
              false,
              begun.severity(),
              begun.title(),
              begun.service(),
              begun.detail()));
    }
  }

  private static String detail(String text, String host, String url) {
    var lines = new ArrayList<String>();
    add(lines, "", text);
    add(lines, "Host: ", host);
    add(lines, "", url);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String label, String text) {
    if (!text.isBlank()) {
      lines.add(label + text.strip());
    }
  }

  private static Instant at(String written, Instant received) {
    if (written.isBlank()) {
      return received;
    }
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeParseException no) {
      throw new IllegalArgumentException(
          "Send \"at\" like 2027-03-01T09:10:00Z. \"%s\" is not."
              .formatted(written.substring(0, Math.min(40, written.length()))),
          no);
    }
  }

  private static String text(@Nullable JsonNode json, String field) {
    JsonNode value = json == null ? null : json.get(field);
    return value == null || !value.isValueNode() || value.isNull() ? "" : value.asString();
  }
}
