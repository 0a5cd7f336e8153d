package dev.linchpin.helpdesk;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names ticket tools give their columns, most telling first, and how to know a tool by them.
final class HeaderWords {
  private static final String KNOWN =
      """
      NUMBER: number, issue key, ticket number, ticketnumber, ticket, ticket id, ticketid,
        case id, case, incident number, incident id, key, incident, case number, request id,
        ref, reference, nummer, ticketnummer, id, nr
      TITLE: short description, summary, title, subject, betreff, titel, name
      DESCRIPTION: description, body, content, details, beschreibung
      STATE: incident state, state, status, ticket state, zustand, sub status
      OPENED: opened at, opened, created, created at, opening date, created on, date created,
        date opened, open date, creation date, reported at, sys created on, sys created at,
        erstellt, erstellt am, eröffnet, start
      UPDATED: sys updated at, sys updated on, timestamp, updated, updated at, last update,
        changed, last changed, modified, event time, date, time, geändert, aktualisiert
      RESOLVED: resolved at, resolved, resolution date, solved at, solved, solution date,
        date resolved, solution time, gelöst am
      CLOSED: closed at, closed, closing date, close at, date closed, close date, close time,
        closed on, geschlossen am, end
      CALLER: caller id, caller, reporter, requester, customer, customer user, customeruserid,
        customerid, requested by, opened by, melder, kunde
      ASSIGNEE: assigned to, assignee, assigned to technician, owner, technician, agent,
        resource, responsible, resolver, handled by, resolved by, bearbeiter, zuständig
      TEAM: assignment group, group, queue, support team, assigned to technician group,
        assigned to group, team, support group, gruppe, department
      CATEGORY: category, kategorie, issue type, type, ticket type
      SERVICE: service, business service, cmdb ci, configuration item, component s, components,
        component, product, system, application, dienst
      PRIORITY: priority, priorität, urgency, severity
      TIME_SPENT: time spent, time worked, σ time spent, accounted time, time accounted,
        total duration, actiontime, work log, logged work, logged time, time spent minutes,
        time spent hours, time spent h, time spent min, effort, minutes, hours, work minutes,
        handling time, arbeitszeit, aufwand, time units, accountedtime
      """;
  private static final Map<Field, List<String>> WORDS = words();

  /// A tool is known when all of its telling columns are there.
  private static final Map<String, Set<String>> TOOLS = tools();

  private HeaderWords() {}

  /// "Assigned to - Technician" and "assigned_to_technician" are the same words.
  static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// How well a header names a field, 0 to 99: exact names by their rank, else by a word in it.
  static int score(Field field, String header) {
    String plain = plain(header);
    List<String> known = WORDS.getOrDefault(field, List.of());
    int rank = known.indexOf(plain);
    if (rank >= 0) {
      return Math.max(60, 99 - 3 * rank);
    }
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).length() > 3 && (" " + plain + " ").contains(" " + known.get(i) + " ")) {
        return Math.max(20, 50 - 3 * i);
      }
    }
    return 0;
  }

  static String tool(List<String> header) {
    List<String> plain = header.stream().map(HeaderWords::plain).toList();
    return TOOLS.entrySet().stream()
        .filter(tool -> plain.containsAll(tool.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("CSV");
  }

  private static Map<String, Set<String>> tools() {
    var tools = new LinkedHashMap<String, Set<String>>();
    tools.put("ServiceNow", Set.of("number", "assignment group", "assigned to"));
    tools.put("Jira", Set.of("issue key", "summary"));
    tools.put("GLPI", Set.of("id", "title", "opening date"));
    tools.put("OTRS", Set.of("queue", "owner", "ticketnumber"));
    tools.put("Znuny", Set.of("queue", "owner", "ticket"));
    tools.put("Zammad", Set.of("title", "group", "owner", "customer"));
    return tools;
  }

  private static Map<Field, List<String>> words() {
    var words = new EnumMap<Field, List<String>>(Field.class);
    for (String line : KNOWN.replaceAll(",\\n +", ", ").lines().toList()) {
      String[] parts = line.split(": ", 2);
      words.put(Field.valueOf(parts[0]), List.of(parts[1].split(", ")));
    }
    return words;
  }
}
