package dev.linchpin.planning.planfile;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which column of a CSV file holds what, guessed from its first row in English, German or French.
record CsvHeader(char separator, Map<Column, Integer> columns) {
  private static final List<Character> SEPARATORS = List.of(';', '\t', ',', '|');
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}%]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /// What a column can hold, and what people call it.
  enum Column {
    ID("id nr no number nummer numero key task_id activity_id unique_id vorgangs_nr ref n"),
    NAME(
        "name task task_name title summary activity activity_name vorgang vorgangsname aufgabe"
            + " titel tache nom nom_de_la_tache titre milestone_name subject"),
    DURATION("duration dauer duree estimate estimated_duration original_duration days tage jours"),
    WORK("work effort arbeit aufwand travail charge estimated_hours hours stunden heures"),
    START("start start_date begin anfang beginn startdatum debut date_de_debut"),
    FINISH("finish end due finish_date end_date due_date ende enddatum fin date_de_fin"),
    PREDECESSORS(
        "predecessors predecessor depends_on dependencies after vorganger predecesseurs"
            + " predecesseur nach"),
    RESOURCES(
        "resources resource resource_names assignee assignees assigned_to owner people ressourcen"
            + " ressource ressourcennamen zustandig ressources noms_ressources responsable"),
    WBS("wbs wbs_code outline_number psp psp_code gliederungsnummer n_hierarchique outline"),
    LEVEL("outline_level level gliederungsebene ebene niveau niveau_hierarchique"),
    PERCENT(
        "% %_complete percent percent_complete complete progress %_abgeschlossen fortschritt"
            + " %_acheve avancement"),
    ACTUAL_START("actual_start ist_anfang debut_reel"),
    ACTUAL_FINISH("actual_finish actual_end ist_ende fin_reelle"),
    DEADLINE("deadline stichtag echeance"),
    PRIORITY("priority prioritat priorite");

    private final Set<String> names;

    Column(String names) {
      this.names = Set.of(names.split(" "));
    }
  }

  /// Whether text looks like a table of tasks.
  static boolean looksLikeOne(String text) {
    CsvHeader header = of(text.lines().findFirst().orElse(""));
    return header != null && header.columns().size() > 1;
  }

  /// The columns of a first line; null when it has no column of names.
  static @Nullable CsvHeader of(String line) {
    CsvHeader best = null;
    for (char separator : SEPARATORS) {
      var columns = columns(line.split(Pattern.quote(String.valueOf(separator)), -1));
      boolean more = best == null || columns.size() > best.columns().size();
      if (columns.containsKey(Column.NAME) && more) {
        best = new CsvHeader(separator, columns);
      }
    }
    return best;
  }

  private static Map<Column, Integer> columns(String[] titles) {
    var columns = new EnumMap<Column, Integer>(Column.class);
    for (int i = 0; i < titles.length; i++) {
      String title = plain(titles[i]);
      for (Column column : Column.values()) {
        if (column.names.contains(title)) {
          columns.putIfAbsent(column, i);
        }
      }
    }
    return columns;
  }

  private static String plain(String title) {
    String letters =
        ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
    String words = NOT_LETTERS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("_");
    return words.replaceAll("^_|_$", "");
  }
}
