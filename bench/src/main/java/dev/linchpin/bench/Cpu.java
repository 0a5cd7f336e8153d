package dev.linchpin.bench;

import java.lang.management.ManagementFactory;

/// Time a processor worked, in seconds.
final class Cpu {
  private Cpu() {}

  /// Of the calling thread.
  static double ofThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
