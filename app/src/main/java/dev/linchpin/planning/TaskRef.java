package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A task or milestone anywhere: `NET-12`. Numbers are never used twice within a project.
public record TaskRef(ProjectKey project, int number) {
  private static final Pattern SHAPE = Pattern.compile("([A-Za-z][A-Za-z0-9]{1,7})-([0-9]{1,6})");

  public TaskRef {
    require(number > 0, "A task's number is above 0, not %d.", number);
  }

  /// Reads `NET-12`; empty when the text is no such ref.
  public static Optional<TaskRef> parse(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskRef(new ProjectKey(matcher.group(1)), Integer.parseInt(matcher.group(2))));
  }

  @Override
  public String toString() {
    return project + "-" + number;
  }
}
