package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that nobody should have sent: each gives a sentence, none a stack trace.
class BadPlanFilesTests {
  private static final Charset UTF = StandardCharsets.UTF_8;
  private static final int MEGABYTE = 1 << 20;
  private static final String ONE_TASK = Mspdi.plan(1, id -> Mspdi.task(id, 1, "Order", 8, ""));

  @TempDir Path folder = Path.of("");

  @Test
  void twoHundredMegabytesOfXmlAreRefusedUnread() throws IOException {
    Path file = folder.resolve("huge.xml");
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(200L * MEGABYTE);
    }

    assertThat(refused(PlanFiles.read(file, ReadLimits.USUAL)))
        .isEqualTo(
            "too-large: huge.xml has 200 MB; plan files up to 64 MB are read."
                + " Save it without baselines and history, or one project at a time.");
  }

  @Test
  void aFileThatNeedsTooMuchMemoryIsNamedAndTheReaderIsGone() throws IOException {
    String note = "<Notes>" + "n".repeat(MEGABYTE) + "</Notes>";
    Path file = write("heavy.xml", Mspdi.plan(60, id -> Mspdi.task(id, 1, "T", 8, note)));

    assertThat(refused(PlanFiles.read(file, ReadLimits.USUAL.withMemoryMegabytes(64))))
        .startsWith("too-much-memory: Reading heavy.xml needs more than 64 MB");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    byte[] zeros = new byte[MEGABYTE];
    Path file =
        zip(
            "bomb.zip",
            "plan.xml",
            out -> {
              for (int i = 0; i < 300; i++) {
                out.write(zeros);
              }
            });

    assertThat(refused(PlanFiles.read(file, ReadLimits.USUAL)))
        .startsWith("unpacks-too-large: bomb.zip unpacks to more than 200 MB");
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 300; i++) {
        gzip.write(zeros);
      }
    }
    assertThat(refused(parse(write("bomb.xml.gz", bytes.toByteArray()))))
        .startsWith("unpacks-too-large");
  }

  @Test
  void onePlanInAZipOrGzipFileIsRead() throws IOException {
    assertThat(parse(zip("plan.zip", "a/plan.xml", out -> out.write(ONE_TASK.getBytes(UTF)))))
        .isInstanceOf(Read.class);
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(ONE_TASK.getBytes(UTF));
    }
    assertThat(parse(write("plan.xml.gz", bytes.toByteArray()))).isInstanceOf(Read.class);
  }

  @Test
  void aZipInAZipIsNotUnpacked() throws IOException {
    Path inner = zip("inner.zip", "plan.xml", out -> out.write(ONE_TASK.getBytes(UTF)));
    Path outer = zip("outer.zip", "plan.mpp", out -> out.write(Files.readAllBytes(inner)));

    assertThat(refused(parse(outer))).startsWith("several-files: plan.mpp holds no single plan");
  }

  @Test
  void aFileThatPullsInOthersIsRefused() throws IOException {
    Path secret = write("secret.txt", "do not tell");
    String entity = "<!DOCTYPE Project [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    String laughs = "<!DOCTYPE Project [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
    for (String declared : List.of(entity, laughs)) {
      String text = ONE_TASK.replace("<Project ", declared + "<Project ");
      assertThat(refused(parse(write("xxe.xml", text)))).startsWith("doctype: xxe.xml holds");
      assertThat(refused(PlanFiles.read(write("xxe.xml", text), ReadLimits.USUAL)))
          .startsWith("doctype: xxe.xml holds");
    }
  }

  @Test
  void whatIsNoPlanIsCalledThat() throws IOException {
    assertThat(refused(parse(write("letter.txt", "Dear all,\nthe plan is late."))))
        .startsWith("csv: ");
    assertThat(refused(parse(write("letter.pdf", "%PDF-1.7 and so on"))))
        .startsWith("not-a-plan: letter.pdf is not a plan file that Linchpin knows. Save it as");
    assertThat(refused(parse(write("page.xml", "<html><body>Plan</body></html>"))))
        .startsWith("not-a-plan");
    assertThat(refused(parse(write("blank.csv", " \n ")))).startsWith("empty");
    assertThat(refused(parse(write("data.db", "SQLite format 3\0and more"))))
        .startsWith("other-format: data.db is a database");
    assertThat(refused(parse(write("plan.tjp", "project p \"P\" 2027-01-11 +1y {}"))))
        .startsWith("other-format: plan.tjp is a TaskJuggler plan");
  }

  @Test
  void aLetterFromAnOfficeProgramIsNotAPlan() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var office = new POIFSFileSystem()) {
      office.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
      office.writeFilesystem(bytes);
    }

    String refused = refused(parse(write("letter.mpp", bytes.toByteArray())));

    assertThat(refused).startsWith("other-format: letter.mpp is an Office document");
  }

  @Test
  void aPlanThatBreaksOffIsRefusedAsAWhole() throws IOException {
    assertThat(refused(parse(write("half.xml", ONE_TASK.substring(0, ONE_TASK.length() / 2)))))
        .startsWith("broken: half.xml looks like an XML plan but breaks off");
    byte[] ole = new byte[3000];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
    assertThat(refused(parse(write("half.mpp", ole)))).startsWith("broken: half.mpp looks like");
    assertThat(refused(parse(write("half.xer", "ERMHDR\t8.2\n%T\tTASK\n%F\ttask_id\n%R\tx"))))
        .matches("(broken|no-tasks): .*");
    assertThat(refused(parse(write("half.mpx", "MPX,Microsoft Project,4.0\n30,x,y"))))
        .matches("(broken|no-tasks): .*");
  }

  @Test
  void twentyThousandTasksComeThrough() throws IOException {
    Path file =
        write(
            "long.xml",
            Mspdi.plan(
                20_000,
                id -> Mspdi.task(id, 1, "Task " + id, 8, id == 1 ? "" : Mspdi.after(id - 1, 1))));

    assertThat(PlanFiles.read(file, ReadLimits.USUAL))
        .isInstanceOfSatisfying(
            Read.class,
            read -> {
              assertThat(read.file().leaves()).hasSize(20_000);
              assertThat(read.file().relations()).hasSize(19_999);
            });
  }

  @Test
  void oneTaskMoreThanAllowedIsRefusedWithBothNumbers() throws IOException {
    var text = new StringBuilder("name;duration\n");
    for (int i = 0; i < 20_001; i++) {
      text.append("Task;1d\n");
    }

    assertThat(refused(PlanFiles.read(write("long.csv", text.toString()), ReadLimits.USUAL)))
        .startsWith("too-many-tasks: long.csv has 20,001 tasks; plans up to 20,000 are read.");
  }

  @Test
  void tasksThatWaitForEachOtherAreReadAsTheyAre() throws IOException {
    String circle = Mspdi.plan(2, id -> Mspdi.task(id, 1, "Task " + id, 8, Mspdi.after(3 - id, 1)));

    assertThat(parse(write("circle.xml", circle)))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.file().relations()).hasSize(2));
  }

  @Test
  void realFilesCutOrChangedAnywhereGiveASentenceOrAPlan() throws IOException {
    Path data = Corpus.data();
    var random = new Random(20270111);
    var files = new ArrayList<Map.Entry<String, Path>>();
    for (String archive : List.of("mpp.zip", "mspdi.zip", "primavera.zip", "other.zip")) {
      files.addAll(Corpus.unpacked(data.resolve("plan-files/" + archive), folder).entrySet());
    }
    for (int i = 0; i < files.size(); i += 4) {
      byte[] whole = Files.readAllBytes(files.get(i).getValue());
      byte[] cut = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      byte[] changed = whole.clone();
      for (int change = 0; change < 20; change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      for (byte[] bytes : List.of(cut, changed)) {
        ReadResult result = parse(write(files.get(i).getKey(), bytes));
        if (result instanceof Read(PlanFile plan)) {
          assertThat(Converted.of(plan, new ProjectId("p")).plan().projects()).hasSize(1);
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(150);
  }

  private static String refused(ReadResult result) {
    return result instanceof Refused no ? no.code() + ": " + no.message() : "read";
  }

  private ReadResult parse(Path file) {
    return PlanFileParser.parse(file, String.valueOf(file.getFileName()), ReadLimits.USUAL, folder);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private Path zip(String name, String entry, Writer content) throws IOException {
    Path file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      content.write(zip);
      zip.closeEntry();
    }
    return file;
  }
}
