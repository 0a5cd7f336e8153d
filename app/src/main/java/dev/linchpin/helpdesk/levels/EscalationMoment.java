package dev.linchpin.helpdesk.levels;

import static dev.linchpin.platform.Checks.require;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far before its target somebody is told: at a share of the time, or some minutes before.
public sealed interface EscalationMoment {
  /// The counted time from the opening at which it is reached.
  Duration of(Duration limit);

  /// "75%", "30m"
  String key();

  /// "75 % of the time is used", "30 minutes are left"
  String words();

  /// @param percent of the time that is used
  record Share(int percent) implements EscalationMoment {
    public Share {
      require(1 <= percent && percent <= 99, "Enter a share from 1 to 99 %%, not %d.", percent);
    }

    @Override
    public Duration of(Duration limit) {
      return limit.multipliedBy(percent).dividedBy(100);
    }

    @Override
    public String key() {
      return percent + "%";
    }

    @Override
    public String words() {
      return percent + " % of the time is used";
    }
  }

  /// @param minutes of counted time that are left
  record Before(int minutes) implements EscalationMoment {
    public Before {
      require(1 <= minutes && minutes <= 10_080, "Enter 1 to 10,080 minutes, not %d.", minutes);
    }

    @Override
    public Duration of(Duration limit) {
      Duration at = limit.minusMinutes(minutes);
      return at.isNegative() ? Duration.ZERO : at;
    }

    @Override
    public String key() {
      return minutes + "m";
    }

    @Override
    public String words() {
      return minutes + (minutes == 1 ? " minute is left" : " minutes are left");
    }
  }

  /// @throws IllegalArgumentException with a sentence for whoever typed it
  static EscalationMoment parse(String typed) {
    Matcher share = Parts.SHARE.matcher(typed.strip());
    if (share.matches()) {
      return new Share(Integer.parseInt(share.group(1)));
    }
    Matcher before = Parts.BEFORE.matcher(typed.strip());
    require(before.matches(), "Enter a moment like 75%% or 30m. “%s” is not.", typed.strip());
    int number = Integer.parseInt(before.group(1));
    return new Before(before.group(2).startsWith("h") ? 60 * number : number);
  }

  /// How a moment is written.
  final class Parts {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3})\\s*%");
    private static final Pattern BEFORE =
        Pattern.compile("(\\d{1,5})\\s*(m|min|minutes?|h|hours?)(?:\\s+before)?");

    private Parts() {}
  }
}
