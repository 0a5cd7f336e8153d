package dev.linchpin.answers.status.web;

import dev.linchpin.platform.Zone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Counts how often each address of the network asks for public pages within a minute, on this
/// node. Behind it lies a look at memory, so it has to stop nothing but floods.
@Component
class Visits {
  static final int PER_MINUTE = 120;
  private static final int ADDRESSES_MAX = 100_000;

  private final Zone zone;
  private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile long minute;

  Visits(Zone zone) {
    this.zone = zone;
  }

  /// Counts this one.
  boolean tooMany(String address) {
    long now = zone.instant().getEpochSecond() / 60;
    if (now != minute || counts.size() > ADDRESSES_MAX) {
      minute = now;
      counts.clear();
    }
    return counts.computeIfAbsent(address, _ -> new AtomicInteger()).incrementAndGet() > PER_MINUTE;
  }
}
