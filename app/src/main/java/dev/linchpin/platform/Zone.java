package dev.linchpin.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// The organisation's clock, read at the edge only: pages and jobs ask once and pass the day down.
@Component
public class Zone {
  private static final String KEY = "zone";
  private final Settings settings;
  private final InstantSource clock;

  public Zone(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public ZoneId id() {
    return ZoneId.of(settings.get(KEY).orElse("UTC"));
  }

  public void set(ZoneId zone) {
    settings.put(KEY, zone.getId());
  }

  public Instant instant() {
    return clock.instant();
  }

  /// Now, in the organisation's zone.
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), id());
  }

  public LocalDate today() {
    return now().toLocalDate();
  }
}
