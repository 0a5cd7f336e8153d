package dev.linchpin.answers.status;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Ref;
import dev.linchpin.directory.DepartmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is said outside about one project or milestone.
///
/// @param title what people outside call it
/// @param departments whom it concerns; empty for everybody
/// @param by null where no date is named
/// @param words what may be said outside
/// @param changedAt when state, date or words became others
public record Said(
    Ref ref,
    String title,
    Set<DepartmentId> departments,
    AnswerState state,
    @Nullable LocalDate by,
    String words,
    Instant changedAt,
    Instant checkedAt) {
  public static final int TITLE_MAX = 120;

  public Said {
    require(
        !title.isBlank(), "Enter what people outside call it, like \"New network on floor 3\".");
    require(title.length() <= TITLE_MAX, "Keep the title to %d characters.", TITLE_MAX);
    departments = Set.copyOf(departments);
  }
}
