package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.helpdesk.knowledge.Problem;
import dev.linchpin.web.shell.Problems;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What somebody typed into the form of a problem.
///
/// @param lead a name, an e-mail address, or "me"
/// @param ticket number of the incident it is opened from; empty for none
/// @param version of the problem the form was made from
public record ProblemForm(
    @Nullable String title,
    @Nullable String text,
    @Nullable String cause,
    @Nullable String workaround,
    @Nullable String lead,
    @Nullable String service,
    @Nullable String ticket,
    @Nullable String version) {

  static ProblemForm of(Map<Part, String> parts, int version, String lead, String ticket) {
    return new ProblemForm(
        parts.getOrDefault(Part.TITLE, ""),
        parts.getOrDefault(Part.TEXT, ""),
        parts.getOrDefault(Part.CAUSE, ""),
        parts.getOrDefault(Part.WORKAROUND, ""),
        lead,
        parts.getOrDefault(Part.SERVICE, ""),
        ticket,
        Integer.toString(version));
  }

  String ticketOrNothing() {
    return FormText.of(ticket);
  }

  /// @param person id of whoever a name names, or a problem to say
  /// @param services ids of those there are
  Map<Part, String> read(Function<String, String> person, Set<String> services, Problems problems) {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.TITLE, FormText.of(title));
    if (FormText.of(title).isEmpty() || FormText.of(title).length() > Problem.TITLE_MAX) {
      problems.add("title", "Enter a title of at most %d characters.".formatted(Problem.TITLE_MAX));
    }
    put(parts, Part.TEXT, "text", text, problems);
    put(parts, Part.CAUSE, "cause", cause, problems);
    put(parts, Part.WORKAROUND, "workaround", workaround, problems);
    try {
      String typed = FormText.of(lead);
      parts.put(Part.LEAD, typed.isEmpty() ? "" : person.apply(typed));
    } catch (IllegalArgumentException nobody) {
      problems.add("lead", String.valueOf(nobody.getMessage()));
    }
    String chosen = FormText.of(service);
    parts.put(Part.SERVICE, services.contains(chosen) ? chosen : "");
    return parts;
  }

  private static void put(
      Map<Part, String> parts, Part part, String field, @Nullable String typed, Problems problems) {
    String value = FormText.of(typed);
    parts.put(part, value);
    if (value.length() > Problem.TEXT_MAX) {
      problems.add(field, "Keep it to %,d characters.".formatted(Problem.TEXT_MAX));
    }
  }
}
