package dev.linchpin.answers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Who;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Outside;
import dev.linchpin.answers.status.Renewal;
import dev.linchpin.answers.status.StatusPage;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.TestProjects;
import dev.linchpin.platform.OwnSite;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A project that is said outside, and what its subscribers got.
abstract class SubscriptionsWorld {
  static final String BY = "test";
  static final String KEY = "SUBA";
  static final String SITE = "https://linchpin.example";
  static final Pattern SECRET = Pattern.compile("/(?:subscriptions|feeds)/([\\w-]{43})");

  @Autowired ApplicationContext context;
  @Autowired Projects projects;
  @Autowired Forecasting forecasting;
  @Autowired Zone zone;
  @Autowired JdbcClient sql;
  @Autowired Outside outside;
  @Autowired Renewal renewal;
  @Autowired StatusPage status;
  @Autowired AnswerBook book;
  @Autowired News news;
  @Autowired Webhooks webhooks;
  @Autowired Subscriptions subscriptions;
  @Autowired OwnSite site;
  @Autowired Settings settings;
  @Autowired ApplicationEventPublisher facts;

  Who admin;

  @BeforeEach
  void aProjectThatIsSaidOutside() {
    admin = TestAccounts.in(context).account(Role.ADMIN);
    TestAccounts.in(context).forgetTries();
    sql.sql("delete from answers.subscription").update();
    site.set(SITE);
    if (projects.find(new ProjectKey(KEY)).isEmpty()) {
      project(KEY);
      forecasting.make(zone.now());
    }
    allow(KEY, "A brighter harbour");
    status.set(true, Set.of(), admin);
  }

  void allow(String key, String title) {
    var asked = book.asked(admin);
    var answer = book.answer(admin, Ref.parse(key).orElseThrow(), asked);
    outside.allow(answer, title, Set.of(), admin, asked);
    status.forget();
  }

  HttpResponse<String> api(String token, String method, String path, String body) {
    Browser program = stranger();
    return program.send(
        program
            .request("/api/v1/subscriptions" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  String subscribed() {
    String somebody = anybody();
    wish(somebody, "mail");
    String secret = secret(letters(somebody).getLast());
    stranger().post("/subscriptions/" + secret + "/confirmation", Map.of());
    return somebody;
  }

  HttpResponse<String> wish(String address, String way) {
    return stranger()
        .post(
            "/status/dates/SUBA/subscriptions",
            Map.of("way", way, "address", address, "moreThan", "5"));
  }

  /// What they heard last was a date so many days earlier, two days ago.
  void heardBefore(String address, int days) {
    sql.sql(
            """
            update answers.heard set by_day = by_day - :days, at = at - interval '2 days'
             where subscription = (select id from answers.subscription where address = :address)\
            """)
        .param("days", days)
        .param("address", address)
        .update();
  }

  List<String> letters(String to) {
    return sql.sql("select text from messaging.letter where recipient = :to order by made_at, id")
        .param("to", to)
        .query((row, number) -> row.getString(1))
        .list();
  }

  List<String> promises(String mail) {
    return sql.sql(
            """
            select channel from answers.promise join answers.hearer on hearer.id = promise.hearer
             where mail = :mail\
            """)
        .param("mail", mail)
        .query((row, number) -> row.getString(1))
        .list();
  }

  int promisesBy(String channel) {
    return sql.sql("select count(*) from answers.promise where channel = :channel and ref = 'SUBA'")
        .param("channel", channel)
        .query(Integer.class)
        .single();
  }

  static String secret(String letter) {
    Matcher found = SECRET.matcher(letter);
    assertThat(found.find()).as(letter).isTrue();
    return found.group(1);
  }

  static String path(String page, String file) {
    return "/feeds/" + secret(page) + "/" + file;
  }

  static String line(String text, String start) {
    return text.lines().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
  }

  static String anybody() {
    return "s" + UUID.randomUUID() + "@lakeside.example";
  }

  Browser stranger() {
    return TestAccounts.in(context).anonymous();
  }

  static Ref ref() {
    return Ref.parse(KEY).orElseThrow();
  }

  void project(String key) {
    TestProjects.in(context).running(key, "Internal lantern " + key, false);
    projects.check(projects.get(new ProjectKey(key)), BY, zone.instant());
  }
}
