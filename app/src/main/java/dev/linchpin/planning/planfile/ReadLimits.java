package dev.linchpin.planning.planfile;

import java.time.Duration;

/// How much one plan file may take.
///
/// @param fileBytes of the file as it is
/// @param unpackedBytes of what a zip or gzip file holds
/// @param unpackedRatio unpacked size over packed size
/// @param tasks lines of the plan, summaries included
/// @param time until the reading process is ended
/// @param memoryMegabytes heap of the reading process
/// @param resultBytes of what the reading process hands over
public record ReadLimits(
    long fileBytes,
    long unpackedBytes,
    int unpackedRatio,
    int tasks,
    Duration time,
    int memoryMegabytes,
    int resultBytes) {
  private static final int MEGABYTE = 1 << 20;

  public static final ReadLimits USUAL =
      new ReadLimits(
          64L * MEGABYTE, 200L * MEGABYTE, 100, 20_000, Duration.ofSeconds(30), 512, 96 * MEGABYTE);

  public ReadLimits {
    if (fileBytes < 1 || unpackedBytes < 1 || unpackedRatio < 1 || tasks < 1) {
      throw new IllegalArgumentException("Each limit for plan files is at least 1.");
    }
    if (!time.isPositive() || memoryMegabytes < 64 || resultBytes < 1) {
      throw new IllegalArgumentException("A plan file needs time, 64 MB of memory and a result.");
    }
  }

  public ReadLimits withTime(Duration other) {
    return new ReadLimits(
        fileBytes, unpackedBytes, unpackedRatio, tasks, other, memoryMegabytes, resultBytes);
  }

  public ReadLimits withMemoryMegabytes(int other) {
    return new ReadLimits(fileBytes, unpackedBytes, unpackedRatio, tasks, time, other, resultBytes);
  }
}
