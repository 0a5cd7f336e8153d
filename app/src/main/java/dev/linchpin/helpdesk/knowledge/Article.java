package dev.linchpin.helpdesk.knowledge;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How something is done, in Markdown.
///
/// @param owner who keeps it right; null while nobody does
/// @param reviewBy the day by which somebody has to read it again; null for never
/// @param version counts the changes; who changes it says which one was seen
public record Article(
    int number,
    String title,
    String text,
    State state,
    Audience audience,
    @Nullable PersonId owner,
    @Nullable LocalDate reviewBy,
    int version,
    Instant changed)
    implements Revised {
  public static final int TITLE_MAX = 200;
  public static final int TEXT_MAX = 100_000;

  public Article {
    check(title, text);
  }

  /// Who gets to see it, beside its audience.
  public enum State {
    DRAFT("draft"),
    PUBLISHED("published"),
    RETIRED("retired");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public enum Audience {
    AGENTS("those who work on tickets"),
    EVERYONE("everyone");

    private final String words;

    Audience(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// @throws IllegalArgumentException with a message for whoever wrote it
  static void check(String title, String text) {
    require(
        !title.isBlank() && title.length() <= TITLE_MAX,
        "Enter a title of at most %d characters.",
        TITLE_MAX);
    require(
        !text.isBlank() && text.length() <= TEXT_MAX,
        "Enter a text of at most %,d characters.",
        TEXT_MAX);
  }

  @Override
  public String ref() {
    return "K-" + number;
  }

  @Override
  public String what() {
    return "an article";
  }

  public boolean isForEveryone() {
    return state == State.PUBLISHED && audience == Audience.EVERYONE;
  }

  /// Whether somebody has to read it again.
  public boolean isDue(LocalDate today) {
    return state == State.PUBLISHED && reviewBy != null && !reviewBy.isAfter(today);
  }

  @Override
  public Map<Part, String> parts() {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.TITLE, title);
    parts.put(Part.TEXT, text);
    parts.put(Part.STATE, state.name());
    parts.put(Part.AUDIENCE, audience.name());
    parts.put(Part.OWNER, owner == null ? "" : owner.toString());
    parts.put(Part.REVIEW_BY, reviewBy == null ? "" : reviewBy.toString());
    return parts;
  }
}
