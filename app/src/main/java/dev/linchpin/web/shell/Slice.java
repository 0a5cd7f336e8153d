package dev.linchpin.web.shell;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A stretch of a long list. The next one begins behind a key, so that nobody is left out or shown
/// twice when the list changes meanwhile.
///
/// @param shown like "201 to 400 of 523"
/// @param next key that the next stretch begins behind; null at the end
public record Slice<T>(List<T> rows, String shown, @Nullable String next) {
  /// @param key of a row, another for each
  /// @param after key of the last row before; the list begins anew when it is not there
  /// @param max how many rows at most
  public static <T> Slice<T> of(List<T> all, Function<T, String> key, String after, int max) {
    int from = 0;
    for (int i = 0; i < all.size() && !after.isEmpty(); i++) {
      if (key.apply(all.get(i)).equals(after)) {
        from = i + 1;
      }
    }
    int to = Math.min(all.size(), from + max);
    return new Slice<>(
        List.copyOf(all.subList(from, to)),
        all.isEmpty() ? "0" : "%,d to %,d of %,d".formatted(from + 1, to, all.size()),
        to < all.size() ? key.apply(all.get(to - 1)) : null);
  }
}
