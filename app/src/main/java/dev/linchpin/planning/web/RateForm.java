package dev.linchpin.planning.web;

import dev.linchpin.directory.PersonId;
import dev.linchpin.planning.HourlyRate;
import dev.linchpin.planning.HourlyRate.Whose;
import dev.linchpin.web.shell.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rate as text.
///
/// @param whose "everybody", "title Network engineer" or "person" and an id
public record RateForm(String whose, String from, String perHour) {
  private static final String EVERYBODY = "everybody";
  private static final String TITLE = "title ";
  private static final String PERSON = "person ";

  public RateForm {
    whose = text(whose);
    from = text(from);
    perHour = text(perHour);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  static String value(Whose whose) {
    return switch (whose) {
      case Whose.Everybody _ -> EVERYBODY;
      case Whose.Titled titled -> TITLE + titled.title();
      case Whose.One one -> PERSON + one.person();
    };
  }

  /// The rate that was meant; empty, with problems beside the fields, when it cannot be read.
  Optional<HourlyRate> read(Map<String, String> choices, Problems problems) {
    if (!choices.containsKey(whose)) {
      problems.add("whose", "Choose whose rate it is from the list.");
    }
    LocalDate day = day(problems);
    OptionalLong amount = Money.read(perHour);
    if (amount.isEmpty() || amount.getAsLong() > HourlyRate.MOST) {
      problems.add("perHour", "Enter what an hour costs, like 82.50.");
    }
    return problems.any() || day == null
        ? Optional.empty()
        : Optional.of(new HourlyRate(UUID.randomUUID(), people(), day, amount.orElseThrow()));
  }

  private @Nullable LocalDate day(Problems problems) {
    try {
      return LocalDate.parse(from);
    } catch (DateTimeParseException e) {
      problems.add("from", "Enter a day, like 2027-03-12.");
      return null;
    }
  }

  private Whose people() {
    if (whose.startsWith(TITLE)) {
      return new Whose.Titled(whose.substring(TITLE.length()));
    }
    return whose.startsWith(PERSON)
        ? new Whose.One(new PersonId(UUID.fromString(whose.substring(PERSON.length()))))
        : new Whose.Everybody();
  }
}
