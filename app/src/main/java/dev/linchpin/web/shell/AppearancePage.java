package dev.linchpin.web.shell;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Light or dark: keeps the choice and goes back to where the reader was.
@Controller
class AppearancePage {
  private static final Duration KEPT = Duration.ofDays(365);

  @PostMapping("/me/appearance")
  ResponseEntity<Void> choose(
      @RequestParam(defaultValue = "") String appearance,
      @RequestParam(defaultValue = "/") String back) {
    Appearance chosen = Appearance.parse(appearance).orElse(Appearance.DEVICE);
    ResponseCookie cookie =
        ResponseCookie.from(Appearance.COOKIE, chosen.value())
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(OwnAddress.orHome(back))
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .build();
  }
}
