package dev.linchpin.platform;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// The machine's clock, for the edge: the server's beans and the command line.
public final class SystemTime {
  private SystemTime() {}

  public static InstantSource clock() {
    return Clock.systemUTC();
  }

  /// Today where this machine is.
  public static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }
}
