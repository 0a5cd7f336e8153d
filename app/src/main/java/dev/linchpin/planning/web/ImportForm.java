package dev.linchpin.planning.web;

import dev.linchpin.planning.FilePeople;
import dev.linchpin.planning.ImportDraft;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The fields of an import, as text. Who is who has one field per resource: `who-0`, `who-1`, … in
/// the order of the file.
record ImportForm(Map<String, String> fields) {
  static final String NEW_PROJECT = "new";
  static final String OUTSIDE = "outside";
  static final String NEWCOMER = "new";

  ImportForm {
    fields = Map.copyOf(fields);
  }

  /// A form nobody has touched yet.
  static ImportForm guess(ImportDraft draft, String into) {
    var fields = new HashMap<String, String>();
    fields.put("target", into.isBlank() ? NEW_PROJECT : into.strip());
    String name = draft.file().name().isBlank() ? draft.fileName() : draft.file().name();
    fields.put("name", name.substring(0, Math.min(name.length(), 120)));
    return new ImportForm(fields);
  }

  String get(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /// What was chosen for a resource; empty as long as nobody chose.
  String who(int position) {
    return get(field(position));
  }

  static String field(int position) {
    return "who-" + position;
  }

  static List<Resource> people(ImportDraft draft) {
    return FilePeople.of(draft.file());
  }
}
