package dev.linchpin.sample;

import dev.linchpin.access.AccountId;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Channel;
import dev.linchpin.answers.Drifting;
import dev.linchpin.answers.Hearer;
import dev.linchpin.answers.Hearers;
import dev.linchpin.answers.Outcomes;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.Promises;
import dev.linchpin.answers.Ref;
import dev.linchpin.directory.People;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.platform.Zone;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What callers were told: dates of the finished project that are over, and some that are not.
@Component
class SamplePromises {
  private static final AccountId TELLER =
      new AccountId(UUID.nameUUIDFromBytes("sample".getBytes(StandardCharsets.UTF_8)));
  private static final String FINISHED = "PRN";
  private static final int TOLD_DAYS_AHEAD = 75;

  /// Working days from the day on which it was done to the day that was told.
  private static final List<Integer> ROOM = List.of(-6, -3, -1, 0, 1, 2, 2, 3, 4, 5, 6, 8, 9, 12);

  private static final List<String> CALLERS =
      List.of("Ruth in Finance", "Carlos in Customer service", "Ingrid in Operations");
  private static final List<String> OPEN = List.of("NET", "CRM");

  private static final String MOVED = "CRM";
  private static final int MOVED_WORKDAYS = 12;
  private static final List<String> BELIEVERS =
      List.of("Ruth Adler", "Carlos Mendes", "Ingrid Solberg", "The early shift in the warehouse");

  private final Promises promises;
  private final Hearers hearers;
  private final People people;
  private final Drifting drifting;
  private final Outcomes outcomes;
  private final Forecasts forecasts;
  private final Zone zone;

  SamplePromises(
      Promises promises,
      Hearers hearers,
      People people,
      Drifting drifting,
      Outcomes outcomes,
      Forecasts forecasts,
      Zone zone) {
    this.promises = promises;
    this.hearers = hearers;
    this.people = people;
    this.drifting = drifting;
    this.outcomes = outcomes;
    this.forecasts = forecasts;
    this.zone = zone;
  }

  /// Plants them, and says which were kept.
  ///
  /// @return how many there are
  int plant(LocalDateTime now) {
    LocalDate done = SampleProjects.workday(now.toLocalDate(), SampleProjects.PRINTING_DONE);
    for (int i = 0; i < ROOM.size(); i++) {
      LocalDate by = SampleProjects.workday(done, ROOM.get(i));
      tell(FINISHED, by, by.minusDays(TOLD_DAYS_AHEAD + i).atTime(10, 0), i);
    }
    int told = ROOM.size();
    for (String key : OPEN) {
      RefForecast forecast = forecasts.latest(key).orElse(null);
      if (forecast != null) {
        tell(key, forecast.byDay(), now.minusDays(3), told++);
      }
    }
    outcomes.judge();
    return told + tellTooEarly(now, told);
  }

  /// A month ago some were told a date that the forecast has left since.
  private int tellTooEarly(LocalDateTime now, int number) {
    RefForecast forecast = forecasts.latest(MOVED).orElse(null);
    if (forecast == null) {
      return 0;
    }
    LocalDate by = SampleProjects.workday(forecast.byDay(), -MOVED_WORKDAYS);
    int told = 0;
    for (String name : BELIEVERS) {
      Hearer hearer =
          people.named(name).stream()
              .findFirst()
              .map(hearers::of)
              .orElseGet(() -> hearers.named(name));
      tell(MOVED, hearer, by, now.minusDays(30L - told), number + told);
      told++;
    }
    drifting.checkAll();
    return told;
  }

  private void tell(String key, LocalDate by, LocalDateTime at, int number) {
    tell(key, hearers.named(CALLERS.get(number % CALLERS.size())), by, at, number);
  }

  private void tell(String key, Hearer to, LocalDate by, LocalDateTime at, int number) {
    promises.add(
        new Promise(
            UUID.randomUUID(),
            new Ref.OfProject(key),
            to,
            number % 2 == 0 ? Channel.PHONE : Channel.MAIL,
            by,
            "We expect this to be done by then. There is a small chance that it takes longer.",
            new Chance(8),
            null,
            AnswerState.FORECAST,
            at.atZone(zone.id()).toInstant(),
            "Keiko Mori",
            zone.id()),
        TELLER,
        "sample-" + number);
  }
}
