package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a ticket has many of: tags, watchers, links, items of its checklist.
@Repository
public class TicketParts {
  private final JdbcClient sql;

  public TicketParts(JdbcClient sql) {
    this.sql = sql;
  }

  public List<String> tags(Ticket ticket) {
    return sql.sql("select tag from helpdesk.tag where ticket = :ticket order by tag")
        .param("ticket", ticket.id())
        .query((row, number) -> row.getString("tag"))
        .list();
  }

  /// Who watches it, with their names.
  public Map<PersonId, String> watchers(Ticket ticket) {
    var watchers = new LinkedHashMap<PersonId, String>();
    sql.sql(
            """
            select person.id, person.name
              from helpdesk.watcher join directory.person on person.id = watcher.person
             where ticket = :ticket order by person.name collate "und-x-icu"\
            """)
        .param("ticket", ticket.id())
        .query(row -> {
          watchers.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name"));
        });
    return watchers;
  }

  public List<TicketLink> links(Ticket ticket) {
    return sql.sql(
            "select kind, ref from helpdesk.ticket_link where ticket = :ticket order by kind, ref")
        .param("ticket", ticket.id())
        .query((row, number) ->
            new TicketLink(TicketLink.Kind.valueOf(row.getString("kind")), row.getString("ref")))
        .list();
  }

  /// Tickets that lead to this one, by number.
  public Map<String, TicketLink.Kind> linkedFrom(Ticket ticket) {
    var from = new LinkedHashMap<String, TicketLink.Kind>();
    sql.sql(
            """
            select other.number, link.kind
              from helpdesk.ticket_link link join helpdesk.ticket other on other.id = link.ticket
             where lower(link.ref) = lower(:ref) order by other.id\
            """)
        .param("ref", ticket.ref())
        .query(row -> {
          from.put(row.getString("number"), TicketLink.Kind.valueOf(row.getString("kind")));
        });
    return from;
  }

  /// The checklist in order: what is to be done, and whether it is.
  public Map<String, Boolean> items(Ticket ticket) {
    var items = new LinkedHashMap<String, Boolean>();
    sql.sql("select name, done from helpdesk.item where ticket = :ticket order by position")
        .param("ticket", ticket.id())
        .query(row -> {
          items.put(row.getString("name"), row.getBoolean("done"));
        });
    return items;
  }

  /// Makes one of them what it is to become.
  void put(Ticket ticket, Edit edit) {
    boolean gone = edit.becomes().key().isEmpty();
    switch (edit.field()) {
      case TAG -> put(ticket, gone, "helpdesk.tag", "tag", edit.element());
      case WATCHER -> put(ticket, gone, "helpdesk.watcher", "person", edit.element());
      case LINK -> link(ticket, gone, edit.element());
      case ITEM -> item(ticket, gone, edit);
      default -> throw new IllegalArgumentException(edit.field() + " is not one of many.");
    }
  }

  private void put(Ticket ticket, boolean gone, String table, String column, String element) {
    String value = column.equals("person") ? "cast(:element as uuid)" : ":element";
    sql.sql(
            gone
                ? "delete from %s where ticket = :ticket and %s = %s"
                    .formatted(table, column, value)
                : "insert into %s (ticket, %s) values (:ticket, %s) on conflict do nothing"
                    .formatted(table, column, value))
        .param("ticket", ticket.id())
        .param("element", element)
        .update();
  }

  private void link(Ticket ticket, boolean gone, String element) {
    int space = element.indexOf(' ');
    sql.sql(
            gone
                ? """
                delete from helpdesk.ticket_link
                 where ticket = :ticket and kind = :kind and ref = :ref\
                """
                : """
                insert into helpdesk.ticket_link (ticket, kind, ref)
                values (:ticket, :kind, :ref) on conflict do nothing\
                """)
        .param("ticket", ticket.id())
        .param("kind", element.substring(0, space))
        .param("ref", element.substring(space + 1))
        .update();
  }

  private void item(Ticket ticket, boolean gone, Edit edit) {
    sql.sql(
            gone
                ? "delete from helpdesk.item where ticket = :ticket and name = :name"
                : """
                insert into helpdesk.item (ticket, name, done) values (:ticket, :name, :done)
                on conflict (ticket, name) do update set done = excluded.done\
                """)
        .param("ticket", ticket.id())
        .param("name", edit.element())
        .param("done", edit.becomes().key().equals("done"))
        .update();
  }
}
