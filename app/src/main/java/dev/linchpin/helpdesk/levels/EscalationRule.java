package dev.linchpin.helpdesk.levels;

import static dev.linchpin.platform.Checks.require;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who is told that a target comes near, and how far before it.
public record EscalationRule(EscalationMoment moment, Tell tell) {
  private static final Pattern LINE =
      Pattern.compile("(.*?[%mh](?:in|inutes?|ours?)?(?:\\s+before)?)\\s*[:,]?\\s+([a-z -]+)");

  /// Whom.
  public enum Tell {
    ASSIGNEE("assignee", "who has it"),
    QUEUE("queue", "its queue"),
    ON_CALL("on call", "who is on call");

    private final String word;
    private final String words;

    Tell(String word, String words) {
      this.word = word;
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// What [#parse] reads: "75% queue", "30m on call".
  public String text() {
    return moment.key() + " " + tell.word;
  }

  /// @throws IllegalArgumentException with a sentence for whoever typed it
  public static EscalationRule parse(String line) {
    Matcher parts = LINE.matcher(line.strip().toLowerCase(Locale.ROOT));
    require(
        parts.matches(),
        "Enter when and whom, like 75%% queue or 30m on call. “%s” is not.",
        line.strip());
    String whom = parts.group(2).strip().replace('-', ' ');
    for (Tell tell : Tell.values()) {
      if (tell.word.equals(whom)) {
        return new EscalationRule(EscalationMoment.parse(parts.group(1)), tell);
      }
    }
    throw new IllegalArgumentException(
        "Tell assignee, queue or on call. “%s” is none of them.".formatted(whom));
  }
}
