package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.messaging.Letters;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mail of ours that came back. A report counts only with the Message-ID of a mail we sent: anybody
/// can write that a mail came back.
@Component
class Bounces {
  private static final Pattern MESSAGE_ID = Pattern.compile("<lp\\.[^<>\\s]{1,300}>");
  private static final Pattern LETTER_ID =
      Pattern.compile("^<lp\\.letter\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");

  private final JdbcClient sql;
  private final Letters letters;
  private final Tickets tickets;
  private final Messages messages;

  Bounces(JdbcClient sql, Letters letters, Tickets tickets, Messages messages) {
    this.sql = sql;
    this.letters = letters;
    this.tickets = tickets;
    this.messages = messages;
  }

  /// A mail we know.
  ///
  /// @param address it was sent to
  /// @param why in the words of the server; may be empty
  record Known(UUID outgoing, Ticket ticket, @Nullable UUID message, String address, String why) {}

  Optional<Known> of(ReadMail mail) {
    DeliveryReport report = mail.report();
    if (report != null && report.failed().isEmpty()) {
      return Optional.empty(); // it is only late
    }
    String why = report == null ? "" : report.why();
    List<String> ids = ids(mail, report);
    return ids.isEmpty() ? Optional.empty() : known(ids, why);
  }

  /// Marks a letter of ours that this mail reports on, and its address.
  ///
  /// @return the address; empty when it reports on none
  Optional<String> ofLetter(ReadMail mail, Instant now) {
    DeliveryReport report = mail.report();
    if (report != null && report.failed().isEmpty()) {
      return Optional.empty(); // it is only late
    }
    String why = report == null ? "" : report.why();
    List<UUID> named =
        ids(mail, report).stream()
            .map(LETTER_ID::matcher)
            .filter(Matcher::find)
            .map(found -> UUID.fromString(found.group(1)))
            .distinct()
            .toList();
    Optional<String> address = letters.cameBack(named, sentence("The mail", why), now);
    address.ifPresent(one -> markAddress(one, why, now));
    return address;
  }

  private static List<String> ids(ReadMail mail, @Nullable DeliveryReport report) {
    var ids = new ArrayList<>(mail.references());
    if (report != null) {
      ids.addAll(report.messageIds());
    }
    Stream.concat(
            Stream.of(mail.text()),
            mail.files().stream().map(file -> PlainText.guess(file.content())))
        .map(text -> PlainText.cut(text, 100_000))
        .flatMap(text -> MESSAGE_ID.matcher(text).results())
        .limit(20)
        .forEach(found -> ids.add(found.group()));
    return ids;
  }

  private Optional<Known> known(List<String> ids, String why) {
    return sql.sql(
            """
            select outgoing.id, number, message, recipient
              from helpdesk.outgoing join helpdesk.ticket on ticket.id = outgoing.ticket
             where message_id = any(:ids) limit 1\
            """)
        .param("ids", ids.toArray(String[]::new))
        .query((row, number) ->
            new Known(
                row.getObject("id", UUID.class),
                tickets.find(row.getString("number")).orElseThrow(),
                row.getObject("message", UUID.class),
                row.getString("recipient"),
                why))
        .optional();
  }

  /// Marks address and message, and says it on the ticket, which somebody has to look at again.
  ///
  /// @return the note on the ticket
  UUID mark(Known bounce, Instant now) {
    String sentence = sentence("The mail to " + bounce.address(), bounce.why());
    markAddress(bounce.address(), bounce.why(), now);
    sql.sql("update helpdesk.outgoing set failed_at = :now, failure = :why where id = :id")
        .param("id", bounce.outgoing())
        .param("now", Timestamp.from(now))
        .param("why", sentence)
        .update();
    UUID message = bounce.message();
    if (message != null) {
      messages.went(message, Message.Delivery.FAILED);
    }
    return messages.add(
        bounce.ticket(),
        NewMessage.of(Message.Kind.NOTE, sentence + " Call, or correct the address.").by("mail"),
        new By("mail", null, now));
  }

  private void markAddress(String address, String why, Instant now) {
    sql.sql(
            """
            insert into helpdesk.bounced_address (address, at, why) values (:address, :now, :why)
            on conflict (address) do update set at = excluded.at, why = excluded.why\
            """)
        .param("address", address)
        .param("now", Timestamp.from(now))
        .param("why", why)
        .update();
  }

  private static String sentence(String what, String why) {
    return what + " came back" + (why.isEmpty() ? "." : ": " + why);
  }

  /// Whether mail to this address came back lately, and when.
  Optional<Instant> last(String address) {
    return sql.sql("select at from helpdesk.bounced_address where address = lower(:address)")
        .param("address", address)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /// Its owner wrote: it works.
  void forget(String address) {
    int known =
        sql.sql("delete from helpdesk.bounced_address where address = :address")
            .param("address", address)
            .update();
    if (known > 0) {
      letters.works(address);
    }
  }
}
