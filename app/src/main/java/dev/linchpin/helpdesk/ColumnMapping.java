package dev.linchpin.helpdesk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which column of a file means what: guessed, shown, and changed by a person.
///
/// @param columns the header of the file, in its order
/// @param guesses at most one per field
/// @param dates how the dates of the file are written
/// @param unit what a plain number in the time column counts
public record ColumnMapping(
    List<String> columns, Map<Field, Guess> guesses, DateOrder dates, TimeUnit unit) {
  static final ColumnMapping NONE =
      new ColumnMapping(List.of(), Map.of(), DateOrder.YEAR_MONTH_DAY, TimeUnit.MINUTES);

  public ColumnMapping {
    columns = List.copyOf(columns);
    var sorted = new EnumMap<Field, Guess>(Field.class);
    sorted.putAll(guesses);
    guesses = Collections.unmodifiableMap(sorted);
  }

  /// @param column counted from 0
  /// @param score how sure the guess is, 0 to 100; 100 when a person chose
  /// @param reason why this column, in words
  /// @param samples the first different values of the column, as written
  public record Guess(int column, int score, String reason, List<String> samples) {
    public Guess {
      samples = List.copyOf(samples);
    }
  }

  /// What a person changed; fields that are missing keep their guess, -1 means "no column".
  public record Chosen(
      Map<Field, Integer> columns, Optional<DateOrder> dates, Optional<TimeUnit> unit) {
    public static final Chosen NOTHING = new Chosen(Map.of(), Optional.empty(), Optional.empty());

    public Chosen {
      columns = Map.copyOf(columns);
    }
  }

  /// What a plain number in the time column counts.
  public enum TimeUnit {
    SECONDS("seconds", 1),
    MINUTES("minutes", 60),
    HOURS("hours", 3_600);

    private final String word;
    private final int seconds;

    TimeUnit(String word, int seconds) {
      this.word = word;
      this.seconds = seconds;
    }

    public String word() {
      return word;
    }

    int seconds() {
      return seconds;
    }
  }

  /// The column of a field, counted from 0; -1 when there is none.
  public int column(Field field) {
    Guess guess = guesses.get(field);
    return guess == null ? -1 : guess.column();
  }

  public boolean has(Field field) {
    return guesses.containsKey(field);
  }
}
