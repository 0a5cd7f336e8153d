package dev.linchpin.access.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.AuditTrail;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Tokens;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Notice;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The admin area: what there is, tokens of the command line, the audit trail.
@Controller
class AdminPages {
  private static final int LINES = 50;

  private final Access access;
  private final Tokens tokens;
  private final AuditTrail trail;
  private final Zone zone;

  AdminPages(Access access, Tokens tokens, AuditTrail trail, Zone zone) {
    this.access = access;
    this.tokens = tokens;
    this.trail = trail;
    this.zone = zone;
  }

  @GetMapping("/admin")
  View show(Who who) {
    access.require(who, Permission.READ_AUDIT);
    var view = new AdminView(access.may(who, Permission.ADMINISTER));
    return Page.of("access/web/admin.jte", "Admin", null, view);
  }

  @GetMapping("/admin/tokens")
  View tokens(Who who) {
    access.require(who, Permission.ADMINISTER);
    var rows = tokens.ofNobody().stream().map(token -> TokenRow.of(token, zone.id())).toList();
    return Page.of("access/web/tokens.jte", "API tokens", null, new TokensView(rows));
  }

  @PostMapping("/admin/tokens/{id}/revocation")
  View revoke(Who who, @PathVariable UUID id, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    if (!tokens.revokeOfNobody(id, who.name())) {
      throw new NotThere("There is no such API token. It may be revoked already.");
    }
    Notice.of("The API token is revoked.").keep(request);
    return Going.to("/admin/tokens");
  }

  /// @param before the line to read on from
  @GetMapping("/admin/audit")
  View audit(Who who, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
    access.require(who, Permission.READ_AUDIT);
    var view = AuditView.of(trail.before(before, LINES + 1), LINES, zone.id());
    return Page.of("access/web/audit.jte", "Audit trail", null, view);
  }
}
