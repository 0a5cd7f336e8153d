package dev.linchpin.directory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A place where people work: its public holidays, its working hours, its clock.
///
/// @param main the organisation's own; there is exactly one
/// @param region null means no public holidays
/// @param zone null means the organisation's time zone
/// @param week the hours of whoever has none of their own
/// @param version counts the changes; 0 when new
public record Site(
    SiteId id,
    String name,
    boolean main,
    @Nullable Region region,
    @Nullable ZoneId zone,
    Week week,
    int version) {
  public Site {
    Person.checkName(name);
  }

  public Site with(@Nullable Region otherRegion, Week otherWeek) {
    return new Site(id, name, main, otherRegion, zone, otherWeek, version);
  }
}
