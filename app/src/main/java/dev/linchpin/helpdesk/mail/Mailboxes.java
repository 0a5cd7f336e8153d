package dev.linchpin.helpdesk.mail;

import dev.linchpin.directory.ServiceId;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The mailboxes, by name, and which node reads which.
@Repository
public class Mailboxes {
  private final JdbcClient sql;
  private final Secrets secrets;
  private final Audit audit;

  public Mailboxes(JdbcClient sql, Secrets secrets, Audit audit) {
    this.sql = sql;
    this.secrets = secrets;
    this.audit = audit;
  }

  public List<Mailbox> all() {
    return sql.sql("select * from helpdesk.mailbox order by name, address").query(this::row).list();
  }

  public Optional<Mailbox> find(UUID id) {
    return sql.sql("select * from helpdesk.mailbox where id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /// The one with this address, whatever stands behind a "+".
  Optional<Mailbox> at(MailAddress address) {
    return sql.sql("select * from helpdesk.mailbox where address in (:address, :plain)")
        .param("address", address.address())
        .param("plain", address.plain())
        .query(this::row)
        .optional();
  }

  /// Adds it, or changes it.
  ///
  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Mailbox box, String by) {
    int changed =
        sql.sql(
                """
                insert into helpdesk.mailbox as m
                       (id, name, address, service, queue, reads, host, port, security, login,
                        password, token_grant, folder, whole)
                values (:id, :name, :address, :service, :queue, :reads, :host, :port, :security,
                        :login, :password, :grant, :folder, :whole)
                on conflict (id) do update
                   set name = :name, address = :address, service = :service, queue = :queue,
                       reads = :reads, host = :host, port = :port, security = :security,
                       login = :login, password = :password, token_grant = :grant,
                       folder = :folder, whole = :whole,
                       version = m.version + 1, failure = '',
                       uid_validity = case when m.host = :host and m.folder = :folder
                         and m.login = :login then m.uid_validity end
                 where m.version = :version\
                """)
            .param("id", box.id())
            .param("name", box.name().strip())
            .param("address", box.address())
            .param("service", box.service() == null ? null : box.service().value())
            .param("queue", box.queue() == null ? null : box.queue().value())
            .param("reads", box.reads())
            .param("host", box.server().host())
            .param("port", box.server().port())
            .param("security", box.server().security().name())
            .param("login", box.server().login())
            .param("password", secrets.seal(box.server().password()))
            .param("grant", sealed(box.server().grant()))
            .param("folder", box.folder().strip())
            .param("whole", box.whole())
            .param("version", box.version())
            .update();
    if (changed == 1) {
      audit.add(by, "changed a mailbox", box.address(), box.server().words());
    }
    return changed == 1;
  }

  private byte @Nullable [] sealed(@Nullable MailGrant grant) {
    return grant == null ? null : secrets.seal(grant.text());
  }

  /// Claims the reading of a mailbox for a while, or longer: one node at a time reads it.
  boolean claim(UUID id, String node, Instant now, Duration time) {
    return sql.sql(
                """
                update helpdesk.mailbox set reader = :node, reader_until = :until
                 where id = :id and reads
                   and (reader is null or reader = :node or reader_until < :now)\
                """)
            .param("id", id)
            .param("node", node)
            .param("now", Timestamp.from(now))
            .param("until", Timestamp.from(now.plus(time)))
            .update()
        == 1;
  }

  void release(UUID id, String node) {
    sql.sql("update helpdesk.mailbox set reader = null where id = :id and reader = :node")
        .param("id", id)
        .param("node", node)
        .update();
  }

  /// The mails up to this one are taken.
  void readUpTo(UUID id, long validity, long uid, Instant now) {
    sql.sql(
            """
            update helpdesk.mailbox
               set uid_validity = :validity, last_uid = :uid, read_at = :now, failure = ''
             where id = :id\
            """)
        .param("id", id)
        .param("validity", validity)
        .param("uid", uid)
        .param("now", Timestamp.from(now))
        .update();
  }

  void failed(UUID id, String sentence, Instant now) {
    sql.sql("update helpdesk.mailbox set failure = :failure, failed_at = :now where id = :id")
        .param("id", id)
        .param("failure", PlainText.line(sentence, 500))
        .param("now", Timestamp.from(now))
        .update();
  }

  private Mailbox row(ResultSet row, int number) throws SQLException {
    UUID service = row.getObject("service", UUID.class);
    UUID queue = row.getObject("queue", UUID.class);
    byte[] grant = row.getBytes("token_grant");
    byte[] password = row.getBytes("password");
    var server =
        new MailServer(
            row.getString("host"),
            row.getInt("port"),
            Security.valueOf(row.getString("security")),
            row.getString("login"),
            password == null ? "" : secrets.open(password).orElse(""),
            grant == null ? null : secrets.open(grant).map(MailGrant::parse).orElse(null));
    return new Mailbox(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("address"),
        service == null ? null : new ServiceId(service),
        queue == null ? null : new QueueId(queue),
        row.getBoolean("reads"),
        server,
        row.getString("folder"),
        row.getBoolean("whole"),
        row.getInt("version"),
        new Mailbox.State(
            row.getObject("uid_validity", Long.class),
            row.getLong("last_uid"),
            instant(row, "read_at"),
            instant(row, "failed_at"),
            row.getString("failure")));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
