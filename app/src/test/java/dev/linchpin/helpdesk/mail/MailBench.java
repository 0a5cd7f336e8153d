package dev.linchpin.helpdesk.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.App;
import dev.linchpin.platform.postgres.EmbeddedPostgres;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Measures taking mails in, on a database of its own that keeps what it says it keeps: how many a
/// second, and the heap while a mail of 25 MB is read. `bin/bench mail [MAILS]` runs it.
final class MailBench {
  private static final int BIG = 25_000_000;
  private static final int LINE = 57;

  private MailBench() {}

  public static void main(String[] args) throws Exception {
    int mails = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    Path home = Files.createTempDirectory("linchpin-mail-");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        ConfigurableApplicationContext context = start(postgres.address(), home)) {
      MailIntake intake = context.getBean(MailIntake.class);
      Mailbox box = box(context);
      take(intake, box, 0, Math.min(500, mails / 10)); // warms up
      measure(intake, box, mails);
      big(intake, box);
    }
  }

  private static ConfigurableApplicationContext start(JdbcAddress address, Path home) {
    String db =
        address
            .url()
            .replace(
                "jdbc:postgresql://",
                "postgresql://" + address.user() + ":" + address.password() + "@");
    return SpringApplication.run(
        App.class, "--linchpin.db=" + db, "--linchpin.data=" + home, "--server.port=0");
  }

  private static Mailbox box(ConfigurableApplicationContext context) {
    var box =
        new Mailbox(
            UUID.randomUUID(),
            "Support",
            "support@example.org",
            null,
            null,
            false,
            MailServer.NONE,
            "INBOX",
            true,
            0,
            Mailbox.State.NEW);
    context.getBean(Mailboxes.class).put(box, "bench");
    context
        .getBean(MailSettings.class)
        .put(new MailSettings.Values(MailServer.NONE, "", true, true, "", 0, "127.0.0.1"));
    return box;
  }

  private static void measure(MailIntake intake, Mailbox box, int mails) {
    long[] nanos = take(intake, box, 1_000_000, mails);
    double seconds = Arrays.stream(nanos).sum() / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "mails=%d seconds=%.1f mails_per_second=%.0f p50_ms=%.1f p95_ms=%.1f p99_ms=%.1f%n",
        mails,
        seconds,
        mails / seconds,
        nanos[mails / 2] / 1e6,
        nanos[mails * 95 / 100] / 1e6,
        nanos[mails * 99 / 100] / 1e6);
  }

  /// One after the other, as from one folder; every third answers the one before.
  private static long[] take(MailIntake intake, Mailbox box, int from, int count) {
    var chance = new Random(from);
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      byte[] raw = mail(from + i, chance).getBytes(UTF_8);
      long begun = System.nanoTime();
      intake.take(box, "1 " + (from + i), raw);
      nanos[i] = System.nanoTime() - begun;
    }
    return nanos;
  }

  private static String mail(int number, Random chance) {
    int sender = number / 3 % 500;
    String refs = number % 3 == 2 ? "In-Reply-To: <%d@bench>\n".formatted(number - 1) : "";
    var text = new StringBuilder("It hums again, now on floor " + chance.nextInt(40) + ".\n\n");
    for (int line = 0; line < 30; line++) {
      text.append("> A line that was quoted, number ").append(line).append(".\n");
    }
    return """
    From: Person %1$d <person%1$d@lakeside.example>
    To: support@example.org
    Subject: Device %2$d hums
    Message-ID: <%2$d@bench>
    Date: Mon, 23 Nov 2026 10:00:00 +0100
    %3$sContent-Type: multipart/alternative; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8

    %4$s
    --b
    Content-Type: text/html; charset=utf-8

    <p>%4$s</p>
    --b--
    """
        .formatted(sender, number, refs, text);
  }

  private static void big(MailIntake intake, Mailbox box) throws IOException {
    byte[] raw = bigMail();
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    long begun = System.nanoTime();
    Taken taken = intake.take(box, "9 1", raw);
    double seconds = (System.nanoTime() - begun) / 1e9;
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        "big_mail_mb=%.1f became=%s seconds=%.2f heap_rise_mb=%.0f max_heap_mb=%d%n",
        raw.length / 1e6,
        taken.getClass().getSimpleName(),
        seconds,
        (peak - before) / 1e6,
        Runtime.getRuntime().maxMemory() / 1_000_000);
  }

  private static byte[] bigMail() throws IOException {
    var raw = new ByteArrayOutputStream(BIG + 10_000);
    raw.write(
        """
        From: a@lakeside.example
        Subject: A big one
        Message-ID: <big@bench>
        Content-Type: multipart/mixed; boundary=b

        --b

        See the file.
        --b
        Content-Type: application/octet-stream; name=dump.bin
        Content-Transfer-Encoding: base64

        """
            .getBytes(US_ASCII));
    byte[] line = new byte[LINE];
    var chance = new Random(1);
    while (raw.size() < BIG) {
      chance.nextBytes(line);
      raw.write(Base64.getEncoder().encode(line));
      raw.write('\n');
    }
    raw.write("--b--\n".getBytes(US_ASCII));
    return raw.toByteArray();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
