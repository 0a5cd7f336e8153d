package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.helpdesk.knowledge.Putting;
import dev.linchpin.helpdesk.knowledge.Revision;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// Texts as forms send them and pages show them.
final class FormText {
  private static final int CUT = 120;

  private FormText() {}

  static String of(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
  }

  static String day(Instant at, ZoneId zone) {
    return Dates.full(LocalDateTime.ofInstant(at, zone));
  }

  /// @param said what a value of a part is called, like the name of the owner
  static List<ClashRow> clashes(Putting.Clashed clashed, BiFunction<Part, String, String> said) {
    return clashed.clashes().stream()
        .map(one ->
            new ClashRow(
                one.part().label(),
                orNothing(said.apply(one.part(), one.before())),
                orNothing(said.apply(one.part(), one.theirs())),
                one.by()))
        .toList();
  }

  /// Where the form leads: back to what was changed, or, after a clash, to the form again.
  static View after(
      Putting putting,
      String address,
      HttpServletRequest request,
      Function<Putting.Clashed, Page> again) {
    return switch (putting) {
      case Putting.Put _ -> Going.to(address, "Saved.", request);
      case Putting.Same _ -> Going.to(address, "Nothing changed.", request);
      case Putting.Clashed clashed -> again.apply(clashed).with(HttpStatus.CONFLICT);
    };
  }

  /// @param version prefix of addresses of earlier versions; empty where there are none
  static List<HistoryRow> history(
      List<Revision> newestFirst,
      ZoneId zone,
      String version,
      BiFunction<Part, String, String> said) {
    var rows = new ArrayList<HistoryRow>();
    for (Revision one : newestFirst) {
      String was = cut(said.apply(one.part(), one.was()));
      String becomes = cut(said.apply(one.part(), one.becomes()));
      String change =
          was.isEmpty()
              ? "%s: %s".formatted(one.part().label(), orNothing(becomes))
              : "%s: %s → %s".formatted(one.part().label(), was, orNothing(becomes));
      HistoryRow last = rows.isEmpty() ? null : rows.getLast();
      if (last != null && last.version() == one.version()) {
        last.changes().add(change);
      } else {
        rows.add(
            new HistoryRow(
                one.version(),
                day(one.at(), zone),
                one.who(),
                new ArrayList<>(List.of(change)),
                version.isEmpty() ? "" : version + one.version()));
      }
    }
    return rows;
  }

  static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= CUT ? line : line.substring(0, CUT - 1) + "…";
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
