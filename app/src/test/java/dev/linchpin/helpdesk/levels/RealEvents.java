package dev.linchpin.helpdesk.levels;

import dev.linchpin.helpdesk.TicketState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Public logs of incidents, as events.
final class RealEvents {
  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm");

  private RealEvents() {}

  /// One row of a log.
  record Event(String ticket, Instant at, TicketState state, String priority, String team) {}

  /// A log, and where it lies in the shared data.
  enum Log {
    SERVICE_NOW("servicenow-incidents/incident_event_log.csv.gz"),
    VOLVO("bpic2013-volvo-it/incidents.csv.gz");

    private final String file;

    Log(String file) {
      this.file = file;
    }

    String file() {
      return file;
    }

    /// All rows, in the order of the file.
    List<Event> read(Path path) {
      var events = new ArrayList<Event>();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] cells = line.split(",", -1);
          events.add(this == SERVICE_NOW ? serviceNow(cells) : volvo(cells));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return events;
    }
  }

  private static Event serviceNow(String[] cells) {
    TicketState state =
        switch (cells[1]) {
          case "New" -> TicketState.NEW;
          case "Awaiting User Info" -> TicketState.WAITING_FOR_CALLER;
          case "Awaiting Vendor" -> TicketState.WAITING_FOR_VENDOR;
          case "Resolved" -> TicketState.RESOLVED;
          case "Closed" -> TicketState.CLOSED;
          default -> TicketState.OPEN;
        };
    String priority =
        switch (cells[22].charAt(0)) {
          case '1' -> "critical";
          case '2' -> "high";
          case '4' -> "low";
          default -> "normal";
        };
    Instant at = LocalDateTime.parse(cells[13], DAY_FIRST).toInstant(ZoneOffset.UTC);
    return new Event(cells[0], at, state, priority, cells[23]);
  }

  private static Event volvo(String[] cells) {
    TicketState state =
        switch (cells[2]) {
          case "Wait - User", "Wait - Customer", "Wait" -> TicketState.WAITING_FOR_CALLER;
          case "Wait - Vendor" -> TicketState.WAITING_FOR_VENDOR;
          case "Resolved", "In Call" -> TicketState.RESOLVED;
          case "Closed", "Cancelled" -> TicketState.CLOSED;
          default -> TicketState.OPEN;
        };
    String priority =
        switch (cells[10]) {
          case "Major" -> "critical";
          case "High" -> "high";
          case "Low" -> "low";
          default -> "normal";
        };
    Instant at = OffsetDateTime.parse(cells[3]).toInstant();
    return new Event(cells[0], at, state, priority, cells[6]);
  }
}
