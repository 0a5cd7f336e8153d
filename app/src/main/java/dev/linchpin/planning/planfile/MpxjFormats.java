package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.ReadResult.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.ganttproject.GanttProjectReader;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mpx.MPXReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.planner.PlannerReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.reader.ProjectReader;
import org.mpxj.reader.UniversalProjectReader;

/// Which of the library's readers reads which format. Only these are used: the library also reads
/// databases and folders, which no plan of an unknown sender needs.
final class MpxjFormats {
  private static final Map<Class<? extends ProjectReader>, String> XML_FORMATS =
      Map.of(
          MSPDIReader.class, "Microsoft Project (XML)",
          PrimaveraPMFileReader.class, "Primavera (XML)",
          PlannerReader.class, "GNOME Planner",
          GanttProjectReader.class, "GanttProject");

  private MpxjFormats() {}

  static ReadResult mpp(Path file, String name) throws IOException, MPXJException {
    try (InputStream in = Files.newInputStream(file);
        var system = new POIFSFileSystem(in)) {
      if (!MPPReader.getFileFormat(system).startsWith("MSProject")) {
        return Refusals.otherFormat(name, "an Office document without a plan");
      }
      var reader = new MPPReader();
      reader.setReadPresentationData(false);
      return largest(List.of(reader.read(system)), "Microsoft Project (MPP)", name);
    }
  }

  static ReadResult xml(Path file, String name) throws MPXJException {
    try (var proxy = new UniversalProjectReader().getProjectReaderProxy(file.toFile())) {
      ProjectReader reader = proxy == null ? null : proxy.getProjectReader();
      String format = reader == null ? null : XML_FORMATS.get(reader.getClass());
      return proxy == null || format == null
          ? Refusals.notAPlan(name)
          : largest(proxy.readAll(), format, name);
    } catch (MPXJException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MPXJException("closing", e);
    }
  }

  static ReadResult xer(Path file, String name) throws IOException, MPXJException {
    try (InputStream in = Files.newInputStream(file)) {
      return largest(new PrimaveraXERFileReader().readAll(in), "Primavera (XER)", name);
    }
  }

  /// The words in an MPX file depend on the language of the tool that wrote it, which it does not
  /// name: the first language whose words fit is the one.
  static ReadResult mpx(Path file, String name) throws IOException, MPXJException {
    MPXJException first = null;
    var languages =
        Stream.concat(Stream.of(Locale.ENGLISH), Stream.of(MPXReader.getSupportedLocales()));
    for (Locale language : languages.distinct().toList()) {
      try (InputStream in = Files.newInputStream(file)) {
        var reader = new MPXReader();
        reader.setLocale(language);
        return largest(List.of(reader.read(in)), "Microsoft Project (MPX)", name);
      } catch (MPXJException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new MPXJException(MPXJException.INVALID_FILE) : first;
  }

  /// The largest of several projects, so that the most is seen; the others are named as lost.
  private static ReadResult largest(List<ProjectFile> projects, String format, String name) {
    return projects.stream()
        .max(Comparator.comparingInt(project -> project.getTasks().size()))
        .map(largest -> (ReadResult) new Read(new MpxjPlan(largest, format, name).read(projects)))
        .orElseGet(() -> Refusals.noTasks(name));
  }
}
