package dev.linchpin.helpdesk;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one column of a file holds, gathered row by row.
final class Column {
  private static final int SAMPLES = 3;
  private static final int SAMPLE_CHARS = 60;

  /// Rows after which a column without a single date is believed to hold none.
  private static final int DATE_PATIENCE = 500;

  private static final DateOrder[] ORDERS = DateOrder.values();

  private final String name;
  private final Set<String> samples = new LinkedHashSet<>();
  private final int[] dates = new int[ORDERS.length];
  private final long[] rough = new long[ORDERS.length];
  private final long[] before = new long[ORDERS.length];
  private final boolean[] fits = new boolean[ORDERS.length];
  private final boolean mayBeDuration;
  private String last = "";
  private int filled;
  private int durations;

  Column(String name) {
    this.name = name;
    mayBeDuration = HeaderWords.score(Field.TIME_SPENT, name) > 0;
  }

  String name() {
    return name;
  }

  List<String> samples() {
    return List.copyOf(samples);
  }

  int filled() {
    return filled;
  }

  /// How many cells are dates in this order.
  int dates(DateOrder order) {
    return dates[order.ordinal()];
  }

  /// How far dates jump from row to row, in hours: the wrong order jumps by months.
  long rough(DateOrder order) {
    return rough[order.ordinal()];
  }

  /// Whether most cells are dates in some order.
  boolean isDate() {
    int most = 0;
    for (int count : dates) {
      most = Math.max(most, count);
    }
    return most > 0 && 2 * most >= filled;
  }

  boolean isDuration() {
    return durations > 0 && 2 * durations >= filled;
  }

  void add(String cell) {
    String text = Cells.known(cell);
    if (text.isEmpty()) {
      return;
    }
    filled++;
    if (samples.size() < SAMPLES) {
      samples.add(Cells.cut(text, SAMPLE_CHARS));
    }
    if (mayBeDuration && DurationText.read(text, ColumnMapping.TimeUnit.SECONDS) != null) {
      durations++;
    }
    if (filled <= DATE_PATIENCE || isDate()) {
      addDate(text);
    }
  }

  private void addDate(String text) {
    boolean same = text.equals(last);
    last = text;
    for (int i = 0; i < ORDERS.length; i++) {
      if (!same) {
        LocalDateTime time = ORDERS[i].read(text, null);
        fits[i] = time != null;
        if (time != null) {
          long hour = time.toEpochSecond(ZoneOffset.UTC) / 3_600;
          rough[i] += before[i] == 0 ? 0 : Math.abs(hour - before[i]);
          before[i] = hour;
        }
      }
      dates[i] += fits[i] ? 1 : 0;
    }
  }
}
