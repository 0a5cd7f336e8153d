package dev.linchpin.helpdesk;

import dev.linchpin.helpdesk.ColumnMapping.Chosen;
import dev.linchpin.helpdesk.ColumnMapping.Guess;
import dev.linchpin.helpdesk.ColumnMapping.TimeUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Guesses which column means what: by its name first, and what it holds must agree.
final class MappingGuess {
  /// Below this a name says too little.
  private static final int SCORE_MIN = 20;

  private static final int SCORE_CHOSEN = 100;
  private static final int SCORE_LEFT_OVER = 10;

  private final Sheet sheet;
  private final Map<Field, Guess> guesses = new EnumMap<>(Field.class);

  private MappingGuess(Sheet sheet) {
    this.sheet = sheet;
  }

  static ColumnMapping of(Sheet sheet, Chosen chosen) {
    var guess = new MappingGuess(sheet);
    guess.byName();
    guess.leftOver();
    guess.choose(chosen);
    DateOrder dates = chosen.dates().orElseGet(() -> dates(sheet));
    TimeUnit unit = chosen.unit().orElseGet(guess::unit);
    return new ColumnMapping(sheet.header(), guess.guesses, dates, unit);
  }

  /// The order that reads most dates; when several do, the one in which rows follow each other.
  static DateOrder dates(Sheet sheet) {
    DateOrder best = DateOrder.YEAR_MONTH_DAY;
    for (DateOrder order : DateOrder.values()) {
      long more = fits(sheet, order) - fits(sheet, best);
      if (more > 0 || (more == 0 && rough(sheet, order) < rough(sheet, best))) {
        best = order;
      }
    }
    return best;
  }

  /// Whether another order reads just as many dates.
  static boolean isAmbiguous(Sheet sheet, DateOrder chosen) {
    return chosen != DateOrder.YEAR_MONTH_DAY
        && fits(sheet, DateOrder.DAY_MONTH_YEAR) == fits(sheet, DateOrder.MONTH_DAY_YEAR)
        && rough(sheet, DateOrder.DAY_MONTH_YEAR) != rough(sheet, DateOrder.MONTH_DAY_YEAR);
  }

  private static long fits(Sheet sheet, DateOrder order) {
    return sheet.columns().stream()
        .filter(Column::isDate)
        .mapToLong(column -> column.dates(order))
        .sum();
  }

  private static long rough(Sheet sheet, DateOrder order) {
    return sheet.columns().stream()
        .filter(Column::isDate)
        .mapToLong(column -> column.rough(order))
        .sum();
  }

  private record Candidate(Field field, int column, int score) {}

  private void byName() {
    var candidates = new ArrayList<Candidate>();
    for (Field field : Field.values()) {
      for (int i = 0; i < sheet.columns().size(); i++) {
        int score = score(field, sheet.columns().get(i));
        if (score >= SCORE_MIN) {
          candidates.add(new Candidate(field, i, score));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
    var taken = new HashSet<Integer>();
    for (Candidate candidate : candidates) {
      if (!guesses.containsKey(candidate.field()) && taken.add(candidate.column())) {
        String name = sheet.columns().get(candidate.column()).name();
        put(
            candidate.field(),
            candidate.column(),
            candidate.score(),
            candidate.score() > 50
                ? "\"%s\" is a usual name for it.".formatted(name)
                : "\"%s\" sounds like it.".formatted(name));
      }
    }
  }

  private static int score(Field field, Column column) {
    int score = HeaderWords.score(field, column.name());
    boolean holds =
        switch (field) {
          case OPENED, UPDATED, RESOLVED, CLOSED -> column.isDate();
          case TIME_SPENT -> column.isDuration();
          case NUMBER -> column.filled() > 0 && !column.isDate();
          case TITLE, DESCRIPTION, STATE, CALLER, ASSIGNEE, TEAM, CATEGORY, SERVICE, PRIORITY ->
              !column.isDate();
        };
    return holds ? score : 0;
  }

  /// The number and a date are needed, so a column without a telling name may serve.
  private void leftOver() {
    if (!guesses.containsKey(Field.OPENED) && !guesses.containsKey(Field.UPDATED)) {
      first(Field.OPENED, "It is the first column with dates.", Column::isDate);
    }
    if (!guesses.containsKey(Field.NUMBER)) {
      first(
          Field.NUMBER,
          "It is the first column that is always filled.",
          column -> column.filled() == sheet.rows() && !column.isDate());
    }
  }

  private void first(Field field, String reason, Predicate<Column> fits) {
    for (int i = 0; i < sheet.columns().size(); i++) {
      if (fits.test(sheet.columns().get(i)) && isFree(i)) {
        put(field, i, SCORE_LEFT_OVER, reason);
        return;
      }
    }
  }

  private boolean isFree(int column) {
    return guesses.values().stream().noneMatch(guess -> guess.column() == column);
  }

  private void choose(Chosen chosen) {
    chosen
        .columns()
        .forEach((field, column) -> {
          if (column < 0 || column >= sheet.columns().size()) {
            guesses.remove(field);
          } else if (guesses.get(field) == null || guesses.get(field).column() != column) {
            put(field, column, SCORE_CHOSEN, "Chosen by hand.");
          }
        });
  }

  private void put(Field field, int column, int score, String reason) {
    guesses.put(field, new Guess(column, score, reason, sheet.columns().get(column).samples()));
  }

  /// A name that says its unit wins; Jira counts seconds, whatever the name says.
  private TimeUnit unit() {
    Guess time = guesses.get(Field.TIME_SPENT);
    if (time == null) {
      return TimeUnit.MINUTES;
    }
    List<String> words =
        List.of(HeaderWords.plain(sheet.columns().get(time.column()).name()).split(" "));
    if (words.contains("hours") || words.contains("h") || words.contains("hrs")) {
      return TimeUnit.HOURS;
    }
    if (words.contains("minutes") || words.contains("min")) {
      return TimeUnit.MINUTES;
    }
    boolean seconds =
        words.contains("seconds")
            || words.contains("actiontime")
            || List.of("Jira", "ServiceNow").contains(HeaderWords.tool(sheet.header()));
    return seconds ? TimeUnit.SECONDS : TimeUnit.MINUTES;
  }
}
