package dev.linchpin.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words and `--name number` pairs of a command line.
public record Arguments(List<String> words, Map<String, Long> numbers) {
  public static Arguments of(String[] all) {
    List<String> words = new ArrayList<>();
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i].startsWith("--") && i + 1 < all.length) {
        numbers.put(all[i].substring(2), Long.parseLong(all[++i]));
      } else {
        words.add(all[i]);
      }
    }
    return new Arguments(words, numbers);
  }

  public long number(String name, long otherwise) {
    return numbers.getOrDefault(name, otherwise);
  }
}
