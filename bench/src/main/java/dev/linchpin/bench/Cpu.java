package dev.linchpin.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Time a processor worked, in seconds.
public final class Cpu {
  private Cpu() {}

  /// Of all threads, those of the virtual machine among them.
  public static double ofProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /// Of the calling thread.
  public static double ofThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
