package dev.linchpin.helpdesk;

import dev.linchpin.helpdesk.Edit.Value;
import dev.linchpin.platform.Zone;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes rows of tickets, for `TicketDesk` only: everybody else changes tickets through it.
@Repository
class TicketTable {
  private final JdbcClient sql;
  private final TicketParts parts;
  private final Zone zone;

  TicketTable(JdbcClient sql, TicketParts parts, Zone zone) {
    this.sql = sql;
    this.parts = parts;
    this.zone = zone;
  }

  /// The ticket as it is now; nobody else changes it until this transaction ends.
  Ticket lock(long id) {
    return sql.sql(TicketRows.SELECT + " where ticket.id = :id for update of ticket")
        .param("id", id)
        .query(TicketRows::ticket)
        .single();
  }

  Ticket get(long id) {
    return sql.sql(TicketRows.SELECT + " where ticket.id = :id")
        .param("id", id)
        .query(TicketRows::ticket)
        .single();
  }

  /// A number that no ticket has, of any tool.
  String newNumber() {
    while (true) {
      String number =
          sql.sql("select nextval('helpdesk.own_number')::text").query(String.class).single();
      Optional<Long> taken =
          sql.sql("select id from helpdesk.ticket where number = :number limit 1")
              .param("number", number)
              .query(Long.class)
              .optional();
      if (taken.isEmpty()) {
        return number;
      }
    }
  }

  /// Adds a ticket, new and with nothing but its title.
  long add(String number, String title, LocalDateTime opened) {
    return sql.sql(
            """
            insert into helpdesk.ticket
                   (source, number, title, description, state, opened, caller, assignee, team,
                    category, service_name, priority, handled_seconds, touches, changed)
            values (:here, :number, :title, '', 'NEW', :opened, '', '', '', '', '', '', 0, 0,
                    :opened)
            returning id\
            """)
        .param("here", Ticket.HERE)
        .param("number", number)
        .param("title", title)
        .param("opened", opened)
        .query(Long.class)
        .single();
  }

  /// Writes one field, and that it was changed here.
  void put(Ticket ticket, Edit edit) {
    Value to = edit.becomes();
    switch (edit.field()) {
      case TITLE -> set(ticket, edit, "title = :title", Map.of("title", to.key()));
      case KIND -> set(ticket, edit, "kind = :kind", Map.of("kind", to.key()));
      case OUTCOME -> set(ticket, edit, "outcome = :outcome", Map.of("outcome", to.key()));
      case STATE -> state(ticket, edit);
      case PRIORITY -> priority(ticket, edit);
      case QUEUE -> named(ticket, edit, "queue = cast(:key as uuid), team = :said");
      case SERVICE -> named(ticket, edit, "service = cast(:key as uuid), service_name = :said");
      case ASSIGNEE -> named(ticket, edit, "person = cast(:key as uuid), assignee = :said");
      case CALLER -> caller(ticket, edit);
      case MERGED_INTO -> named(ticket, edit, "merged_into = cast(:key as bigint)");
      case TAG, WATCHER, LINK, ITEM -> parts.put(ticket, edit);
      case WORK -> work(edit);
      case MERGED, SPLIT -> {}
    }
  }

  private void state(Ticket ticket, Edit edit) {
    String[] value = edit.becomes().key().split("\\|", -1);
    var params = new LinkedHashMap<String, @Nullable Object>();
    params.put("state", value[0]);
    params.put("resolved", value[1].isEmpty() ? null : value[1]);
    params.put("closed", value[2].isEmpty() ? null : value[2]);
    set(
        ticket,
        edit,
        "state = :state, resolved = cast(:resolved as timestamp),"
            + " closed = cast(:closed as timestamp)",
        params);
  }

  private void priority(Ticket ticket, Edit edit) {
    String key = edit.becomes().key();
    int space = key.indexOf(' ');
    var params = new LinkedHashMap<String, @Nullable Object>();
    params.put("impact", space < 0 ? null : key.substring(0, space));
    params.put("urgency", space < 0 ? null : key.substring(space + 1));
    params.put("said", edit.becomes().said());
    set(ticket, edit, "impact = :impact, urgency = :urgency, priority = :said", params);
  }

  private void caller(Ticket ticket, Edit edit) {
    String[] value = edit.becomes().key().split("\n", -1);
    boolean known = value.length == 4;
    var params = new LinkedHashMap<String, @Nullable Object>();
    params.put("person", known && !value[0].isEmpty() ? value[0] : null);
    params.put("name", known ? value[1] : edit.becomes().said());
    params.put("email", known ? value[2] : "");
    params.put("phone", known ? value[3] : "");
    set(
        ticket,
        edit,
        "caller_person = cast(:person as uuid), caller = :name, caller_email = :email,"
            + " caller_phone = :phone",
        params);
  }

  /// What was booked is there already; what is taken back goes.
  private void work(Edit edit) {
    if (edit.becomes().key().isEmpty()) {
      for (String statement :
          List.of(
              "delete from helpdesk.touch where work = cast(:id as uuid)",
              "delete from helpdesk.work where id = cast(:id as uuid)")) {
        sql.sql(statement).param("id", edit.element()).update();
      }
    }
  }

  private void named(Ticket ticket, Edit edit, String set) {
    var params = new LinkedHashMap<String, @Nullable Object>();
    params.put("key", edit.becomes().key().isEmpty() ? null : edit.becomes().key());
    params.put("said", edit.becomes().said());
    set(ticket, edit, set, params);
  }

  private void set(Ticket ticket, Edit edit, String set, Map<String, ?> params) {
    sql.sql(
            """
            update helpdesk.ticket
               set %s,
                   own = case when :field = any(own) then own else array_append(own, :field) end
             where id = :id\
            """
                .formatted(set))
        .params(params)
        .param("field", edit.field().name())
        .param("id", ticket.id())
        .update();
  }

  /// The ticket that was kept when this one was merged.
  Optional<Long> mergedInto(Ticket ticket) {
    return sql.sql(
            """
            select merged_into from helpdesk.ticket
             where id = :id and merged_into is not null\
            """)
        .param("id", ticket.id())
        .query(Long.class)
        .optional();
  }

  void changed(Ticket ticket, int version, By by) {
    sql.sql("update helpdesk.ticket set version = :version, changed = :changed where id = :id")
        .param("version", version)
        .param("changed", LocalDateTime.ofInstant(by.at(), zone.id()).withNano(0))
        .param("id", ticket.id())
        .update();
  }
}
