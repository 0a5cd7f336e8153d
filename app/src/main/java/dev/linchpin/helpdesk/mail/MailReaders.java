package dev.linchpin.helpdesk.mail;

import dev.linchpin.platform.Zone;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/*
 * Each mailbox has one reader on one node: whoever claims it in the database, for a minute and a
 * half, renewed every twenty seconds. A reader takes what is new, then lets the server tell it of
 * more (IDLE), or asks again after the same twenty seconds where the server cannot. After a failure
 * it comes again after 5 seconds, 10, 20, … at most 5 minutes.
 *
 * Should two nodes read one mailbox for a moment all the same, each mail is still taken once.
 */
/// Keeps every mailbox that is on read, on some node.
@Component
class MailReaders implements SmartLifecycle {
  static final Duration ROUND = Duration.ofSeconds(20);
  private static final Duration CLAIM = Duration.ofSeconds(90);
  private static final Duration WAIT_MIN = Duration.ofSeconds(5);
  private static final Duration WAIT_MAX = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(MailReaders.class);

  private final Mailboxes boxes;
  private final MailIntake intake;
  private final MailTokens tokens;
  private final SmtpListener listener;
  private final Zone zone;
  private final String node = UUID.randomUUID().toString();
  private final Map<UUID, Reading> readings = new ConcurrentHashMap<>();
  private volatile @Nullable CountDownLatch stop;

  MailReaders(
      Mailboxes boxes, MailIntake intake, MailTokens tokens, SmtpListener listener, Zone zone) {
    this.boxes = boxes;
    this.intake = intake;
    this.tokens = tokens;
    this.listener = listener;
    this.zone = zone;
  }

  /// One mailbox being read.
  private static final class Reading {
    final int version;
    final CountDownLatch ended = new CountDownLatch(1);
    volatile @Nullable ImapReader reader;

    Reading(int version) {
      this.version = version;
    }

    void end() {
      ended.countDown();
      ImapReader open = reader;
      if (open != null) {
        open.close();
      }
    }

    boolean isOver() {
      return ended.getCount() == 0;
    }

    boolean sleep(Duration time) {
      try {
        return !ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  @Override
  public void start() {
    var latch = new CountDownLatch(1);
    stop = latch;
    Thread.ofVirtual().name("mailboxes").start(() -> rounds(latch));
  }

  private void rounds(CountDownLatch latch) {
    try {
      do {
        round();
      } while (!latch.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts, keeps and ends readers as the settings say.
  synchronized void round() {
    try {
      listener.keep();
      List<Mailbox> all = boxes.all();
      for (Mailbox box : all) {
        Reading reading = readings.get(box.id());
        boolean mine = box.reads() && boxes.claim(box.id(), node, zone.instant(), CLAIM);
        if (reading != null && (!mine || reading.version != box.version() || reading.isOver())) {
          readings.remove(box.id());
          reading.end();
          reading = null;
        }
        if (mine && reading == null) {
          begin(box);
        } else if (reading != null) {
          nudge(reading);
        }
      }
    } catch (RuntimeException away) { // the database, most likely: the next round tries again
      LOG.warn("mailboxes not looked after reason={}", away.toString());
    }
  }

  private void begin(Mailbox box) {
    var reading = new Reading(box.version());
    readings.put(box.id(), reading);
    Thread.ofVirtual().name("mailbox " + box.address()).start(() -> read(box, reading));
  }

  private static void nudge(Reading reading) {
    ImapReader reader = reading.reader;
    if (reader != null) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              reader.nudge();
            } catch (MessagingException broken) { // the reader meets it itself
              reader.close();
            }
          });
    }
  }

  private void read(Mailbox box, Reading reading) {
    Duration wait = WAIT_MIN;
    while (!reading.isOver()) {
      Instant begun = zone.instant();
      try (ImapReader reader = ImapReader.open(box, intake, boxes, tokens, zone)) {
        reading.reader = reader;
        readOn(reader, reading);
      } catch (MessagingException trouble) {
        failed(box, reading, MailTrouble.words(trouble, box.server()), trouble);
      } catch (RuntimeException trouble) {
        failed(box, reading, "Reading stopped. It goes on by itself; the log says more.", trouble);
      } finally {
        reading.reader = null;
      }
      boolean wentWell = Duration.between(begun, zone.instant()).compareTo(WAIT_MAX) > 0;
      wait = wentWell ? WAIT_MIN : wait;
      reading.sleep(wait);
      wait = wait.multipliedBy(2).compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait.multipliedBy(2);
    }
  }

  private static void readOn(ImapReader reader, Reading reading) throws MessagingException {
    while (!reading.isOver()) {
      reader.readNew();
      if (!reader.waitForMail()) {
        reading.sleep(ROUND);
      }
    }
  }

  private void failed(Mailbox box, Reading reading, String sentence, Exception trouble) {
    if (!reading.isOver()) {
      LOG.warn("mailbox not read address={} reason={}", box.address(), trouble.toString());
      try {
        boxes.failed(box.id(), sentence, zone.instant());
      } catch (RuntimeException away) { // without the database it cannot be written down
        LOG.warn("mailbox state not kept address={}", box.address());
      }
    }
  }

  @Override
  public void stop() {
    CountDownLatch latch = stop;
    if (latch != null) {
      latch.countDown();
    }
    stop = null;
    listener.close();
    readings.forEach((id, reading) -> {
      reading.end();
      boxes.release(id, node);
    });
    readings.clear();
  }

  @Override
  public boolean isRunning() {
    return stop != null;
  }
}
