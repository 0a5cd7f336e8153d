package dev.linchpin.forecast.text;

import dev.linchpin.forecast.CostItem;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Rate;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.RiskId;
import dev.linchpin.forecast.ScopeGrowth;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what may happen and what things cost. What does not say of which project it is belongs to
/// the last one above.
final class RiskReader {
  private final Supplier<ProjectId> lastProject;
  private final List<Risk> risks = new ArrayList<>();
  private final List<ScopeGrowth> growth = new ArrayList<>();
  private final List<Rate> rates = new ArrayList<>();
  private final List<CostItem> items = new ArrayList<>();

  RiskReader(Supplier<ProjectId> lastProject) {
    this.lastProject = lastProject;
  }

  List<Risk> risks() {
    return risks;
  }

  List<ScopeGrowth> growth() {
    return growth;
  }

  List<Rate> rates() {
    return rates;
  }

  List<CostItem> items() {
    return items;
  }

  /// True if the line is one of these.
  boolean read(Line line) {
    if (line.skip("risk")) {
      readRisk(line);
    } else if (line.skip("growth")) {
      ProjectId project = project(line);
      String[] shares = three(line.take("three shares"));
      growth.add(
          new ScopeGrowth(
              project,
              Amounts.share(shares[0]),
              Amounts.share(shares[1]),
              Amounts.share(shares[2])));
    } else if (line.skip("rate")) {
      PersonId person = new PersonId(line.take("a person"));
      rates.add(new Rate(person, Amounts.money(line.take("the price of an hour"))));
    } else if (line.skip("item")) {
      String name = line.take("a name");
      ProjectId project = project(line);
      items.add(new CostItem(project, name, cost(line.take("a cost"))));
    } else {
      return false;
    }
    return true;
  }

  private void readRisk(Line line) {
    String id = line.take("a risk");
    String name = line.isQuoted() ? line.take("a name") : id;
    ProjectId project = project(line);
    double chance = Amounts.share(line.take("a chance"));
    List<Risk.Effect> effects = new ArrayList<>();
    Risk.Bond bond = null;
    CostRange cost = null;
    while (!line.isDone()) {
      if (line.skip("adds")) {
        do {
          effects.add(effect(line, Risk.Kind.MORE_WORK));
        } while (line.skip(","));
      } else if (line.skip("delays")) {
        do {
          effects.add(effect(line, Risk.Kind.LATER_WORKING));
        } while (line.skip(","));
      } else if (line.skip("costs")) {
        cost = cost(line.take("a cost"));
      } else {
        bond = bond(line);
        if (bond == null) {
          break;
        }
      }
    }
    risks.add(new Risk(new RiskId(id), name, project, chance, effects, bond, cost));
  }

  /// `build elapsed 3d`: elapsed stands before the time, as with tasks.
  private static Risk.Effect effect(Line line, Risk.Kind kind) {
    TaskId task = new TaskId(line.take("a task"));
    boolean elapsed = line.skip("elapsed");
    Estimate by = Amounts.estimate(line.take("a time"), elapsed);
    boolean later = kind != Risk.Kind.MORE_WORK;
    return new Risk.Effect(task, elapsed && later ? Risk.Kind.LATER_ELAPSED : kind, by);
  }

  private static Risk.@Nullable Bond bond(Line line) {
    if (line.skip("together")) {
      return new Risk.Bond(Risk.Tie.TOGETHER, line.take("a cause"));
    }
    if (line.skip("exclusive")) {
      return new Risk.Bond(Risk.Tie.EXCLUSIVE, line.take("a cause"));
    }
    return null;
  }

  private ProjectId project(Line line) {
    return line.skip("of") ? new ProjectId(line.take("a project")) : lastProject.get();
  }

  private static CostRange cost(String word) {
    if (!word.contains("/")) {
      return CostRange.fixed(Amounts.money(word));
    }
    String[] costs = three(word);
    return new CostRange(Amounts.money(costs[0]), Amounts.money(costs[1]), Amounts.money(costs[2]));
  }

  private static String[] three(String word) {
    String[] points = word.split("/", -1);
    if (points.length != 3) {
      throw new IllegalArgumentException("\"" + word + "\" are not three points. Write 1/2/4.");
    }
    return points;
  }
}
