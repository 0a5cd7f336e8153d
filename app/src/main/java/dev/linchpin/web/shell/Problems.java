package dev.linchpin.web.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong in a form, by the name of the field, in the order of the fields. Each message says
/// what to do: "Enter the budget, like 12500.00".
public final class Problems {
  private final Map<String, String> byField = new LinkedHashMap<>();

  /// The first problem of a field is shown; later ones of the same field are not.
  public Problems add(String field, String message) {
    byField.putIfAbsent(field, message);
    return this;
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  /// The message of a field, or an empty string.
  public String of(String field) {
    return byField.getOrDefault(field, "");
  }

  public Map<String, String> all() {
    return Collections.unmodifiableMap(byField);
  }
}
