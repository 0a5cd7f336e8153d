package dev.linchpin.platform;

import static dev.linchpin.platform.Checks.require;

import org.springframework.stereotype.Component;

/// The one currency that amounts are in; kept under `money.currency`.
@Component
public class Currency {
  private static final String KEY = "money.currency";
  private final Settings settings;

  public Currency(Settings settings) {
    this.settings = settings;
  }

  /// Its three letters, like `EUR`.
  public String code() {
    return settings.get(KEY).orElse("EUR");
  }

  /// Amounts keep their numbers: nothing is converted.
  public void set(String code) {
    require(isCode(code), "A currency has three letters of ISO 4217, like EUR.");
    settings.put(KEY, code);
  }

  /// Whether ISO 4217 knows it.
  public static boolean isCode(String code) {
    return java.util.Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(code));
  }
}
