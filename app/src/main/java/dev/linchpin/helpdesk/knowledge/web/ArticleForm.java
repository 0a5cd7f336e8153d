package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.helpdesk.knowledge.Article;
import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.web.shell.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What somebody typed into the form of an article.
///
/// @param owner a name, an e-mail address, or "me"
/// @param version of the article the form was made from
public record ArticleForm(
    @Nullable String title,
    @Nullable String text,
    @Nullable String state,
    @Nullable String audience,
    @Nullable String owner,
    @Nullable String reviewBy,
    @Nullable String version) {

  static ArticleForm of(Map<Part, String> parts, int version, String owner) {
    return new ArticleForm(
        parts.getOrDefault(Part.TITLE, ""),
        parts.getOrDefault(Part.TEXT, ""),
        parts.getOrDefault(Part.STATE, Article.State.DRAFT.name()),
        parts.getOrDefault(Part.AUDIENCE, Article.Audience.AGENTS.name()),
        owner,
        parts.getOrDefault(Part.REVIEW_BY, ""),
        Integer.toString(version));
  }

  /// @param person id of whoever a name names, or a problem to say
  Map<Part, String> read(Function<String, String> person, Problems problems) {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.TITLE, FormText.of(title));
    parts.put(Part.TEXT, FormText.of(text));
    parts.put(Part.STATE, one(Article.State.values(), state));
    parts.put(Part.AUDIENCE, one(Article.Audience.values(), audience));
    if (FormText.of(title).isEmpty() || FormText.of(title).length() > Article.TITLE_MAX) {
      problems.add("title", "Enter a title of at most %d characters.".formatted(Article.TITLE_MAX));
    }
    if (FormText.of(text).isEmpty() || FormText.of(text).length() > Article.TEXT_MAX) {
      problems.add("text", "Enter a text of at most %,d characters.".formatted(Article.TEXT_MAX));
    }
    try {
      String typed = FormText.of(owner);
      parts.put(Part.OWNER, typed.isEmpty() ? "" : person.apply(typed));
    } catch (IllegalArgumentException nobody) {
      problems.add("owner", String.valueOf(nobody.getMessage()));
    }
    try {
      String day = FormText.of(reviewBy);
      parts.put(Part.REVIEW_BY, day.isEmpty() ? "" : LocalDate.parse(day).toString());
    } catch (DateTimeParseException no) {
      problems.add("reviewBy", "Enter a day, like 2027-03-12, or nothing.");
    }
    return parts;
  }

  private static <E extends Enum<E>> String one(E[] all, @Nullable String typed) {
    return Arrays.stream(all)
        .map(Enum::name)
        .filter(name -> name.equals(FormText.of(typed)))
        .findFirst()
        .orElse(all[0].name());
  }
}
