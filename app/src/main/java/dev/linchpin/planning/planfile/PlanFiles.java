package dev.linchpin.planning.planfile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/*
 * Plan files are untrusted binaries, and the parsers for them are large. So a file is read by a
 * second Java process (PlanFileParser) that has little memory, little time, an empty environment
 * and a temporary folder of its own, and that hands over JSON on its standard output. Whatever it
 * does, this process only waits, counts bytes and reads JSON into records.
 */
/// Reads plan files of other tools.
public final class PlanFiles {
  /// Two readers at once: each may take the memory of [ReadLimits#memoryMegabytes()].
  private static final Semaphore READERS = new Semaphore(2, true);

  /// What `-XX:+ExitOnOutOfMemoryError` ends with.
  private static final int OUT_OF_MEMORY = 3;

  private PlanFiles() {}

  /// Reads one file in a process of its own; never throws because of the file.
  public static ReadResult read(Path file, ReadLimits limits) {
    return read(file, file.getFileName() + "", limits);
  }

  /// Reads one file that people know by another name, such as an upload.
  ///
  /// @param name shown in messages; its ending helps to tell formats apart
  public static ReadResult read(Path file, String name, ReadLimits limits) {
    if (!Files.exists(file)) {
      return Refusals.notFound(name);
    }
    if (Files.isDirectory(file)) {
      return Refusals.folder(name);
    }
    if (!Files.isReadable(file)) {
      return Refusals.unreadable(name);
    }
    try {
      long size = Files.size(file);
      if (size == 0) {
        return Refusals.empty(name);
      }
      if (size > limits.fileBytes()) {
        return Refusals.tooLarge(name, size, limits.fileBytes());
      }
      return inTurn(file, name, limits);
    } catch (IOException e) {
      return Refusals.noReader(name);
    }
  }

  private static ReadResult inTurn(Path file, String name, ReadLimits limits) throws IOException {
    try {
      if (!READERS.tryAcquire(2 * limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        return Refusals.busy(name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Refusals.busy(name);
    }
    Path folder = Files.createTempDirectory("linchpin-plan-");
    try {
      return inProcess(file, name, limits, folder);
    } finally {
      READERS.release();
      delete(folder);
    }
  }

  private static ReadResult inProcess(Path file, String name, ReadLimits limits, Path folder)
      throws IOException {
    var builder = new ProcessBuilder(command(file, name, limits, folder));
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      var output = CompletableFuture.supplyAsync(() -> upTo(limits, process.getInputStream()));
      byte[] json = output.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
      if (json.length > limits.resultBytes()) {
        return Refusals.resultTooLarge(name);
      }
      boolean ended = process.waitFor(1, TimeUnit.SECONDS);
      return ended ? result(process.exitValue(), json, name, limits) : Refusals.noReader(name);
    } catch (TimeoutException e) {
      return Refusals.tooSlow(name, limits.time().toSeconds());
    } catch (ExecutionException e) {
      return Refusals.noReader(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Refusals.busy(name);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] upTo(ReadLimits limits, InputStream output) {
    try (output) {
      return output.readNBytes(limits.resultBytes() + 1);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static ReadResult result(int exit, byte[] json, String name, ReadLimits limits) {
    return switch (exit) {
      case 0 -> Handover.read(json, name);
      case OUT_OF_MEMORY -> Refusals.tooMuchMemory(name, limits.memoryMegabytes());
      case PlanFileParser.OUT_OF_TIME -> Refusals.tooSlow(name, limits.time().toSeconds());
      default -> Refusals.noReader(name);
    };
  }

  private static List<String> command(Path file, String name, ReadLimits limits, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.memoryMegabytes() + "m",
        "-Xss4m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Duser.timezone=UTC",
        "-Duser.language=en",
        // No XML parser in there reads a DTD or anything outside its file.
        "-Djdk.xml.dtd.support=deny",
        "-Djavax.xml.accessExternalDTD=",
        "-Djavax.xml.accessExternalSchema=",
        "-Djavax.xml.accessExternalStylesheet=",
        "-cp",
        classPath(),
        PlanFileParser.class.getName(),
        file.toAbsolutePath().toString(),
        name,
        Long.toString(limits.unpackedBytes()),
        Integer.toString(limits.unpackedRatio()),
        Integer.toString(limits.tasks()),
        Long.toString(limits.time().toMillis()));
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // Left to the system, which cleans its temporary folder.
      folder.toFile().deleteOnExit();
    }
  }
}
