package dev.linchpin.answers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.TestAccounts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@LinchpinTest
class WebhooksTests extends SubscriptionsWorld {
  @Test
  void aWebhookIsSignedFollowsNoRedirectAndNeverReachesIntoOurNetwork() throws Exception {
    List<HttpExchange> got = new CopyOnWriteArrayList<>();
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer server = server();
    answers(server, "/good", 204, got, bodies);
    answers(server, "/inside", 204, got, bodies);
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/inside");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    try {
      String home = "http://localhost:" + server.getAddress().getPort();
      Subscription hook = hook(home + "/good");
      post(hook);
      assertThat(got).as("our own network").isEmpty();
      assertThat(webhooks.log(hook).getFirst()).contains("could not be reached");

      settings.put(WebhookCall.NETWORKS, "127.0.0.0/8 ::1");
      due();
      post(hook);
      assertThat(bodies.getFirst()).contains("\"type\":\"date.changed\"", "We expect this");
      assertThat(signature(hook, got.getFirst(), bodies.getFirst()))
          .isEqualTo(got.getFirst().getRequestHeaders().getFirst("webhook-signature"));
      assertThat(webhooks.log(hook).getFirst()).isEqualTo("It was taken.");

      Subscription moved = hook(home + "/moved");
      post(moved);
      assertThat(got).hasSize(1);
      assertThat(webhooks.log(moved).getFirst()).contains("307");
    } finally {
      settings.put(WebhookCall.NETWORKS, "");
      server.stop(0);
    }
  }

  @Test
  void aWebhookThatNeverAnswersHoldsUpNoOtherAndIsTurnedOffAfterDays() throws Exception {
    List<HttpExchange> got = new CopyOnWriteArrayList<>();
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer server = server();
    var hold = new CountDownLatch(1);
    server.createContext(
        "/silent",
        exchange -> {
          try {
            hold.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    answers(server, "/good", 200, got, bodies);
    settings.put(WebhookCall.NETWORKS, "127.0.0.0/8 ::1");
    try {
      String home = "http://localhost:" + server.getAddress().getPort();
      Subscription silent = hook(home + "/silent");
      hook(home + "/good");
      Thread sending = Thread.ofVirtual().start(webhooks::send);
      await(() -> bodies.size() == 1);
      hold.countDown();
      sending.join();
      await(() -> !webhooks.log(silent).getFirst().contains("waits"));

      sql.sql("update answers.delivery set tries = 9 where subscription = :id")
          .param("id", silent.id())
          .update();
      due();
      post(silent);
      Subscription off = subscriptions.find(silent.id()).orElseThrow();
      assertThat(off.endedWhy()).contains("It failed for three days.");
      assertThat(letters(admin.email()).getLast()).contains("The webhook to localhost:");
    } finally {
      settings.put(WebhookCall.NETWORKS, "");
      hold.countDown();
      server.stop(0);
    }
  }

  private Subscription hook(String address) {
    Browser agent = TestAccounts.in(context).signedIn(admin);
    assertThat(
            agent
                .post("/p/SUBA/subscriptions", Map.of("way", "webhook", "address", address))
                .body())
        .contains("whsec_");
    return subscriptions.at(address, Way.WEBHOOK, ref()).orElseThrow();
  }

  /// Waits until one was tried once more: a job of the application may do it first.
  private void post(Subscription one) {
    await(() -> {
      webhooks.send();
      return !webhooks.log(one).getFirst().contains("waits")
          && sql.sql("select claimed_until is null from answers.delivery where subscription = :id")
              .param("id", one.id())
              .query(Boolean.class)
              .single();
    });
  }

  private void due() {
    sql.sql("update answers.delivery set due_at = now() - interval '1 hour', outcome = ''")
        .update();
  }

  private String signature(Subscription hook, HttpExchange got, String body) {
    String signed =
        got.getRequestHeaders().getFirst("webhook-id")
            + "."
            + got.getRequestHeaders().getFirst("webhook-timestamp")
            + "."
            + body;
    byte[] key = Base64.getDecoder().decode(webhooks.signingKey(hook).substring(6));
    return "v1," + WebhookCall.signature(key, signed);
  }

  private static HttpServer server() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private static void answers(
      HttpServer server, String path, int status, List<HttpExchange> got, List<String> bodies) {
    server.createContext(
        path,
        exchange -> {
          got.add(exchange);
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private static void await(BooleanSupplier done) {
    long until = System.nanoTime() + 30_000_000_000L;
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("It did not happen within 30 seconds.");
      }
      Thread.onSpinWait();
    }
  }
}
