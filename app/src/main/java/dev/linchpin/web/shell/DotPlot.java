package dev.linchpin.web.shell;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// A quantile dot plot: each dot is one of as many equally likely dates. Dots on or before the
/// by-date are filled, later ones are open rings, a dashed line stands between them.
///
/// A picture of 320 units is at least 296 CSS pixels wide on a phone of 360, so its text of 13
/// stays at 12 or more. Picture, caption and text alternative come from one count.
///
/// @param dots each with its place
/// @param byX where the line stands
/// @param labels dates below the axis
/// @param caption the counts in words
public record DotPlot(List<Dot> dots, double byX, int height, List<Label> labels, String caption) {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final int WIDTH = 320;
  private static final int STEP = 13;
  private static final int EDGE = 24;
  private static final int COLUMNS_MAX = (WIDTH - 2 * EDGE) / STEP;
  private static final int LABEL_WIDTH = 52;
  private static final int BELOW_AXIS = 28;

  public record Dot(double x, double y, boolean late) {}

  public record Label(double x, String text) {}

  /// @param dates at least one, in any order
  public static DotPlot of(List<LocalDate> dates, LocalDate by) {
    List<LocalDate> sorted = dates.stream().sorted().toList();
    LocalDate from = min(sorted.getFirst(), by);
    LocalDate to = max(sorted.getLast(), by.plusDays(1));
    int days = Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    int daysPerColumn = Math.ceilDiv(days, COLUMNS_MAX);
    int first = column(from, by, daysPerColumn);
    double left = (WIDTH - (double) STEP * (column(to, by, daysPerColumn) - first)) / 2;

    TreeMap<Integer, List<LocalDate>> columns = new TreeMap<>();
    sorted.forEach(day ->
        columns.computeIfAbsent(column(day, by, daysPerColumn), c -> new ArrayList<>()).add(day));
    int tallest = columns.values().stream().mapToInt(List::size).max().orElse(1);
    int axis = (tallest + 1) * STEP;
    List<Dot> dots = new ArrayList<>();
    columns.forEach((column, in) -> {
      for (int i = 0; i < in.size(); i++) {
        double y = axis - STEP * (i + 0.75);
        dots.add(new Dot(left + STEP * (column - first), y, column >= 0));
      }
    });
    double byX = left - STEP * (first + 0.5);
    return new DotPlot(
        List.copyOf(dots),
        byX,
        axis + BELOW_AXIS,
        labels(sorted, by, byX, dots),
        caption(sorted, by));
  }

  public int axis() {
    return height - BELOW_AXIS;
  }

  public String viewBox() {
    return "0 0 " + WIDTH + " " + height;
  }

  /* Columns end on the by-date, so none holds dates of both sides. */
  private static int column(LocalDate day, LocalDate by, int daysPerColumn) {
    return Math.toIntExact(
        Math.floorDiv(ChronoUnit.DAYS.between(by, day) - 1, (long) daysPerColumn));
  }

  private static List<Label> labels(
      List<LocalDate> sorted, LocalDate by, double byX, List<Dot> dots) {
    List<Label> labels = new ArrayList<>();
    double byLabel = inside(byX);
    double first = inside(dots.getFirst().x());
    double last = inside(dots.getLast().x());
    if (byLabel - first >= LABEL_WIDTH) {
      labels.add(new Label(first, SHORT.format(sorted.getFirst())));
    }
    labels.add(new Label(byLabel, SHORT.format(by)));
    if (last - byLabel >= LABEL_WIDTH) {
      labels.add(new Label(last, SHORT.format(sorted.getLast())));
    }
    return List.copyOf(labels);
  }

  private static double inside(double x) {
    return Math.clamp(x, EDGE, WIDTH - EDGE);
  }

  private static String caption(List<LocalDate> sorted, LocalDate by) {
    long late = sorted.stream().filter(day -> day.isAfter(by)).count();
    return ("Each dot is 1 of %d equally likely dates. %d are on or before %s (filled);"
            + " %d %s later (open).")
        .formatted(
            sorted.size(), sorted.size() - late, LONG.format(by), late, late == 1 ? "is" : "are");
  }

  private static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
