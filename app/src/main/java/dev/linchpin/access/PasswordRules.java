package dev.linchpin.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.linchpin.platform.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What a password must be: long, and nothing that is guessed first. Any characters, no expiry.
@Component
public class PasswordRules {
  private static final int LENGTH_MIN = 12;
  private static final int WORD_MIN = 4;
  private static final int DIFFERENT_MIN = 5;
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> COMMON = common();

  private final Settings settings;

  PasswordRules(Settings settings) {
    this.settings = settings;
  }

  /// What is wrong with this password of this person, in a sentence; empty when it is good.
  public Optional<String> problem(String password, String name, String email) {
    String organisation = settings.get("organisation").orElse("");
    return problem(password, List.of("linchpin", name, email, organisation));
  }

  static Optional<String> problem(String password, List<String> ownWords) {
    if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
      return Optional.of("Enter at least %d characters.".formatted(LENGTH_MIN));
    }
    if (password.length() > Passwords.LENGTH_MAX) {
      return Optional.of("Enter at most %d characters.".formatted(Passwords.LENGTH_MAX));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (isCommon(lower)) {
      return Optional.of("Many people use this password. Enter another one.");
    }
    return words(ownWords).stream()
        .filter(lower::contains)
        .findFirst()
        .map("Enter a password without \"%s\": it is guessed first."::formatted);
  }

  private static boolean isCommon(String lower) {
    return COMMON.contains(lower)
        || COMMON.contains(EDGES.matcher(lower).replaceAll(""))
        || lower.chars().distinct().count() < DIFFERENT_MIN;
  }

  private static List<String> words(List<String> texts) {
    List<String> words = new ArrayList<>();
    for (String text : texts) {
      Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
          .filter(word -> word.length() >= WORD_MIN)
          .forEach(words::add);
    }
    return words;
  }

  private static Set<String> common() {
    var file = requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
    try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      return lines.filter(line -> !line.isBlank()).collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
