package dev.linchpin.helpdesk.knowledge;

/// Something that may help with what somebody asks.
///
/// @param ref `P-12`, `K-7` or `T-1002`
/// @param text what can be put into an answer: the workaround, the article, what was done
/// @param used how many tickets it was put into an answer of
/// @param helped on how many of them it did, of those where somebody said
/// @param unhelped on how many it did not
public record Suggestion(
    Kind kind, String ref, String title, String text, int used, int helped, int unhelped) {

  /// "used on 4 tickets, helped on 3 of 3"; empty while it was not used
  public String words() {
    if (used == 0) {
      return "";
    }
    String on = used == 1 ? "used on 1 ticket" : "used on %,d tickets".formatted(used);
    int said = helped + unhelped;
    return said == 0 ? on : "%s, helped on %,d of %,d".formatted(on, helped, said);
  }

  public enum Kind {
    KNOWN_ERROR("known error"),
    ARTICLE("article"),
    TICKET("resolved ticket");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
