package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks the one plan file in a zip or gzip file, counting what really comes out.
sealed interface Archive {
  /// The plan file, unpacked, and its name in the archive.
  record Unpacked(Path path, String name) implements Archive {}

  /// Why there is none.
  record Not(Refused no) implements Archive {}

  Pattern PLAN =
      Pattern.compile(
          ".*\\.(mpp|mpt|mpx|xml|xer|pmxml|planner|gan|p2x|csv|tsv)", Pattern.CASE_INSENSITIVE);

  /// Below this size a high ratio says nothing: a short text of blanks packs well.
  long HARMLESS_BYTES = 1 << 20;

  static Archive unpack(Path file, String name, ReadLimits limits, Path folder) throws IOException {
    long allowed =
        Math.min(
            limits.unpackedBytes(),
            Math.max(HARMLESS_BYTES, Files.size(file) * limits.unpackedRatio()));
    Path target = Files.createTempFile(folder, "plan", "");
    try {
      return Content.of(file, name) == Content.GZIP
          ? gzip(file, name, limits, target, allowed)
          : zip(file, name, limits, target, allowed);
    } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
      return new Not(Refusals.broken(name, Content.ZIP.shown()));
    }
  }

  private static Archive gzip(Path file, String name, ReadLimits limits, Path target, long allowed)
      throws IOException {
    String inner = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return copy(in, target, allowed) < 0
          ? new Not(Refusals.bomb(name, limits.unpackedBytes(), limits.unpackedRatio()))
          : new Unpacked(target, inner);
    }
  }

  private static Archive zip(Path file, String name, ReadLimits limits, Path target, long allowed)
      throws IOException {
    String found = null;
    try (var in = new ZipInputStream(Files.newInputStream(file))) {
      long left = allowed;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean plan = !entry.isDirectory() && PLAN.matcher(entry.getName()).matches();
        if (plan && found != null) {
          return new Not(Refusals.manyInArchive(name));
        }
        long copied = copy(in, plan ? target : null, left);
        if (copied < 0) {
          return new Not(Refusals.bomb(name, limits.unpackedBytes(), limits.unpackedRatio()));
        }
        left -= copied;
        found = plan ? entry.getName() : found;
      }
    }
    return found == null ? new Not(Refusals.manyInArchive(name)) : new Unpacked(target, found);
  }

  /// How many bytes came out; -1 when there were more than allowed.
  private static long copy(InputStream in, @Nullable Path target, long allowed) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    try (OutputStream out =
        target == null ? OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copied += n;
        if (copied > allowed) {
          return -1;
        }
        out.write(buffer, 0, n);
      }
    }
    return copied;
  }
}
