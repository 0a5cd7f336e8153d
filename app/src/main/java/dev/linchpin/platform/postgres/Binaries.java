package dev.linchpin.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The binaries on the class path, unpacked once per home.
final class Binaries {
  private Binaries() {}

  /// The folder with `postgres`, `initdb` and `pg_ctl`.
  static Path unpack(Path into) throws IOException {
    Path bin = into.resolve("bin");
    if (Files.isExecutable(bin.resolve("postgres")) && Files.exists(into.resolve("unpacked"))) {
      return bin;
    }
    try (InputStream archive = open();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, into);
      }
    }
    Files.writeString(into.resolve("unpacked"), "");
    return bin;
  }

  private static InputStream open() {
    String name = "postgres-%s-%s.txz".formatted(system(), machine());
    InputStream found = Binaries.class.getResourceAsStream("/" + name);
    if (found == null) {
      throw new IllegalStateException(
          "No embedded PostgreSQL for this machine (%s). Use your own with --db.".formatted(name));
    }
    return found;
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path to = into.resolve(entry.getName()).normalize();
    if (!to.startsWith(into)) {
      throw new IOException("An entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(to);
      return;
    }
    Files.createDirectories(to.getParent());
    Files.deleteIfExists(to);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, to, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(
          to,
          PosixFilePermissions.fromString(
              (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
  }

  private static String machine() {
    String arch = System.getProperty("os.arch", "");
    boolean arm = arch.equals("aarch64");
    return !arm ? "x86_64" : system().equals("linux") ? "arm_64" : "arm_64";
  }
}
