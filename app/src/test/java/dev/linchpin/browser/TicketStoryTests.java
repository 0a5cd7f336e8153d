package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.linchpin.look.SampleServer;
import dev.linchpin.look.Visit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A working day at the help desk, on a Wednesday afternoon, with a mail server that speaks IMAP
/// and SMTP: somebody writes, and hours later the date of a project is another one. It is not the
/// project that the caller asked about: who answers works on another one first.
class TicketStoryTests {
  private static final String BOX = "remote.access@lakeside.example";
  private static final String RUTH = "ruth.adler@lakeside.example";
  private static final String PROJECT = "Remote access with a second factor";
  private static final String TITLE = "No message comes when I connect from home";
  private static final Pattern DATE = Pattern.compile("done ((?:by|in) [^.]*\\d)");
  private static final int WAIT_MS = 180_000;

  private static GreenMail mail;
  private static SampleServer server;
  private static Visit visit;

  @BeforeAll
  static void open() {
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    mail.setUser(BOX, BOX, "secret");
    mail.setUser(RUTH, RUTH, "secret");
    server = SampleServer.at(lastWednesday());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close)); // jobs may run for a while
    server.makeAdmin();
    visit = Visit.wide(server);
  }

  /// Sessions begin by the clock of the machine, so the clock may be behind it and not ahead.
  private static Instant lastWednesday() {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
        .with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY))
        .atTime(16, 30)
        .toInstant(ZoneOffset.UTC);
  }

  @AfterAll
  static void close() {
    visit.close();
    mail.stop();
  }

  @Test
  void aMailArrivesIsAnsweredWithTheProjectsDateAndItsHoursMoveADate() {
    Page page = visit.signIn().page();
    anAdminConnectsTheMailServer(page);

    GreenMailUtil.sendTextEmail(
        BOX, RUTH, TITLE, "Since the change I cannot get in. When is it done?", smtp());
    theTicketIsThere(page);
    theAnswerHasTheProjectsDateAndWhatIsKnown(page);

    String said = page.locator("#text").inputValue();
    page.getByLabel("Then").selectOption("wait-for-caller");
    page.getByLabel("Time it took").fill("10h");
    button(page, "Save").click();
    assertThat(page.locator("h1 + .pill")).hasText("waiting for the caller");
    assertThat(page.locator(".said.answer").last()).containsText(date(said));
    assertThat(page.locator("[aria-labelledby=work-title]")).containsText("10 h, Sam Okafor");
    axeFindsNothing(page);

    until(() -> lettersToRuth().contains(date(said)));

    page.navigate("/p/VPN");
    assertThat(page.locator("[aria-labelledby=told-list]")).containsText("Ruth Adler");
    theForecastMovesAndSaysWhy(page);
    assertThat(visit.complaints()).isEmpty();
  }

  private static void anAdminConnectsTheMailServer(Page page) {
    page.navigate("/admin/mail/boxes/new");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Remote access");
    page.locator("#address").fill(BOX);
    page.getByLabel("Its tickets are about").selectOption("Remote access");
    page.locator("#reads").check();
    page.locator("#whole").check(); // it may come before Linchpin looks for the first time
    server(page, mail.getImap().getPort());
    page.locator("#login").fill(BOX);
    page.locator("#password").fill("secret");
    button(page, "Save").click();
    page.navigate("/admin/mail/server");
    server(page, mail.getSmtp().getPort());
    page.getByLabel("Sender of tickets that came another way").selectOption(BOX);
    button(page, "Save").click();
    assertThat(page.locator("main")).containsText("Saved.");
  }

  private static void server(Page page, int port) {
    page.locator("#host").fill("127.0.0.1");
    page.locator("#port").fill(Integer.toString(port));
    page.locator("#security").selectOption("NONE");
  }

  private static void theTicketIsThere(Page page) {
    Locator ticket = page.locator("tr[data-row]").filter(hasText(TITLE)).locator("a").first();
    until(() -> {
      page.navigate("/tickets");
      return ticket.count() == 1;
    });
    ticket.click();
    assertThat(page.locator("h1")).hasText(TITLE);
    button(page, "Take it").click();
    assertThat(page.locator(".sentence").first()).containsText("Sam Okafor");
  }

  private static void theAnswerHasTheProjectsDateAndWhatIsKnown(Page page) {
    Locator card = page.locator(".talk > section").first();
    assertThat(card.locator("h2")).hasText(PROJECT);
    card.getByText("Put it into the answer").click();
    assertThat(page.locator("#text")).hasValue(DATE);

    Locator known = page.locator(".similar").filter(hasText("Connect from home")).first();
    known.getByText("Put it into the answer").click();
    assertThat(page.locator("#text")).hasValue(Pattern.compile("second factor"));
    assertThat(page.locator("#text")).hasValue(DATE);
  }

  private static void theForecastMovesAndSaysWhy(Page page) {
    Locator tickets =
        page.locator("[aria-labelledby=moved] tr")
            .filter(hasText("What tickets take from people"))
            .filter(hasText(Pattern.compile("\\d days? later")));
    until(() -> {
      page.navigate("/projects/BKP/forecast");
      return tickets.count() > 0;
    });
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.FilterOptions hasText(Pattern text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /// The date that a text says, as it says it.
  private static String date(String text) {
    Matcher date = DATE.matcher(text);
    assertThat(date.find()).as(text).isTrue();
    return date.group(1);
  }

  private static String lettersToRuth() {
    return Arrays.stream(mail.getReceivedMessages())
        .map(letter -> GreenMailUtil.getWholeMessage(letter).replaceAll("=\\r?\\n", ""))
        .filter(letter -> letter.contains("To: " + RUTH))
        .collect(Collectors.joining());
  }

  private static ServerSetup smtp() {
    return mail.getSmtp().getServerSetup();
  }

  private static void axeFindsNothing(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private static void until(BooleanSupplier done) {
    for (int waited = 0; !done.getAsBoolean() && waited < WAIT_MS; waited += 500) {
      visit.page().waitForTimeout(500);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}
