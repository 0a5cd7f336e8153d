package dev.linchpin.helpdesk;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A name in the form in which two spellings of it are equal: "Larsson, Åsa", "asa.larsson@x.org"
/// and "Åsa Larsson" are one.
final class NameKey {
  private NameKey() {}

  static String of(String name) {
    String whole = name.strip();
    int at = whole.indexOf('@');
    String local = at > 0 && !whole.contains(" ") ? whole.substring(0, at) : whole;
    String plain =
        Normalizer.normalize(local, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
