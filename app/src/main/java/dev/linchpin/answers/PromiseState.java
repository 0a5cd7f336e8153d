package dev.linchpin.answers;

import java.util.Arrays;
import java.util.Optional;

/// What became of a promise.
public enum PromiseState {
  /// It is what they believe, and it stands.
  OPEN("open", "stands", "running"),
  /// It is what they believe, and it does not stand.
  DRIFTED("drifted", "drifted", "bad"),
  /// A correction is approved and not out yet.
  APPROVED("approved", "correction on its way", "warn"),
  /// They were told that it does not stand.
  CORRECTED("corrected", "corrected", "good"),
  /// They were told another date later.
  REPLACED("replaced", "told anew", "open"),
  /// The mail never reached them.
  LOST("lost", "did not arrive", "bad"),
  KEPT("kept", "kept", "good"),
  MISSED("missed", "missed", "warn");

  private final String code;
  private final String label;
  private final String pill;

  PromiseState(String code, String label, String pill) {
    this.code = code;
    this.label = label;
    this.pill = pill;
  }

  /// As programs and addresses write it.
  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /// Kind of the pill that shows it.
  public String pill() {
    return pill;
  }

  /// Reads [#code]; empty for anything else.
  public static Optional<PromiseState> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
