package dev.linchpin.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.ProjectRisk;
import dev.linchpin.planning.ProjectRisks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class RiskPagesTests {
  @Autowired ApplicationContext context;
  @Autowired ProjectRisks risks;
  @Autowired Forecasting forecasting;

  private SmallPlan plan;
  private Browser manager;
  private String page;

  @BeforeEach
  void aRunningPlan() {
    plan = SmallPlan.in(context);
    manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    page = "/projects/" + plan.key() + "/risks";
  }

  @Test
  void aRiskIsWrittenDownFoundAndAskedWhatItCosts() {
    assertThat(manager.get(page).body()).contains("No risks yet");
    assertThat(manager.get(page + "/new").body()).contains("Build", "Built");

    HttpResponse<String> saved = manager.post(page, form("The parts come late", "40", "1/5/20"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(forecasting.make()).isNotInstanceOf(Forecasting.Made.Failed.class);

    assertThat(manager.get(page).body())
        .contains("The parts come late", "4 in 10 (40 %)", "Build: 1/5/20 days more")
        .contains("not asked yet");
    String risk = page + "/" + only().id();
    assertThat(manager.post(risk + "/days", Map.of()).statusCode()).isEqualTo(303);
    assertThat(manager.get(risk).body()).contains("Because it may happen", "later.");
    assertThat(manager.get(page).body()).doesNotContain("not asked yet");
  }

  @Test
  void aFormSentTwiceAddsOneRisk() {
    Map<String, String> form = form("The parts come late", "40", "5");
    form.put("id", UUID.randomUUID().toString());

    assertThat(manager.post(page, form).statusCode()).isEqualTo(303);
    assertThat(manager.post(page, form).statusCode()).isEqualTo(303);

    assertThat(risks.of(plan.key())).hasSize(1);
  }

  @Test
  void wrongInputComesBackWithTheSentenceAndWhatWasTyped() {
    Map<String, String> form = form("", "certainly", "8/3/1");
    form.put("response", "We ask <twice>");
    form.put("cost", "lots");

    HttpResponse<String> answer = manager.post(page, form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("<title>Error: New risk")
        .contains("Enter what may happen")
        .contains("Enter the chance in percent, like 30.")
        .contains("Enter days like 3, or 1/3/8")
        .contains("Enter an amount like 12500")
        .contains("value=\"certainly\"", "value=\"8/3/1\"", "We ask &lt;twice&gt;");
    assertThat(risks.of(plan.key())).isEmpty();
  }

  @Test
  void whatHappensForCertainBelongsIntoThePlan() {
    assertThat(manager.post(page, form("Winter", "100", "5")).body())
        .contains("What happens for certain belongs into the plan");
  }

  @Test
  void aFinishedTaskCannotBeDelayed() {
    plan.finish(1);

    HttpResponse<String> answer = manager.post(page, form("The parts come late", "40", "5"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("is done, so nothing can delay it");
  }

  @Test
  void aTaskThatIsDoneSinceIsToldInTheList() {
    manager.post(page, form("The parts come late", "40", "5"));
    plan.finish(1);

    assertThat(manager.get(page).body()).contains("so this changes nothing there");
  }

  @Test
  void risksThatContradictEachOtherAreRefusedAtTheForm() {
    Map<String, String> first = form("In two parts", "60", "5");
    first.putAll(Map.of("cause", "The supplier", "tie", "EXCLUSIVE"));
    manager.post(page, first);
    Map<String, String> second = form("Late", "60", "5");
    second.putAll(Map.of("cause", "The supplier", "tie", "EXCLUSIVE"));

    HttpResponse<String> answer = manager.post(page, second);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("add up to 120 %", "Leave 40 % or less", "value=\"Late\"");
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndTheFirstStays() {
    manager.post(page, form("The parts come late", "40", "5"));
    String risk = page + "/" + only().id();
    Map<String, String> first = form("The parts come late", "50", "5");
    first.put("version", "1");
    Map<String, String> second = form("The parts come late", "60", "5");
    second.put("version", "1");

    assertThat(manager.post(risk, first).statusCode()).isEqualTo(303);
    HttpResponse<String> late = manager.post(risk, second);

    assertThat(late.headers().firstValue("location").orElseThrow()).endsWith(risk);
    assertThat(manager.get(risk).body()).contains("Nothing of yours was saved", "value=\"50\"");
    assertThat(only().percent()).isEqualTo(50);
  }

  @Test
  void whoMayOnlyReadSeesFactsAndIsRefusedWhatIsSent() {
    Map<String, String> form = form("The parts come late", "40", "5");
    form.put("cost", "2500");
    manager.post(page, form);
    Browser agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    String risk = page + "/" + only().id();

    assertThat(agent.get(risk).body())
        .contains("Build: 5 days more")
        .doesNotContain("2,500", "name=\"chance\"");
    assertThat(agent.get(page).body()).doesNotContain("Add a risk");
    assertThat(agent.get(page + "/new").statusCode()).isEqualTo(403);
    assertThat(agent.post(page, form("Mine", "10", "1")).statusCode()).isEqualTo(403);
    assertThat(agent.post(risk, form("Mine", "10", "1")).statusCode()).isEqualTo(403);
    assertThat(only().cost()).isEqualTo(CostRange.fixed(250_000));
  }

  private ProjectRisk only() {
    return risks.of(plan.key()).getFirst();
  }

  private static Map<String, String> form(String name, String chance, String days) {
    var form = new HashMap<String, String>();
    form.put("name", name);
    form.put("chance", chance);
    form.put("task", "1");
    form.put("kind", "MORE_WORK");
    form.put("days", days);
    form.put("cause", "");
    form.put("tie", "TOGETHER");
    form.put("owner", "");
    form.put("state", "OPEN");
    form.put("response", "");
    return form;
  }
}
