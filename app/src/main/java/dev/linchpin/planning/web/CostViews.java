package dev.linchpin.planning.web;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Rate;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.CostTable;
import dev.linchpin.planning.ForecastCosts;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.PlannedItem;
import dev.linchpin.planning.PlannedItem.When;
import dev.linchpin.planning.PlannedItems;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.platform.Currency;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes what the page about a project's costs shows.
@Component
class CostViews {
  private static final int NAMES_SHOWN = 5;
  private static final int HUNDRED = 100;

  private final ForecastCosts costs;
  private final Forecasts forecasts;
  private final PlannedItems items;
  private final Plans plans;
  private final Currency currency;

  CostViews(
      ForecastCosts costs,
      Forecasts forecasts,
      PlannedItems items,
      Plans plans,
      Currency currency) {
    this.costs = costs;
    this.forecasts = forecasts;
    this.items = items;
    this.plans = plans;
    this.currency = currency;
  }

  static String address(Project project) {
    return "/projects/" + project.key() + "/costs";
  }

  CostsView costs(
      ProjectHead head,
      Project project,
      String day,
      String amount,
      boolean mayChange,
      boolean seesRates) {
    Optional<CostTable> table = costs.latest(project.key());
    Optional<RefForecast> forecast = forecasts.latest(project.ref());
    Map<Integer, PlannedTask> tasks = RiskForm.byNumber(plans.tasks(project.key()));
    return new CostsView(
        head,
        table.map(this::sentence).orElse("Nothing has a price yet."),
        table.map(this::byChance).orElse(Map.of()),
        table.isPresent() && forecast.isPresent()
            ? asked(table.get(), forecast.get(), day, amount)
            : null,
        table.isPresent() && forecast.isPresent() ? unpriced(project, forecast.get()) : "",
        items.of(project.key()).stream().map(item -> item(project, item, tasks)).toList(),
        mayChange ? address(project) + "/new" : null,
        seesRates ? RatePages.ALL : null);
  }

  private String sentence(CostTable table) {
    return "From today on it will likely cost %s. In 8 of 10 runs it costs no more than %s."
        .formatted(words(table.likely()), words(table.within(8)));
  }

  private Map<String, String> byChance(CostTable table) {
    var amounts = new LinkedHashMap<String, String>();
    for (int tenths : new int[] {5, 8, 9}) {
      amounts.put(tenths + " in 10", "no more than " + words(table.within(tenths)));
    }
    return amounts;
  }

  private String words(long hundredths) {
    return Money.words(hundredths, currency.code());
  }

  /// What somebody wants to promise; the by-date and the amount of 8 in 10 when nobody asks.
  private CostsView.Asked asked(CostTable table, RefForecast forecast, String day, String amount) {
    String typedDay = day.isEmpty() ? forecast.byDay().toString() : day;
    long within = (table.within(8) + HUNDRED - 1) / HUNDRED * HUNDRED;
    String typedAmount = amount.isEmpty() ? Money.plain(within) : amount;
    LocalDate by = day(typedDay);
    OptionalLong most = Money.read(typedAmount);
    return new CostsView.Asked(
        typedDay,
        typedAmount,
        currency.code(),
        by == null || most.isEmpty()
            ? ""
            : "The chance to be done by %s and for no more than %s is %s."
                .formatted(
                    Dates.fullDay(by),
                    words(most.getAsLong()),
                    Chance.of(table.chance(by, most.getAsLong())).about()),
        by == null ? "Enter a day, like 2027-03-12." : "",
        most.isEmpty() ? "Enter an amount, like 12500." : "");
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// Who does open work of the project and has no rate.
  private String unpriced(Project project, RefForecast forecast) {
    Question question = forecasts.inputs(forecast.forecast()).orElseThrow();
    Set<PersonId> priced =
        question.plan().rates().stream().map(Rate::person).collect(Collectors.toSet());
    Set<PersonId> working =
        question.plan().projects().stream()
            .filter(one -> one.id().value().equals(project.ref()))
            .flatMap(one -> one.tasks().stream())
            .filter(task -> !(task.progress() instanceof Progress.Done))
            .flatMap(task -> task.people().stream())
            .map(Assignment::person)
            .filter(person -> !priced.contains(person))
            .collect(Collectors.toSet());
    List<String> names =
        question.plan().people().stream()
            .filter(person -> working.contains(person.id()))
            .map(Person::name)
            .sorted()
            .toList();
    return names.isEmpty()
        ? ""
        : "No rate is known for %s: their hours count as nothing."
            .formatted(Say.list(names, NAMES_SHOWN));
  }

  private CostsView.Item item(Project project, PlannedItem item, Map<Integer, PlannedTask> tasks) {
    return new CostsView.Item(
        item.name(),
        address(project) + "/" + item.id(),
        Money.words(item.cost(), currency.code()),
        when(item.when(), tasks));
  }

  private static String when(@Nullable When when, Map<Integer, PlannedTask> tasks) {
    return switch (when) {
      case null -> "not said";
      case When.OnDay on -> Dates.fullDay(on.day());
      case When.WithTask with -> {
        PlannedTask task = tasks.get(with.task());
        yield task == null ? "with a task that left the plan" : "with \"" + task.name() + "\"";
      }
    };
  }
}
