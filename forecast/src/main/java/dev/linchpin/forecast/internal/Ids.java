package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Things by their id, numbered; the first of two with the same id counts.
final class Ids<I, T> {
  private final Map<I, Integer> numbers;
  private final List<T> things;
  private final List<String> doubles = new ArrayList<>();

  Ids(List<T> all, Function<T, I> id) {
    this.numbers = HashMap.newHashMap(all.size());
    this.things = new ArrayList<>(all.size());
    for (T thing : all) {
      if (numbers.putIfAbsent(id.apply(thing), things.size()) == null) {
        things.add(thing);
      } else {
        doubles.add(String.valueOf(id.apply(thing)));
      }
    }
  }

  /// The number of an id; -1 if nothing has it.
  int number(I id) {
    return numbers.getOrDefault(id, -1);
  }

  List<T> things() {
    return things;
  }

  Ids<I, T> report(Findings findings, String plural) {
    if (!doubles.isEmpty()) {
      findings.add(
          Finding.Code.DOUBLE_ID,
          List.of(),
          "Several %s share the id %s. The first of each is planned. Give the others an own id.",
          plural,
          Findings.names(doubles.stream().distinct().toList()));
    }
    return this;
  }
}
