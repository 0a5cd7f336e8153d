package dev.linchpin.helpdesk.mail;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/// Keeps at most one byte more than it may, so that one sees it was too much; the rest goes by.
final class Bounded extends OutputStream {
  private final ByteArrayOutputStream kept;
  private final long most;

  Bounded(ByteArrayOutputStream kept, long most) {
    this.kept = kept;
    this.most = most;
  }

  @Override
  public void write(int one) {
    if (kept.size() <= most) {
      kept.write(one);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    kept.write(bytes, from, (int) Math.min(length, most + 1 - kept.size()));
  }
}
