package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.ReadResult.Read;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.mpxj.MPXJException;

/// The reading process: started by [PlanFiles], reads one file, hands over JSON, ends.
final class PlanFileParser {
  static final int OUT_OF_TIME = 124;

  private PlanFileParser() {}

  /// Reads the file named by the first argument; the others are its shown name and limits, in the
  /// order of [PlanFiles].
  public static void main(String[] arguments) {
    PrintStream result = System.out;
    System.setOut(System.err); // so that a library's chatter never gets into the result
    endAfter(Duration.ofMillis(Long.parseLong(arguments[5])));
    var usual = ReadLimits.USUAL;
    var limits =
        new ReadLimits(
            usual.fileBytes(),
            Long.parseLong(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            usual.time(),
            usual.memoryMegabytes(),
            usual.resultBytes());
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Handover.write(parse(Path.of(arguments[0]), arguments[1], limits, folder), result);
    result.flush();
    Runtime.getRuntime().halt(0);
  }

  /// Ends this process even when its parent is gone and nobody waits for it any more.
  private static void endAfter(Duration time) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            Thread.sleep(time);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          Runtime.getRuntime().halt(OUT_OF_TIME);
        });
  }

  /// Reads one file in this process.
  ///
  /// @param folder where packed files are unpacked
  static ReadResult parse(Path file, String name, ReadLimits limits, Path folder) {
    try {
      Content content = Content.of(file, name);
      if (content.isPacked()) {
        return switch (Archive.unpack(file, name, limits, folder)) {
          case Archive.Unpacked(Path path, String inner) -> parsePlain(path, inner, limits);
          case Archive.Not(ReadResult.Refused no) -> no;
        };
      }
      return parsePlain(file, name, limits);
    } catch (IOException e) {
      return Refusals.unreadable(name);
    }
  }

  private static ReadResult parsePlain(Path file, String name, ReadLimits limits)
      throws IOException {
    Content content = Content.of(file, name);
    try {
      ReadResult result =
          switch (content) {
            case OLE -> MpxjFormats.mpp(file, name);
            case XML -> xml(file, name);
            case MPX -> MpxjFormats.mpx(file, name);
            case XER -> MpxjFormats.xer(file, name);
            case CSV -> new CsvPlan(name).read(file);
            case ZIP, GZIP -> Refusals.manyInArchive(name);
            case TASKJUGGLER -> Refusals.otherFormat(name, "a TaskJuggler plan");
            case DATABASE -> Refusals.otherFormat(name, "a database");
            case EMPTY -> Refusals.empty(name);
            case UNKNOWN -> Refusals.notAPlan(name);
          };
      return withinLimits(result, name, limits);
    } catch (IOException | MPXJException | RuntimeException | StackOverflowError e) {
      // Any of the parsers' many ways to say that they do not understand the file.
      return isAboutPassword(e) ? Refusals.password(name) : Refusals.broken(name, content.shown());
    }
  }

  private static ReadResult xml(Path file, String name) throws IOException, MPXJException {
    return switch (XmlRoot.of(file)) {
      case XmlRoot.DocType _ -> Refusals.docType(name);
      case XmlRoot.NotXml _ -> Refusals.broken(name, Content.XML.shown());
      case XmlRoot.Element(String root) when root.equals("Project{}") -> P2xPlan.read(file, name);
      case XmlRoot.Element _ -> MpxjFormats.xml(file, name);
    };
  }

  private static ReadResult withinLimits(ReadResult result, String name, ReadLimits limits) {
    return switch (result) {
      case Read(PlanFile plan) when plan.items().isEmpty() -> Refusals.noTasks(name);
      case Read(PlanFile plan) when plan.items().size() > limits.tasks() ->
          Refusals.tooManyTasks(name, plan.items().size(), limits.tasks());
      default -> result;
    };
  }

  private static boolean isAboutPassword(Throwable problem) {
    return problem instanceof MPXJException
        && String.valueOf(problem.getMessage()).contains(MPXJException.PASSWORD_PROTECTED);
  }
}
