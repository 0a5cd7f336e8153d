package dev.linchpin.planning.web;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ChangeWindow.Freeze;
import dev.linchpin.forecast.ChangeWindow.Weekly;
import dev.linchpin.forecast.TimeRange;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.planning.ChangeWindows.Kept;
import dev.linchpin.web.shell.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change window as text, one opening or freeze per line.
///
/// @param id chosen when the form is shown, so that a form sent twice adds one window
public record WindowForm(
    String id,
    String version,
    String name,
    String open,
    String freezes,
    String leadDays,
    String outOfHours) {
  private static final int NAME_MAX = 80;
  private static final int LEAD_DAYS_MAX = 365;

  public WindowForm {
    id = text(id);
    version = text(version);
    name = text(name);
    open = text(open);
    freezes = text(freezes);
    leadDays = text(leadDays);
    outOfHours = text(outOfHours);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  static WindowForm fresh() {
    return new WindowForm(UUID.randomUUID().toString(), "", "", "", "", "0", "no");
  }

  static WindowForm of(Kept kept) {
    ChangeWindow window = kept.window();
    return new WindowForm(
        window.id().value(),
        Integer.toString(kept.version()),
        window.name(),
        String.join("\n", WindowText.openings(window)),
        String.join("\n", window.freezes().stream().map(WindowText::freeze).toList()),
        Long.toString(window.lead().toDays()),
        window.outOfHours() ? "yes" : "no");
  }

  /// The window that was meant; empty, with problems beside the fields, when it cannot be read.
  Optional<ChangeWindow> read(WindowId known, Problems problems) {
    if (name.isEmpty()) {
      problems.add("name", "Enter a name, like Network evenings.");
    } else if (name.length() > NAME_MAX) {
      problems.add("name", "Keep the name to %d characters.".formatted(NAME_MAX));
    }
    List<Weekly> week = WindowText.week(open);
    List<TimeRange> dates = WindowText.dates(open);
    WindowText.unread(open)
        .ifPresent(line ->
            problems.add(
                "open", "\"%s\" is no opening. Write it like Tue 18:00-22:00.".formatted(line)));
    List<Freeze> shut = WindowText.freezes(freezes);
    WindowText.unreadFreeze(freezes)
        .ifPresent(line ->
            problems.add(
                "freezes",
                "\"%s\" is no freeze. Write it like 2027-12-20 - 2028-01-06 Year end."
                    .formatted(line)));
    if (open.isEmpty() && freezes.isEmpty()) {
      problems.add("open", "Enter when it is open, or when it is shut.");
    }
    Duration lead = lead(problems);
    return problems.any()
        ? Optional.empty()
        : Optional.of(
            new ChangeWindow(known, name, week, dates, shut, lead, outOfHours.equals("yes")));
  }

  private Duration lead(Problems problems) {
    if (leadDays.isEmpty()) {
      return Duration.ZERO;
    }
    if (leadDays.matches("[0-9]{1,3}") && Integer.parseInt(leadDays) <= LEAD_DAYS_MAX) {
      return Duration.ofDays(Integer.parseInt(leadDays));
    }
    problems.add("leadDays", "Enter whole days from 0 to %d.".formatted(LEAD_DAYS_MAX));
    return Duration.ZERO;
  }

  /// The window as whoever sent the form saw it: an older version makes the change fail.
  Kept seen(Kept kept) {
    return version.matches("[0-9]{1,9}")
        ? new Kept(kept.window(), Integer.parseInt(version), kept.tasks())
        : kept;
  }
}
