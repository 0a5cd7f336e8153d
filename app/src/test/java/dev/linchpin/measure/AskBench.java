package dev.linchpin.measure;

import dev.linchpin.App;
import dev.linchpin.TestDatabases;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bin/bench ask [--projects N] [--tickets N] [--promises N]`: p50 and p95 of Ask and the answer
/// card, as whole pages over HTTP from one browser, with very much of everything. Each time another
/// thing is asked for.
final class AskBench {
  private static final int ROUNDS = 300;
  private static final int WARM_UP = 60;
  private static final long SEED = 20270318;

  private final Browser agent;
  private final JdbcClient sql;
  private final int projects;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private AskBench(ConfigurableApplicationContext application, int projects) {
    this.agent = TestAccounts.in(application).signedIn(Role.HELP_DESK_AGENT);
    this.sql = application.getBean(JdbcClient.class);
    this.projects = projects;
  }

  public static void main(String[] args) {
    int projects = Integer.parseInt(argument(args, "--projects", "2000"));
    long tickets = Long.parseLong(argument(args, "--tickets", "100000"));
    long promises = Long.parseLong(argument(args, "--promises", "100000"));
    var spring = new SpringApplication(App.class);
    spring.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "linchpin.sample",
            true,
            "linchpin.db",
            TestDatabases.url(TestDatabases.fresh())));
    try (ConfigurableApplicationContext application = spring.run()) {
      var bench = new AskBench(application, projects);
      long begun = System.nanoTime();
      ManyTickets.make(bench.sql, tickets, tickets);
      ManyProjects.make(bench.sql, projects, promises);
      System.out.printf(
          "made projects=%d milestones=%d tickets=%d promises=%d seconds=%d%n",
          projects,
          projects * ManyProjects.MILESTONES,
          tickets,
          promises,
          (System.nanoTime() - begun) / 1_000_000_000);
      bench.measure();
    }
    System.exit(0); // the embedded database stops with the process
  }

  private static String argument(String[] args, String name, String otherwise) {
    int at = List.of(args).indexOf(name);
    return at < 0 ? otherwise : args[at + 1];
  }

  private void measure() {
    List<String> names =
        sql.sql("select name from planning.project where key ~ '^Q[0-9]{5}$'")
            .query((row, number) -> row.getString(1))
            .list();
    List<String> numbers =
        sql.sql("select number from helpdesk.ticket order by opened desc limit 4000")
            .query((row, number) -> row.getString(1))
            .list();
    get("ask_key", _ -> "/ask?q=" + key());
    get("ask_name", _ -> "/ask?q=" + words(names, 2));
    get("ask_one_word", _ -> "/ask?q=" + words(names, 1));
    get("ask_typing_error", _ -> "/ask?q=" + wrong(words(names, 1)));
    get("ask_few_letters", _ -> "/ask?q=" + words(names, 1).substring(0, 3));
    get("ask_nothing_found", i -> "/ask?q=zzyzx" + i);
    get("ask_ticket", i -> "/ask?q=" + numbers.get(i % numbers.size()));
    get("ask_start", _ -> "/ask");
    get("card_project", _ -> "/p/" + key());
    get("card_milestone", _ -> "/p/" + key() + "-" + (1 + random.nextInt(10)));
    get("card_ticket", i -> "/t/" + numbers.get(i % numbers.size()) + "/answer");
    get("api_name", _ -> "/api/v1/answers?q=" + words(names, 2));
  }

  private String key() {
    int number = 1 + random.nextInt(projects);
    return "Q%05d".formatted(number % 50 == 0 ? number - 1 : number);
  }

  private String words(List<String> names, int many) {
    String[] words = names.get(random.nextInt(names.size())).split(" ");
    return String.join("%20", Arrays.copyOf(words, Math.min(many, words.length)));
  }

  private static String wrong(String word) {
    return word.length() < 5 ? word : word.substring(0, 2) + word.substring(3);
  }

  private void get(String name, IntFunction<String> address) {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      String path = address.apply(i);
      long begun = System.nanoTime();
      HttpResponse<String> answer = agent.get(path);
      nanos[Math.max(0, i - WARM_UP)] = System.nanoTime() - begun;
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(path + ": " + answer.statusCode());
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s p50_ms=%.1f p95_ms=%.1f max_ms=%.1f%n",
        name, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6, nanos[ROUNDS - 1] / 1e6);
  }
}
