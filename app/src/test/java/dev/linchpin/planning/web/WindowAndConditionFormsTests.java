package dev.linchpin.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.planning.ChangeWindows;
import dev.linchpin.planning.ChangeWindows.Kept;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.LeverSearches;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.TaskRef;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class WindowAndConditionFormsTests {
  private static final String WINDOWS = "/admin/windows";

  @Autowired ApplicationContext context;
  @Autowired ChangeWindows windows;
  @Autowired Services services;
  @Autowired Plans plans;
  @Autowired Forecasting forecasting;
  @Autowired LeverSearches levers;

  private SmallPlan plan;
  private Browser manager;
  private Browser stakeholder;
  private String task;

  @BeforeEach
  void aRunningPlan() {
    plan = SmallPlan.in(context);
    manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    stakeholder = TestAccounts.in(context).signedIn(Role.STAKEHOLDER);
    task = "/projects/" + plan.key() + "/tasks/1";
  }

  @Test
  void aWindowThatCannotBeReadComesBackAsItWasTyped() {
    Map<String, String> form = window("", "Tuesdays at night");
    form.put("leadDays", "many");

    HttpResponse<String> answer = manager.post(WINDOWS, form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Enter a name", "is no opening", "Enter whole days")
        .contains("Tuesdays at night", "value=\"many\"");
  }

  @Test
  void aWindowSentTwiceIsOneAndTheSecondOfTwoEditorsIsTold() {
    Map<String, String> form = window("Nights of " + plan.key(), "Tue 18:00-22:00");
    manager.post(WINDOWS, form);
    manager.post(WINDOWS, form);
    List<Kept> mine =
        windows.all().stream().filter(one -> one.window().name().equals(form.get("name"))).toList();
    assertThat(mine).hasSize(1);

    String address = WINDOWS + "/" + mine.getFirst().window().id();
    form.put("version", "1");
    manager.post(address, form);
    manager.post(address, form);
    assertThat(manager.get(address).body()).contains("Nothing of yours was saved");
  }

  @Test
  void whoMayNotIsRefusedAndNothingChanges() {
    int before = windows.all().size();

    assertThat(stakeholder.post(WINDOWS, window("Mine", "Tue 18:00-22:00")).statusCode())
        .isEqualTo(403);
    assertThat(stakeholder.post(task + "/conditions", Map.of("splittable", "yes")).statusCode())
        .isEqualTo(403);
    assertThat(windows.all()).hasSize(before);
    assertThat(task().conditions().splittable()).isFalse();
  }

  @Test
  void aTaskAsksForATopicAtALevelForAShareOfTheTime() {
    String topic = service();
    Map<String, String> form = needs(topic, "2", "50");

    assertThat(manager.post(task + "/conditions", form).statusCode()).isEqualTo(303);

    assertThat(task().conditions().needs()).containsExactly(new Need(new TopicId(topic), 2, 0.5));
    assertThat(manager.get(task).body()).contains("value=\"50\"", "Only the go-to");
  }

  @Test
  void aProjectWithWorkThatNobodyKnowsNamesNoDateAndSaysFirstWhatIsLeftOut() {
    manager.post(task + "/conditions", needs(service(), "3", "100"));
    assertThat(forecasting.make()).isNotInstanceOf(Forecasting.Made.Failed.class);

    String page = manager.get("/projects/" + plan.key() + "/forecast").body();
    assertThat(page).contains("cannot be placed", "What would help?", "cannot name a date");
    assertThat(page).doesNotContain("Why did it move?");
    assertThat(page.indexOf("cannot be placed")).isLessThan(page.indexOf("How often were we"));
    assertThat(manager.get("/p/" + plan.key()).body())
        .contains("cannot name a date", "what would help");
  }

  @Test
  void aShareThatIsNoneComesBackWithTheSentence() {
    HttpResponse<String> answer = manager.post(task + "/conditions", needs(service(), "2", "half"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("from 1 to 100 %", "value=\"half\"");
    assertThat(task().conditions().needs()).isEmpty();
  }

  @Test
  void theSecondWhoSaysWhatATaskAsksForIsTold() {
    String topic = service();
    manager.post(task + "/conditions", needs(topic, "1", "100"));
    manager.post(task + "/conditions", needs(topic, "2", "40"));

    assertThat(manager.get(task).body()).contains("Nothing of yours was saved");
    assertThat(task().conditions().needs().getFirst().level()).isEqualTo(1);
  }

  @Test
  void askedTwiceWhatWouldHelpIsLookedForOnce() {
    String ask = "/projects/" + plan.key() + "/forecast/levers";
    assertThat(manager.post(ask, Map.of()).statusCode()).isEqualTo(303);
    forecasting.make();
    manager.post(ask, Map.of());
    manager.post(ask, Map.of());

    assertThat(levers.latest(plan.key().value())).isPresent();
    assertThat(manager.get("/projects/" + plan.key() + "/forecast").statusCode()).isEqualTo(200);
  }

  private PlannedTask task() {
    return plans.task(new TaskRef(plan.key(), 1)).orElseThrow();
  }

  private String service() {
    String key = "t-" + UUID.randomUUID();
    services.add(Service.of(new ServiceId(UUID.randomUUID()), key, key, ""), "a test");
    return key;
  }

  private static Map<String, String> needs(String topic, String level, String share) {
    return new HashMap<>(
        Map.of("version", "1", "knows", topic, "level", level, "share", share, "alsoKnows", ""));
  }

  private static Map<String, String> window(String name, String open) {
    var form = new HashMap<String, String>();
    form.put("id", UUID.randomUUID().toString());
    form.put("name", name);
    form.put("open", open);
    form.put("freezes", "");
    form.put("leadDays", "0");
    form.put("outOfHours", "yes");
    return form;
  }
}
