package dev.linchpin.forecast;

import java.nio.ByteBuffer;

/// Some of the runs of a question, played on any machine: bytes to send or to keep.
public final class Batch {
  private final byte[] bytes;

  private Batch(byte[] bytes) {
    this.bytes = bytes;
  }

  /// What [#bytes] gave.
  public static Batch of(byte[] bytes) {
    Checks.require(bytes.length >= 2 * Integer.BYTES, "These bytes are no batch.");
    Batch batch = new Batch(bytes.clone());
    Checks.require(0 <= batch.from() && batch.from() < batch.to(), "These bytes are no batch.");
    return batch;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// The first of its runs; they are numbered from 0.
  public int from() {
    return ByteBuffer.wrap(bytes).getInt(0);
  }

  /// The run after its last one.
  public int to() {
    return ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
  }

  /// What the runs gave, after the numbers of the runs.
  public ByteBuffer content() {
    return ByteBuffer.wrap(bytes, 2 * Integer.BYTES, bytes.length - 2 * Integer.BYTES)
        .asReadOnlyBuffer();
  }
}
