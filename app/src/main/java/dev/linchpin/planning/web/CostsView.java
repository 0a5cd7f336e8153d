package dev.linchpin.planning.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `costs.jte` shows.
///
/// @param byChance chance to amount; empty when nothing has a price
/// @param asked null when nothing has a price
/// @param unpriced who works for nothing because no rate fits; empty when nobody does
/// @param add where to add an item; null for those who may not
/// @param rates where rates are; null for those who may not see them
public record CostsView(
    ProjectHead head,
    String sentence,
    Map<String, String> byChance,
    @Nullable Asked asked,
    String unpriced,
    List<Item> items,
    @Nullable String add,
    @Nullable String rates) {
  /// A day and an amount, and the chance of both.
  public record Asked(
      String day,
      String amount,
      String currency,
      String answer,
      String dayProblem,
      String amountProblem) {}

  public record Item(String name, String address, String cost, String when) {}
}
