package dev.linchpin.helpdesk.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// Hears SMTP, for sites whose mail server forwards mail to us. It takes mail for our mailboxes and
/// for nobody else; it passes nothing on.
@Component
public class SmtpListener implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 20;
  private static final int RECIPIENTS_MAX = 50;
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final Logger LOG = LoggerFactory.getLogger(SmtpListener.class);

  private final MailIntake intake;
  private final Mailboxes boxes;
  private final MailSettings settings;
  private @Nullable SMTPServer server;
  private volatile String failure = "";

  SmtpListener(MailIntake intake, Mailboxes boxes, MailSettings settings) {
    this.intake = intake;
    this.boxes = boxes;
    this.settings = settings;
  }

  /// Starts, moves or stops as the settings say.
  synchronized void keep() {
    MailSettings.Values values = settings.get();
    SMTPServer running = server;
    boolean same =
        running != null
            && running.getPort() == values.listen()
            && address(values).equals(running.getBindAddress().orElse(null));
    if (running != null && !same) {
      close();
    }
    if (values.listen() > 0 && server == null) {
      start(values);
    }
  }

  private void start(MailSettings.Values values) {
    try {
      SMTPServer fresh =
          SMTPServer.port(values.listen())
              .bindAddress(address(values))
              .hostName("linchpin")
              .softwareName("Linchpin")
              .maxConnections(CONNECTIONS_MAX)
              .maxRecipients(RECIPIENTS_MAX)
              .connectionTimeoutMs(TIMEOUT_MILLIS)
              .maxMessageSize(MailIntake.BYTES_MAX)
              .messageHandlerFactory(_ -> new Delivery())
              .build();
      fresh.start();
      server = fresh;
      failure = "";
    } catch (RuntimeException no) {
      failure =
          "It cannot listen on %s, port %d. Something else may use that port."
              .formatted(values.listenAt(), values.listen());
      LOG.warn("smtp not heard port={} reason={}", values.listen(), no.toString());
    }
  }

  private static InetAddress address(MailSettings.Values values) {
    try {
      return InetAddress.getByName(values.listenAt());
    } catch (UnknownHostException unknown) {
      return InetAddress.getLoopbackAddress();
    }
  }

  /// Why it hears nothing; empty when all is well.
  public String failure() {
    return failure;
  }

  @Override
  public synchronized void close() {
    SMTPServer running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
  }

  /// One mail on its way in.
  private final class Delivery implements MessageHandler {
    private final List<Mailbox> to = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    @Override
    public void from(String sender) {
      from = sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      Mailbox box =
          MailAddress.all(recipient).stream()
              .findFirst()
              .flatMap(boxes::at)
              .orElseThrow(() -> new RejectException(550, "5.1.1 There is no such mailbox here."));
      recipients.add(recipient);
      if (to.stream().noneMatch(one -> one.id().equals(box.id()))) {
        to.add(box);
      }
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      var raw = new ByteArrayOutputStream();
      String trace =
          "Return-Path: <" + from + ">\r\nDelivered-To: " + String.join(", ", recipients);
      raw.writeBytes((PlainText.cut(trace, 4_000) + "\r\n").getBytes(StandardCharsets.UTF_8));
      data.transferTo(new Bounded(raw, MailIntake.BYTES_MAX));
      try {
        byte[] bytes = raw.toByteArray();
        String delivery = "smtp " + hash(bytes);
        to.forEach(box -> intake.take(box, delivery, bytes));
      } catch (RuntimeException away) {
        LOG.warn("mail put off reason={}", away.toString());
        throw new RejectException(451, "4.3.0 Come again in a few minutes.");
      }
      return "2.6.0 Taken.";
    }

    @Override
    public void done() {}
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
