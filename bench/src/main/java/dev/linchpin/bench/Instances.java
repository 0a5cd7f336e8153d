package dev.linchpin.bench;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.InstanceText;
import dev.linchpin.forecast.search.InstanceTextException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The published instances of a file, a zip or a folder, by set: the name of the zip or folder, or
/// where several sets lie in one, the letters and digits before the first `_`.
public final class Instances {
  private final Map<String, List<Instance>> sets = new TreeMap<>();

  public static Map<String, List<Instance>> of(Path path)
      throws IOException, InstanceTextException {
    Instances instances = new Instances();
    instances.read(path);
    return instances.sets;
  }

  private void read(Path path) throws IOException, InstanceTextException {
    if (Files.isDirectory(path)) {
      List<Path> files;
      try (Stream<Path> walked = Files.walk(path)) {
        files = walked.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        readFile(file, name(file.toAbsolutePath().resolveSibling("")));
      }
    } else {
      readFile(path, stem(name(path)));
    }
  }

  private void readFile(Path file, String set) throws IOException, InstanceTextException {
    if (name(file).endsWith(".zip")) {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        readZip(zip, stem(name(file)));
      }
    } else if (isInstance(name(file))) {
      add(set, name(file), Files.readString(file));
    }
  }

  private void readZip(ZipFile zip, String set) throws InstanceTextException {
    List<ZipEntry> entries = new ArrayList<>();
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      entries.add(all.nextElement());
    }
    entries.sort((one, two) -> one.getName().compareTo(two.getName()));
    for (ZipEntry entry : entries) {
      String name = entry.getName().replaceFirst("^.*/", "");
      if (isInstance(name)) {
        add(set, name, text(zip, entry));
      }
    }
  }

  private void add(String set, String file, String text) throws InstanceTextException {
    sets.computeIfAbsent(set, _ -> new ArrayList<>()).add(instance(file, text));
  }

  private static Instance instance(String file, String text) throws InstanceTextException {
    String name = stem(file);
    if (file.endsWith(".sm")) {
      return InstanceText.sm(name, text);
    }
    return file.endsWith(".rcp") ? InstanceText.rcp(name, text) : ManyProjects.read(name, text);
  }

  private static boolean isInstance(String name) {
    return name.endsWith(".sm") || name.endsWith(".rcp") || name.endsWith(".json");
  }

  private static String text(ZipFile zip, ZipEntry entry) {
    try (var in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String stem(String name) {
    return name.replaceFirst("\\.[a-z]+$", "");
  }
}
