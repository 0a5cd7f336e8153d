package dev.linchpin.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

@LinchpinTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests {
  private static final Pattern ID = Pattern.compile("Id <code>([0-9a-f]{8})</code>");
  @LocalServerPort int port;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SIGNED_OUT")
  void aPageSaysWhatHappenedWhatStillWorksAndWhatToDo(Trouble trouble) throws Exception {
    HttpResponse<String> answer = get("/assets/failing/" + trouble.status().value());

    assertThat(answer.statusCode()).isEqualTo(trouble.status().value());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.body())
        .contains("<h1>" + trouble.title() + "</h1>", trouble.happened())
        .contains(trouble.view("", "").works(), trouble.view("", "").next())
        .doesNotContain(Failing.SECRET, "Exception", "dev.linchpin", "org.springframework");
  }

  @Test
  void whatIsOurFaultHasAnIdThatTheLogHasOnce(CapturedOutput log) throws Exception {
    String page = get("/assets/failing/500").body();

    assertThat(page).containsPattern(ID);
    var id = ID.matcher(page).results().findFirst().orElseThrow().group(1);
    assertThat(log.getAll()).containsOnlyOnce(id);
    assertThat(Pattern.compile("IllegalStateException: ").matcher(log.getAll()).results())
        .hasSize(1);
  }

  @Test
  void anUnreadableAddressIsNotOurFault() throws Exception {
    assertThat(get("/assets/failing/seven").statusCode()).isEqualTo(400);
  }

  @Test
  void aProgramGetsAProblemInsteadOfAPage() {
    var request = new MockHttpServletRequest("GET", "/error");
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/answers/NET");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);

    Object shown = new ErrorPages(new DefaultErrorAttributes()).show(request);

    var answer = (ResponseEntity<?>) shown;
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    var problem = (ProblemDetail) Objects.requireNonNull(answer.getBody());
    assertThat(problem.getTitle()).isEqualTo("There is nothing here");
    assertThat(problem.getInstance()).hasToString("/api/v1/answers/NET");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
