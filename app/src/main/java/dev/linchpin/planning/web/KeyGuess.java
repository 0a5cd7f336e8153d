package dev.linchpin.planning.web;

import dev.linchpin.planning.ProjectKey;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A key for a project that has only a name yet.
final class KeyGuess {
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
  private static final int LETTERS = 3;
  private static final int TRIES = 99;

  private KeyGuess() {}

  /// The initials of three words or more, else the first letters of the first word; with a number
  /// when that is taken. Empty when the name has no letters to take.
  static Optional<ProjectKey> of(String name, Predicate<ProjectKey> taken) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    List<String> words =
        Arrays.stream(NO_WORD.split(plain))
            .filter(word -> !word.isEmpty() && Character.isLetter(word.charAt(0)))
            .map(word -> word.toUpperCase(Locale.ROOT))
            .toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String initials =
        words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    String first = words.getFirst();
    String base =
        initials.length() >= LETTERS
            ? initials.substring(0, LETTERS)
            : first.substring(0, Math.min(LETTERS, first.length()));
    return Stream.concat(
            Stream.of(base), IntStream.rangeClosed(2, TRIES).mapToObj(number -> base + number))
        .flatMap(text -> ProjectKey.parse(text).stream())
        .filter(taken.negate())
        .findFirst();
  }
}
