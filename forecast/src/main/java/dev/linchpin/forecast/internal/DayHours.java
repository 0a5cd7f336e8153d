package dev.linchpin.forecast.internal;

/*
 * When a day is worked, as one number: the minutes at which up to two shifts begin and end, 16 bits
 * each. One load instead of four, and no loop: before or after lunch is a coin flip, which a
 * processor guesses wrong half of the time.
 */
final class DayHours {
  /// Has more than two shifts.
  static final long MANY = -1;

  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  private DayHours() {}

  /// @param shifts begin and end of each, ascending
  static long of(int[] shifts) {
    if (shifts.length > 4) {
      return MANY;
    }
    long hours = 0;
    for (int i = 0; i < shifts.length; i++) {
      hours |= (long) shifts[i] << BITS * i;
    }
    return hours;
  }

  /// The first worked minute at or after a minute; a whole day if there is none.
  static int next(long hours, int minute) {
    int second = minute < end2(hours) ? Math.max(minute, begin2(hours)) : Axis.DAY;
    return minute < end1(hours) ? Math.max(minute, begin1(hours)) : second;
  }

  /// Working minutes before a minute.
  static int position(long hours, int minute) {
    int first = Math.max(begin1(hours), Math.min(minute, end1(hours))) - begin1(hours);
    return first + Math.max(begin2(hours), Math.min(minute, end2(hours))) - begin2(hours);
  }

  /// The minute at whose start that many working minutes are over.
  static int minuteBefore(long hours, int position) {
    int minute = begin1(hours) + position;
    return minute > end1(hours) ? minute + begin2(hours) - end1(hours) : minute;
  }

  private static int begin1(long hours) {
    return (int) hours & MASK;
  }

  private static int end1(long hours) {
    return (int) (hours >>> BITS) & MASK;
  }

  private static int begin2(long hours) {
    return (int) (hours >>> 2 * BITS) & MASK;
  }

  private static int end2(long hours) {
    return (int) (hours >>> 3 * BITS);
  }
}
