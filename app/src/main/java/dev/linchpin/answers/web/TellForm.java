package dev.linchpin.answers.web;

import dev.linchpin.answers.Channel;
import dev.linchpin.answers.Hearer;
import dev.linchpin.answers.Telling.Told;
import dev.linchpin.web.shell.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom somebody told which date, and how: text in; a problem beside each field, or what was told.
/// The page's form and the API read it alike.
record TellForm(
    @Nullable String toldTo, @Nullable String mail, @Nullable String channel, @Nullable String by) {
  /// Nobody plans further ahead.
  private static final int YEARS_MAX = 20;

  private static final int MAIL_MAX = 200;

  /// What was told; empty when there is a problem with a field.
  Optional<Told> read(LocalDate today, Problems problems) {
    String to = text(toldTo);
    if (to.isEmpty()) {
      problems.add("toldTo", "Enter who was told, like \"Mia in Sales\".");
    } else if (to.length() > Hearer.NAME_MAX) {
      problems.add("toldTo", "Keep it to %d characters.".formatted(Hearer.NAME_MAX));
    }
    String address = text(mail);
    if (address.length() > MAIL_MAX || !address.matches("|[^@\\s]+@[^@\\s]+")) {
      problems.add("mail", "Enter an address like mia@example.org, or leave it empty.");
    }
    Optional<Channel> how = Channel.of(text(channel));
    if (how.isEmpty()) {
      problems.add("channel", "Choose how they were told: phone, mail, in-person or chat.");
    }
    LocalDate day = day(text(by), today, problems);
    return problems.any() || day == null || how.isEmpty()
        ? Optional.empty()
        : Optional.of(new Told(to, address, how.get(), day));
  }

  private static @Nullable LocalDate day(String text, LocalDate today, Problems problems) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(today) && !day.isAfter(today.plusYears(YEARS_MAX))) {
        return day;
      }
      problems.add("by", "Enter a date from today on, like %s.".formatted(today.plusWeeks(2)));
    } catch (DateTimeParseException no) {
      problems.add("by", "Enter the date they were told, like %s.".formatted(today.plusWeeks(2)));
    }
    return null;
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
