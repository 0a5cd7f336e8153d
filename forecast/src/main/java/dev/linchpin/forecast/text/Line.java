package dev.linchpin.forecast.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One line as words: bare ones, quoted ones and commas.
final class Line {
  /// Words that mean something; an id that looks like one is written in quotes.
  static final Set<String> KEYWORDS =
      Set.of(
          "start",
          "calendar",
          "day",
          "holiday",
          "person",
          "project",
          "link",
          "by",
          "after",
          "on",
          "not",
          "finish",
          "as",
          "deadline",
          "started",
          "done",
          "window",
          "freeze",
          "promise",
          "knows",
          "needs",
          "within",
          "splittable",
          "risk",
          "growth",
          "rate",
          "item",
          "delays",
          "adds",
          "costs",
          "together",
          "exclusive",
          "effort",
          "elapsed",
          "working");

  private record Word(String text, boolean quoted) {}

  private final List<Word> words = new ArrayList<>();
  private int next;

  Line(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '#') {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == ',') {
        words.add(new Word(",", false));
        at++;
      } else if (c == '"') {
        at = readQuoted(text, at + 1);
      } else {
        at = readBare(text, at);
      }
    }
  }

  boolean isDone() {
    return next == words.size();
  }

  /// Takes the next word if it is this one, unquoted.
  boolean skip(String word) {
    if (isDone() || words.get(next).quoted() || !words.get(next).text().equals(word)) {
      return false;
    }
    next++;
    return true;
  }

  /// Takes these words if they are next, unquoted.
  boolean skip(String first, String... more) {
    int before = next;
    boolean all = skip(first);
    for (String word : more) {
      all = all && skip(word);
    }
    next = all ? next : before;
    return all;
  }

  String take(String what) {
    if (isDone() || isComma()) {
      throw new IllegalArgumentException("Here " + what + " is missing.");
    }
    return words.get(next++).text();
  }

  /// True if an unquoted word comes next that is no comma and no keyword.
  boolean hasPlain() {
    return !isDone() && !isComma() && !isQuoted() && !KEYWORDS.contains(words.get(next).text());
  }

  boolean isNext(String word) {
    return !isDone() && !isQuoted() && words.get(next).text().equals(word);
  }

  boolean isQuoted() {
    return !isDone() && words.get(next).quoted();
  }

  String peek() {
    return isDone() ? "the end" : words.get(next).text();
  }

  static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return '"' + escaped + '"';
  }

  private boolean isComma() {
    return !words.get(next).quoted() && words.get(next).text().equals(",");
  }

  private int readBare(String text, int from) {
    int at = from;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && ",\"#".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    words.add(new Word(text.substring(from, at), false));
    return at;
  }

  private int readQuoted(String text, int from) {
    StringBuilder word = new StringBuilder();
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        word.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      } else {
        word.append(c);
      }
    }
    if (at == text.length()) {
      throw new IllegalArgumentException("A quotation mark is opened and not closed.");
    }
    words.add(new Word(word.toString(), true));
    return at + 1;
  }
}
