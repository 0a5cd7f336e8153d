package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linchpin.LinchpinTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Public collections of mails, many of them broken on purpose, through the real intake.
@LinchpinTest
class RealMailTests {
  @Autowired ApplicationContext context;
  @Autowired JdbcClient sql;

  @Test
  void noneIsLostNoneComesTwiceAndWhatCannotBeTakenIsNamed() throws IOException {
    Map<String, byte[]> mails = mails();
    try (var world = new MailWorld(context)) {
      Map<String, Taken> first = takeAll(world, mails, "1");
      Map<String, Taken> again = takeAll(world, mails, "1");
      Map<String, Taken> anew = takeAll(world, mails, "2"); // the folder got another UIDVALIDITY

      Map<String, Long> counts =
          first.values().stream()
              .map(taken -> taken.getClass().getSimpleName())
              .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
      System.out.println("mail-mime " + mails.size() + " mails: " + counts);
      assertThat(first).hasSameSizeAs(mails);
      assertThat(again.values()).allMatch(Taken.Duplicate.class::isInstance);
      assertThat(anew)
          .allSatisfy((name, taken) -> {
            ReadMail mail = MailReader.read(Objects.requireNonNull(mails.get(name)));
            boolean canBeKnown = !mail.messageId().isEmpty() || mail.date() != null;
            assertThat(taken instanceof Taken.Duplicate).as(name).isEqualTo(canBeKnown);
          });
      assertThat(first.values())
          .filteredOn(Taken.Quarantined.class::isInstance)
          .allMatch(taken ->
              ((Taken.Quarantined) taken).reason().equals("It names no sender that can be read."));
      assertThat(rows(world, "1")).isEqualTo(mails.size());
      first.forEach((name, taken) -> {
        if (!(taken instanceof Taken.Duplicate)) {
          assertThat(world.bean(Mails.class).raw(taken.mail()))
              .contains(Objects.requireNonNull(mails.get(name)));
        }
      });
    }
  }

  private int rows(MailWorld world, String validity) {
    return sql.sql("select count(*) from helpdesk.mail where delivery like :key")
        .param("key", world.box.id() + " " + validity + " %")
        .query(Integer.class)
        .single();
  }

  private static Map<String, Taken> takeAll(
      MailWorld world, Map<String, byte[]> mails, String validity) {
    var taken = new LinkedHashMap<String, Taken>();
    mails.forEach((name, raw) ->
        taken.put(name, world.bean(MailIntake.class).take(world.box, validity + " " + name, raw)));
    return taken;
  }

  private static Map<String, byte[]> mails() throws IOException {
    String folder = System.getenv("LINCHPIN_SHARED_DATA");
    Path data = folder == null ? Path.of("..", "..", "shared", "data") : Path.of(folder);
    Path zips = data.resolve("mail-mime");
    assumeTrue(Files.exists(zips), "No mail-mime in the shared data: not compared.");
    var mails = new TreeMap<String, byte[]>();
    try (Stream<Path> all = Files.list(zips)) {
      for (Path zip : all.filter(file -> file.toString().endsWith(".zip")).sorted().toList()) {
        read(zip, mails);
      }
    }
    assertThat(mails).hasSizeGreaterThan(100);
    return mails;
  }

  private static void read(Path zip, Map<String, byte[]> mails) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          mails.put(zip.getFileName() + "/" + entry.getName(), in.readAllBytes());
        }
      }
    }
  }
}
