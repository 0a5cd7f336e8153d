package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.App;
import dev.linchpin.LinchpinTest;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/// On an application of its own: set-up is once only.
@SpringBootTest(
    classes = App.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=set-up")
@ContextConfiguration(initializers = LinchpinTest.OwnDatabase.class)
class SetupTests {
  @Autowired ApplicationContext context;
  @Autowired Setup setup;
  @Autowired JdbcClient sql;
  Browser browser;

  @BeforeEach
  void noAccount() {
    browser = TestAccounts.in(context).anonymous();
  }

  @Test
  void beforeSetUpEveryPageSaysWhatToDoAndAfterItTheTokenIsGone() {
    HttpResponse<String> home = browser.get("/");
    assertThat(home.statusCode()).isEqualTo(302);
    assertThat(location(home)).endsWith("/setup");
    assertThat(browser.get("/setup").body()).contains("Open the set-up address");
    assertThat(location(browser.get("/sign-in"))).endsWith("/setup");

    String first = setup.openAddressPath().orElseThrow();
    String path = setup.openAddressPath().orElseThrow();
    assertThat(browser.get(first).statusCode()).isEqualTo(404); // a restart made a new one
    assertThat(browser.get("/setup/guessed").body()).contains("Restart Linchpin");
    assertThat(browser.get(path).statusCode()).isEqualTo(200);

    HttpResponse<String> weak = browser.post(path, form("password", "linchpin is great"));
    assertThat(weak.statusCode()).isEqualTo(422);
    assertThat(weak.body()).contains("it is guessed first");
    assertThat(sql.sql("select count(*) from access.account").query(Integer.class).single())
        .isZero();

    HttpResponse<String> done = browser.post(path, form("password", TestAccounts.PASSWORD));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(browser.get("/admin/users").body()).contains("asa@example.org");
    assertThat(context.getBean(Zone.class).id().getId()).isEqualTo("Europe/Stockholm");
    assertThat(context.getBean(Settings.class).get("holidays.country")).contains("SE");

    Browser late = TestAccounts.in(context).anonymous();
    HttpResponse<String> again = late.post(path, form("email", "mallory@example.org"));
    assertThat(location(again)).isEqualTo("/");
    assertThat(setup.openAddressPath()).isEmpty();
    assertThat(sql.sql("select name from access.account").query(String.class).list())
        .isEqualTo(List.of("Åsa Berg"));
    assertThat(sql.sql("select what from platform.audit").query(String.class).list())
        .contains("set Linchpin up");
  }

  private static Map<String, String> form(String field, String value) {
    Map<String, String> form = new HashMap<>();
    form.put("organisation", "Nordic Widgets");
    form.put("zone", "Europe/Stockholm");
    form.put("country", "SE");
    form.put("region", "");
    form.put("name", "Åsa Berg");
    form.put("email", "Asa@example.org");
    form.put("password", TestAccounts.PASSWORD);
    form.put(field, value);
    return form;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
