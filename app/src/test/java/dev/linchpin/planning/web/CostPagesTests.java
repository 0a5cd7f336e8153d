package dev.linchpin.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.PlannedItem;
import dev.linchpin.planning.PlannedItems;
import dev.linchpin.planning.Rates;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class CostPagesTests {
  private static final String RATES = "/money/rates";

  @Autowired ApplicationContext context;
  @Autowired PlannedItems items;
  @Autowired Rates rates;
  @Autowired Forecasting forecasting;

  private SmallPlan plan;
  private Browser manager;
  private String page;

  @BeforeEach
  void aRunningPlan() {
    plan = SmallPlan.in(context);
    manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    page = "/projects/" + plan.key() + "/costs";
  }

  @Test
  void ratesAndItemsGiveATotalWithItsChanceAndTheChanceOfDayAndMoneyTogether() {
    assertThat(manager.get(page).body()).contains("Nothing has a price yet");

    assertThat(rate("100").statusCode()).isEqualTo(303);
    assertThat(manager.post(page, item("12 switches", "10000/12500/20000")).statusCode())
        .isEqualTo(303);
    assertThat(forecasting.make()).isNotInstanceOf(Forecasting.Made.Failed.class);

    assertThat(manager.get(page).body())
        .contains("it will likely cost", "In 8 of 10 runs it costs no more than")
        .contains("12 switches", "12,500 EUR, between 10,000 and 20,000")
        .doesNotContain("No rate is known");
    assertThat(manager.get(page + "?day=2999-01-01&amount=9000000").body())
        .contains("for no more than 9,000,000 EUR is about 9 in 10");
    assertThat(manager.get(page + "?day=2999-01-01&amount=5").body()).contains("less than 1 in 10");
    assertThat(manager.get(page + "?day=soon&amount=lots").body())
        .contains("Enter a day", "Enter an amount", "value=\"lots\"");
  }

  @Test
  void whoHasNoRateIsNamed() {
    manager.post(page, item("12 switches", "12500"));
    forecasting.make();

    assertThat(manager.get(page).body()).contains("No rate is known for " + plan.person().name());
  }

  @Test
  void aRateOfTheSameDayIsReplacedAndARateCanBeRemoved() {
    rate("100");
    rate("120.50");

    assertThat(manager.get(RATES).body()).contains("120.50 EUR");
    var mine = rates.all().stream().filter(rate -> rate.perHour() == 12_050).toList();
    assertThat(mine).hasSize(1);
    String removal = RATES + "/" + mine.getFirst().id() + "/removal";
    manager.post(removal, Map.of());
    assertThat(rates.all()).doesNotContainAnyElementsOf(mine);
    manager.post(removal, Map.of());
    assertThat(manager.get(RATES).body()).contains("was removed already");
  }

  @Test
  void wrongRatesComeBackWithTheSentenceAndWhatWasTyped() {
    HttpResponse<String> answer =
        manager.post(RATES, Map.of("whose", "nobody", "from", "soon", "perHour", "much"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Choose whose rate", "Enter a day", "like 82.50", "value=\"much\"");
    assertThat(manager.post(RATES + "/currency", Map.of("code", "Taler")).body())
        .contains("three letters", "value=\"Taler\"");
  }

  @Test
  void wrongItemsComeBackWithTheSentenceAndWhatWasTyped() {
    Map<String, String> form = item("", "20000/12500/10000");
    form.put("task", "1");
    form.put("day", "2027-03-12");

    HttpResponse<String> answer = manager.post(page, form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Enter what is paid for", "low, likely, high", "not both")
        .contains("value=\"20000/12500/10000\"", "value=\"2027-03-12\"");
    assertThat(items.of(plan.key())).isEmpty();
  }

  @Test
  void aFormSentTwiceAddsOneItemAndTheSecondOfTwoEditorsIsTold() {
    Map<String, String> form = item("12 switches", "12500");
    form.put("id", UUID.randomUUID().toString());
    manager.post(page, form);
    manager.post(page, form);
    assertThat(items.of(plan.key())).hasSize(1);

    String item = page + "/" + only().id();
    Map<String, String> edit = item("14 switches", "14000");
    edit.put("version", "1");
    manager.post(item, edit);
    manager.post(item, edit);
    assertThat(manager.get(item).body()).contains("Nothing of yours was saved", "14 switches");

    manager.post(item + "/removal", Map.of());
    assertThat(items.of(plan.key())).isEmpty();
  }

  @Test
  void moneyIsForThoseWhoMaySeeIt() {
    manager.post(page, item("12 switches", "12500"));
    Browser agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    Browser sponsor = TestAccounts.in(context).signedIn(Role.SPONSOR);

    assertThat(agent.get(page).statusCode()).isEqualTo(403);
    assertThat(agent.get("/projects/" + plan.key() + "/plan").body()).doesNotContain("Costs</a>");
    assertThat(agent.get(RATES).statusCode()).isEqualTo(403);
    assertThat(sponsor.get(page).body()).contains("12 switches").doesNotContain("Add a cost");
    assertThat(sponsor.get(RATES).statusCode()).isEqualTo(403);
    assertThat(sponsor.post(page, item("Mine", "1")).statusCode()).isEqualTo(403);
    assertThat(sponsor.post(RATES, Map.of("whose", "everybody")).statusCode()).isEqualTo(403);
  }

  private PlannedItem only() {
    return items.of(plan.key()).getFirst();
  }

  private HttpResponse<String> rate(String perHour) {
    return manager.post(
        RATES,
        Map.of("whose", "person " + plan.person().id(), "from", "2026-01-01", "perHour", perHour));
  }

  private static Map<String, String> item(String name, String cost) {
    var form = new HashMap<String, String>();
    form.put("name", name);
    form.put("cost", cost);
    form.put("task", "");
    form.put("day", "");
    return form;
  }
}
