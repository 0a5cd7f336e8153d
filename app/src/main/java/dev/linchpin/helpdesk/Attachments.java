package dev.linchpin.helpdesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files that came with messages. What a file is, its first bytes say; nothing here opens it.
@Repository
public class Attachments {
  private static final int NAME_MAX = 200;

  private final JdbcClient sql;
  private final Tika tika = new Tika();

  Attachments(JdbcClient sql) {
    this.sql = sql;
  }

  /// A file with its content.
  ///
  /// @param ticket number of the ticket it lies on
  @SuppressWarnings("ArrayRecordComponent") // goes out as it came in
  public record File(String name, String type, byte[] content, String ticket, Message.Kind kind) {}

  Map<UUID, List<Message.Attachment>> of(Ticket ticket) {
    var files = new LinkedHashMap<UUID, List<Message.Attachment>>();
    sql.sql(
            """
            select attachment.id, message, name, type, size
              from helpdesk.attachment join helpdesk.message on message.id = attachment.message
             where ticket = :ticket order by name, attachment.id\
            """)
        .param("ticket", ticket.id())
        .query(row -> {
          files
              .computeIfAbsent(row.getObject("message", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Message.Attachment(
                      row.getObject("id", UUID.class),
                      row.getString("name"),
                      row.getString("type"),
                      row.getInt("size")));
        });
    return files;
  }

  public Optional<File> find(UUID id) {
    return sql.sql(
            """
            select name, type, content, number, message.kind
              from helpdesk.attachment
              join helpdesk.message on message.id = attachment.message
              join helpdesk.ticket on ticket.id = message.ticket
             where attachment.id = :id\
            """)
        .param("id", id)
        .query((row, number) ->
            new File(
                row.getString("name"),
                row.getString("type"),
                row.getBytes("content"),
                row.getString("number"),
                Message.Kind.valueOf(row.getString("kind"))))
        .optional();
  }

  void add(UUID message, NewMessage.File file) {
    sql.sql(
            """
            insert into helpdesk.attachment (id, message, name, type, size, content)
            values (:id, :message, :name, :type, :size, :content)\
            """)
        .param("id", UUID.randomUUID())
        .param("message", message)
        .param("name", name(file.name()))
        .param("type", tika.detect(file.content(), file.name()))
        .param("size", file.content().length)
        .param("content", file.content())
        .update();
  }

  /// A bare name: no folders, no control characters.
  private static String name(String sent) {
    String bare = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = bare.replaceAll("\\p{Cntrl}|[\\p{Cf}\"]", "").strip();
    return clean.isEmpty() ? "file" : Cells.cut(clean, NAME_MAX);
  }
}
