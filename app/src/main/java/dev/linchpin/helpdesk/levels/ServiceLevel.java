package dev.linchpin.helpdesk.levels;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.SiteId;
import dev.linchpin.helpdesk.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Within what time tickets of a service are answered and resolved.
///
/// @param service null for all services without a service level of their own
/// @param site whose working hours count; null when all hours do
/// @param vendorPauses whether time stands still while a vendor has to do something
/// @param times by priority; a priority that is missing has no targets
/// @param rules who is told before a target is missed
/// @param version counts the changes; 0 when new
public record ServiceLevel(
    UUID id,
    @Nullable ServiceId service,
    @Nullable SiteId site,
    boolean vendorPauses,
    Map<Priority, Times> times,
    List<EscalationRule> rules,
    int version) {
  public static final int RULES_MAX = 10;

  private static final Map<Priority, Times> PROPOSED =
      Map.of(
          Priority.CRITICAL, Times.ofHours(0.5, 4),
          Priority.HIGH, Times.ofHours(1, 8),
          Priority.NORMAL, Times.ofHours(4, 24),
          Priority.LOW, Times.ofHours(8, 40));

  private static final List<EscalationRule> PROPOSED_RULES =
      List.of(
          EscalationRule.parse("50% assignee"),
          EscalationRule.parse("75% queue"),
          EscalationRule.parse("90% on call"));

  public ServiceLevel {
    times = Map.copyOf(times);
    rules = rules.stream().distinct().toList();
    require(!times.isEmpty(), "Enter a time for at least one priority.");
    require(rules.size() <= RULES_MAX, "Enter at most %d lines.", RULES_MAX);
  }

  /// What is proposed for all services: nothing of it holds before somebody saves it.
  ///
  /// @param site whose working hours count
  public static ServiceLevel proposed(SiteId site) {
    return new ServiceLevel(new UUID(0, 0), null, site, true, PROPOSED, PROPOSED_RULES, 0);
  }

  /// Counted time from the opening.
  ///
  /// @param answer null when no first answer is asked for
  /// @param resolve null when no time to resolve is asked for
  public record Times(@Nullable Duration answer, @Nullable Duration resolve) {
    public static final Duration MOST = Duration.ofHours(2_000);

    public Times {
      require(answer != null || resolve != null, "Enter a time to answer or to resolve.");
    }

    static Times ofHours(double answer, double resolve) {
      return new Times(
          Duration.ofMinutes(Math.round(60 * answer)),
          Duration.ofMinutes(Math.round(60 * resolve)));
    }
  }
}
