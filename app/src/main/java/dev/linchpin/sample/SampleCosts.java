package dev.linchpin.sample;

import dev.linchpin.forecast.CostRange;
import dev.linchpin.planning.HourlyRate;
import dev.linchpin.planning.HourlyRate.Whose;
import dev.linchpin.planning.PlannedItem;
import dev.linchpin.planning.PlannedItem.When;
import dev.linchpin.planning.PlannedItems;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Rates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the sample's hours cost, and what two of its projects pay for.
@Component
class SampleCosts {
  private static final int CENTS = 100;
  private static final int DAYS_AGO = 400;

  private final Rates rates;
  private final PlannedItems items;

  SampleCosts(Rates rates, PlannedItems items) {
    this.rates = rates;
    this.items = items;
  }

  void plant(LocalDate today) {
    LocalDate from = today.minusDays(DAYS_AGO);
    rate("everybody", new Whose.Everybody(), from, 58);
    rate("network", new Whose.Titled("Network engineer"), from, 72);
    rate("security", new Whose.Titled("Network and security engineer"), from, 78);
    rate("servers", new Whose.Titled("Server engineer"), from, 74);
    rate("desk", new Whose.Titled("Service desk agent"), from, 44);
    item("NET", "12 switches and 20 access points", 31_000, 34_500, 42_000, new When.WithTask(5));
    item("NET", "Cable and wall plates", 2_400, 3_100, 5_200, new When.WithTask(8));
    item("NET", "Licences of the controller", 4_800, 4_800, 4_800, null);
    item("SRV", "Hosts and storage", 118_000, 126_000, 149_000, new When.WithTask(5));
    item(
        "SRV",
        "Transport of the old hosts",
        900,
        1_200,
        2_500,
        new When.OnDay(SampleProjects.workday(today, 50)));
  }

  private void rate(String name, Whose whose, LocalDate from, int perHour) {
    rates.put(
        new HourlyRate(SampleStaff.uuid("rate " + name), whose, from, (long) CENTS * perHour),
        SampleStaff.BY);
  }

  private void item(
      String project, String name, int low, int likely, int high, @Nullable When when) {
    items.add(
        new PlannedItem(
            SampleStaff.uuid("item " + name),
            new ProjectKey(project),
            name,
            new CostRange((long) CENTS * low, (long) CENTS * likely, (long) CENTS * high),
            when,
            0),
        SampleStaff.BY);
  }
}
