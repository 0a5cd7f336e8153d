package dev.linchpin.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Time a processor worked, in seconds.
final class Cpu {
  private Cpu() {}

  /// Of all threads, those of the virtual machine among them.
  static double ofProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /// Of the calling thread.
  static double ofThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
