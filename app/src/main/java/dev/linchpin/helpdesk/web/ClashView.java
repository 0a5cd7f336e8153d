package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.TicketField;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// What `clash.jte` shows: what two people wanted, and a form to choose.
///
/// @param written what the form sends as typed, to be edited; empty where there is nothing to type
/// @param hidden the other fields of the form
public record ClashView(
    String name,
    String headline,
    String action,
    String back,
    List<Row> rows,
    boolean typed,
    String written,
    Map<String, String> hidden) {

  public record Row(String field, String before, String theirs, String yours) {}

  static Page page(Changing.Conflict clash, ChangeForm form) {
    String address = TicketListView.address(clash.ticket().number());
    Changing.Clash first = clash.clashes().getFirst();
    boolean typed =
        clash.clashes().stream()
            .map(Changing.Clash::field)
            .anyMatch(field -> field == TicketField.TITLE || field == TicketField.OUTCOME);
    var hidden = new LinkedHashMap<String, String>();
    hidden.put("what", form.whatOrNothing());
    hidden.put("to", form.toOrNothing());
    hidden.put("impact", ChangeForm.text(form.impact()));
    hidden.put("urgency", ChangeForm.text(form.urgency()));
    hidden.put("email", ChangeForm.text(form.email()));
    hidden.put("phone", ChangeForm.text(form.phone()));
    hidden.put("version", Integer.toString(clash.ticket().version()));
    if (!typed) {
      hidden.put("text", form.textOrNothing());
    }
    var view =
        new ClashView(
            clash.ticket().name(),
            "%s changed the %s after you opened this. Nothing of yours is saved yet: choose."
                .formatted(first.by(), first.field().label()),
            address + "/changes",
            address,
            clash.clashes().stream().map(ClashView::row).toList(),
            typed,
            form.textOrNothing(),
            hidden);
    return Page.of("helpdesk/web/clash.jte", "Choose: " + view.name(), Place.TICKETS, view)
        .with(HttpStatus.CONFLICT);
  }

  private static Row row(Changing.Clash clash) {
    return new Row(
        clash.field().label(),
        orNothing(clash.before()),
        orNothing(clash.theirs()),
        orNothing(clash.yours()));
  }

  private static String orNothing(String said) {
    return said.isEmpty() ? "–" : said;
  }
}
