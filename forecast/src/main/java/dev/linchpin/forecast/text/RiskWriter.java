package dev.linchpin.forecast.text;

import dev.linchpin.forecast.CostItem;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.ScopeGrowth;
import java.util.List;
import java.util.Locale;

/// Writes what may happen and what things cost.
final class RiskWriter {
  private final Plan plan;
  private final StringBuilder text = new StringBuilder();

  RiskWriter(Plan plan) {
    this.plan = plan;
  }

  String write() {
    plan.risks().forEach(this::write);
    plan.growth().forEach(this::write);
    plan.rates()
        .forEach(it ->
            line("rate " + PlanWriter.id(it.person().value()) + " " + Amounts.money(it.perHour())));
    plan.items().forEach(this::write);
    return text.toString();
  }

  private void write(Risk risk) {
    line(
        "risk "
            + PlanWriter.named(risk.id().value(), risk.name())
            + " of "
            + PlanWriter.id(risk.project().value())
            + " "
            + Amounts.share(risk.chance())
            + effects(risk)
            + (risk.cost() == null ? "" : " costs " + cost(risk.cost()))
            + (risk.bond() == null ? "" : bond(risk.bond())));
  }

  /// In their order, one word each: adds and delays may alternate.
  private static String effects(Risk risk) {
    StringBuilder words = new StringBuilder();
    for (Risk.Effect effect : risk.effects()) {
      boolean elapsed = effect.kind() == Risk.Kind.LATER_ELAPSED;
      words.append(effect.kind() == Risk.Kind.MORE_WORK ? " adds " : " delays ");
      words.append(PlanWriter.id(effect.task().value()));
      words.append(elapsed ? " elapsed " : " ").append(Amounts.word(effect.by(), elapsed));
    }
    return words.toString();
  }

  private static String bond(Risk.Bond bond) {
    return " " + bond.tie().name().toLowerCase(Locale.ROOT) + " " + PlanWriter.id(bond.cause());
  }

  private void write(ScopeGrowth it) {
    List<String> shares =
        List.of(
            Amounts.share(it.optimistic()),
            Amounts.share(it.likely()),
            Amounts.share(it.pessimistic()));
    line("growth of " + PlanWriter.id(it.project().value()) + " " + String.join("/", shares));
  }

  private void write(CostItem item) {
    line(
        "item "
            + Line.quoted(item.name())
            + " of "
            + PlanWriter.id(item.project().value())
            + " "
            + cost(item.cost()));
  }

  private static String cost(CostRange cost) {
    return Amounts.money(cost.optimistic())
        + "/"
        + Amounts.money(cost.likely())
        + "/"
        + Amounts.money(cost.pessimistic());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
